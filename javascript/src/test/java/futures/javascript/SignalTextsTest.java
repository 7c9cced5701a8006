package futures.javascript;

import static org.junit.jupiter.api.Assertions.assertEquals;

import futures.strategy.tsx.Signal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A reason that stays goes out of V8 once; every signal has its own all the same. */
class SignalTextsTest {
    private static final int PRICES = 5_000;
    private static final String SCRIPT = """
            const reasons = ['up', 'up', 'down', 'up', '', undefined, 'up', 'a\\u0001b', 'a b', 7, 7, null, 'up', 'up'];
            let at = 0;
            module.exports = class {
              METHOD processMarketData(price, volume) {
                const reason = reasons[at++ % reasons.length];
                return { ready: true, signal: { direction: volume % 2 ? 'LONG' : 'SHORT', entryPrice: price, reason } };
              }
            };
            """;
    private static final List<String> REASONS =
            List.of("up", "up", "down", "up", "", "", "up", "a b", "a b", "7", "7", "", "up", "up");

    @ParameterizedTest
    @ValueSource(strings = {"", "async"})
    void eachSignalHasItsOwnReason(String method) {
        List<Signal> signals = signals(SCRIPT.replace("METHOD", method));
        assertEquals(PRICES, signals.size());
        for (int i = 0; i < PRICES; i++) {
            Signal signal = signals.get(i);
            assertEquals(REASONS.get(i % REASONS.size()), signal.reason(), "signal " + i);
            assertEquals(100 + i, signal.entryPrice(), "signal " + i);
            assertEquals(
                    i % 2 == 1 ? Signal.Direction.LONG : Signal.Direction.SHORT, signal.direction(), "signal " + i);
        }
    }

    /** More of them wait than there is room for at once. */
    @Test
    void soHaveSignalsOfPromisesThatAreKeptAllAtOnce() {
        List<Signal> signals = signals("""
                const waiting = [];
                module.exports = class {
                  processMarketData(price) {
                    if (waiting.length < 2499) return new Promise(keep => waiting.push(() => keep(
                      { ready: true, signal: { direction: 'LONG', entryPrice: price, reason: 'of ' + Math.floor(price / 3) } })));
                    while (waiting.length > 0) waiting.shift()();
                    return { ready: true, signal: null };
                  }
                };
                """);
        for (int i = 0; i < 2499; i++) {
            assertEquals(100 + i, signals.get(i).entryPrice());
            assertEquals("of " + (100 + i) / 3, signals.get(i).reason());
        }
        assertEquals(2499 + 2499, signals.size());
    }

    private static List<Signal> signals(String text) {
        ScriptSource source = Scripts.of("Texts", Map.of("Texts.js", text));
        List<Signal> signals = new ArrayList<>();
        try (ScriptSession session =
                new ScriptSession(source, Replay.SHORT, null, signal -> signals.add(signal.signal()))) {
            Map<String, Object> facts = Replay.facts(source, "America/Chicago", 1, 0);
            facts.remove("wholeSignals");
            session.open(facts, new double[0], 0);
            session.prices().clear(0, PRICES);
            for (int i = 0; i < PRICES; i++) {
                session.prices().add(60_000.0 * i, 100 + i, i);
            }
            for (int at = 0; at < PRICES; ) {
                at = session.give(at, PRICES);
            }
        }
        return signals;
    }
}
