package futures.javascript;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import futures.engine.Backtest;
import futures.engine.BacktestRequest;
import futures.engine.StrategyFailed;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Scripts that never come back or eat their memory are stopped, and the error says which strategy, at which bar, in which line. */
class RunawayScriptsTest {
    private static final Duration LONGEST = Duration.ofMillis(800);
    private static final String HELPER = """
            exports.spin = on => {
              let turns = 0;
              while (on) {
                turns++;
              }
              return turns;
            };
            """;

    /** A strategy that does something at its fourth price; line 7 is the one that is replaced. */
    private static String at(String line) {
        return """
                const { spin } = require('./helper');
                let count = 0;
                class Runaway {
                  constructor() { this.kept = []; }
                  processMarketData(price, volume, timestamp) {
                    if (++count === 4) {
                      LINE
                    }
                    return { ready: true, signal: null };
                  }
                }
                module.exports = Runaway;
                """.replace("LINE", line);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            loop                      | for (;;) count++;                                                 | strategies/Runaway.js:7 in processMarketData
            loop in a helper          | spin(true);                                                       | strategies/helper.js:N in exports.spin, called by processMarketData (strategies/Runaway.js:5)
            loop in a promise chain   | Promise.resolve().then(() => 1).then(() => { for (;;) count++; }); | strategies/Runaway.js:7
            loop in a timer           | setTimeout(() => { for (;;) count++; }, 1);                       | strategies/Runaway.js:7
            regular expression        | this.bad = /^(a+)+$/.test('a'.repeat(60) + 'b');                  | strategies/Runaway.js:7 in processMarketData
            array methods             | for (;;) new Array(1000).fill({ a: 1 }).map(x => ({ b: x.a }));   | strategies/Runaway.js:7
            new arrays                | for (;;) this.made = new Array(1000);                             | strategies/Runaway.js:7 in processMarketData
            text to JSON and back     | for (;;) JSON.parse(JSON.stringify(new Array(1e5).fill(1)));      | strategies/Runaway.js:7 in processMarketData
            loop that catches all     | for (;;) { try { for (;;) {} } catch (e) {} finally { continue; } } | strategies/Runaway.js:7 in processMarketData
            """)
    void aCallThatDoesNotComeBackIsNamedByItsLine(String name, String line, String place) {
        String message = failure(at(line), LONGEST);
        boolean timer = name.equals("loop in a timer");
        assertTrue(
                message.startsWith(
                        "strategy Runaway failed at bar " + (timer ? 4 : 3) + " that opened at 2024-06-03T14:0"
                                + (timer ? 4 : 3) + ":00Z: the script did not come back from one call within 0.8 s"),
                message);
        assertNamed(place, message);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            constructor  | module.exports = class Runaway {\\n constructor() {\\n  for (;;) {}\\n } processMarketData() {} }; | strategies/Runaway.js:3 in Runaway
            top level    | let i = 0;\\nfor (;;)\\n i++;\\nmodule.exports = class { processMarketData() {} };               | strategies/Runaway.js:N
            helper's top | const { spin } = require('./helper');\\nspin(1);\\nmodule.exports = class {};                    | strategies/helper.js:N in exports.spin
            """)
    void soIsOneBeforeTheFirstPrice(String name, String text, String place) {
        String message = failure(text.replace("\\n", "\n"), LONGEST);
        assertTrue(
                message.startsWith("strategy Runaway failed at bar 0 that opened at 2024-06-03T14:00:00Z: "), message);
        assertNamed(place, message);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            arrays    | for (;;) this.kept.push(new Array(10000).fill(count++));                       | strategies/Runaway.js:7 in processMarketData
            texts     | for (let all = '';;) this.kept.push((all += 'abc' + count++).split(''));       | strategies/Runaway.js:7 in processMarketData
            closures  | for (;;) { const n = count++; this.kept.push(() => n + this.kept.length); }    | strategies/Runaway.js:7 in processMarketData
            a map     | for (const all = new Map();;) all.set({ key: count++ }, [count]);              | strategies/Runaway.js:7 in processMarketData
            """)
    void memoryIsNamedByTheLineThatCameToTheLimit(String name, String line, String place) {
        String message = failureAt(place, at(line), Duration.ofSeconds(10));
        assertTrue(
                message.startsWith("strategy Runaway failed at bar 3 that opened at 2024-06-03T14:03:00Z: the script"
                        + " needs more memory than 64 MiB"),
                message);
        assertNamed(place, message);
    }

    /** Whichever limit they come to first. */
    @Test
    void promisesWithoutEndAreNamedByTheirLine() {
        String place = "strategies/Runaway.js:7 in again";
        String message = failureAt(place, at("const again = () => Promise.resolve().then(again); again();"), LONGEST);
        assertTrue(
                message.startsWith("strategy Runaway failed at bar 3 that opened at 2024-06-03T14:03:00Z: "), message);
        assertNamed(place, message);
    }

    /** V8 counts a line that calls, or the one that is called, so a loop may be named by a line beside: N stands for 1 to 4. */
    private static void assertNamed(String place, String message) {
        String found = message.replaceFirst(".*[iI]t was at ", "");
        assertTrue(
                (place.contains(":N") ? found.replaceFirst("\\.js:[1-4]\\b", ".js:N") : found).startsWith(place),
                message);
    }

    /** 64 MiB are full in a tenth of a second, in which a busy machine may not let the sampler look once: a few tries, then. */
    private static String failureAt(String place, String text, Duration perCall) {
        String message = failure(text, perCall);
        for (int i = 0; i < 5 && !message.contains(place); i++) {
            message = failure(text, perCall);
        }
        return message;
    }

    private static String failure(String text, Duration perCall) {
        ScriptSource source = Scripts.of("Runaway", Map.of("Runaway.js", text, "helper.js", HELPER));
        ScriptRuns runs = new ScriptRuns(new Limits(perCall, 1_000, 50, 0, 0, 1 << 20));
        StrategyFailed failed = assertThrows(
                StrategyFailed.class,
                () -> Backtest.run(BacktestRequest.of(
                        () -> new TsxStrategy(source, runs), Scripts.market(Tape.of("2024-06-03T14:00:00Z", 20, 3)))));
        runs.end();
        return failed.getMessage();
    }
}
