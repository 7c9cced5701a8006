package futures.javascript;

import static org.junit.jupiter.api.Assertions.assertEquals;

import futures.engine.Backtest;
import futures.engine.BacktestRequest;
import futures.engine.BacktestResult;
import futures.engine.FillMode;
import futures.engine.FillSettings;
import futures.model.RoundTrip;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What becomes of the signals of a script in the engine. */
class ScriptTradesTest {
    /** The last two hours of a trading day. */
    private static final Tape AFTERNOON = Tape.of("2024-06-03T19:00:00Z", 120, 5);

    private static BacktestRequest request(String answers, Map<String, Object> parameters) {
        ScriptSource source = ScriptSource.of("Trader", """
                const answers = ANSWERS;
                let count = 0;
                module.exports = class {
                  processMarketData(price) {
                    const signal = answers[count++];
                    console.log(price);
                    return { ready: true, signal: signal || null };
                  }
                };
                """.replace("ANSWERS", answers));
        ScriptRuns runs = new ScriptRuns(Limits.STANDARD);
        return BacktestRequest.of(() -> new TsxStrategy(source, runs), Scripts.market(AFTERNOON))
                .withParameters(parameters);
    }

    private static BacktestResult run(String answers, Map<String, Object> parameters) {
        return Backtest.run(request(answers, parameters));
    }

    @Test
    void aTradeEndsWithTheSessionIfItIsToldTo() {
        String buy = "{ 10: { direction: 'LONG' } }";
        assertEquals(List.of(), run(buy, Map.of()).trips());
        List<RoundTrip> trips = run(buy, Map.of("exit_at_session_end", true)).trips();
        assertEquals(1, trips.size());
        assertEquals("2024-06-03T20:59:00Z", minute(trips.get(0).exitTime()));
        assertEquals(AFTERNOON.bars()[119][4], trips.get(0).exitPrice(), 0.25); // a tick of slippage
    }

    private static String minute(long time) {
        return Instant.ofEpochMilli((time - 1) / 60_000 * 60_000).toString();
    }

    @Test
    void aPartIsClosedAndThenTheRest() {
        List<RoundTrip> trips = run("""
                        { 2: { direction: 'LONG', positionSize: 3 },
                          6: { direction: 'CLOSE_POSITION', closeType: 'partial', positionSize: 1 },
                          9: { direction: 'CLOSE_POSITION', closeType: 'full' } }""", Map.of()).trips();
        assertEquals(List.of(1, 2), trips.stream().map(RoundTrip::contracts).toList());
    }

    @ParameterizedTest
    @CsvSource({"positionSize: 2, 2", "positionSize: 2.9, 2", "positionSize: 0.5, 1", "reason: 'x', 1", "quantity: 4, 4"
    })
    void theSizeIsRoundedDownAndAtLeastOne(String field, int contracts) {
        List<RoundTrip> trips = run("{ 2: { direction: 'SHORT', " + field + " }, 9: { direction: 'CLOSE' } }", Map.of())
                .trips();
        assertEquals(
                List.of(contracts), trips.stream().map(RoundTrip::contracts).toList());
    }

    @Test
    void oneTradeAtATime() {
        BacktestResult result = run(
                "{ 2: { direction: 'LONG' }, 3: { direction: 'SHORT' }, 4: { direction: 'LONG', positionSize: 5 }, 9: { direction: 'CLOSE' } }",
                Map.of());
        assertEquals(1, result.trips().size());
        assertEquals(1, result.trips().get(0).contracts());
        assertEquals(2, result.orders().size());
    }

    @Test
    void anEntryThatWaitsIsTakenBackByAClose() {
        // four prices of one bar: both signals come before the order can fill
        BacktestResult result =
                run("{ 4: { direction: 'LONG' }, 5: { direction: 'CLOSE' } }", Map.of("ticks_per_bar", 4));
        assertEquals(List.of(), result.trips());
        assertEquals(
                List.of("CANCELLED"),
                result.orders().stream().map(order -> order.status().name()).toList());
    }

    /** What a script sees does not depend on how ambiguous bars fill: else the interval of profits would not be one of fills alone. */
    @ParameterizedTest
    @EnumSource(
            value = FillMode.class,
            names = {"PESSIMISTIC", "OPTIMISTIC", "OHLC"})
    void pricesAreTheSameInEveryFillMode(FillMode mode) {
        ScriptSource source = ScriptSource.of(
                "Listener",
                "module.exports = class { processMarketData(price) { console.log(price); return null; } };");
        ScriptRuns runs = new ScriptRuns(Limits.STANDARD);
        Backtest.run(BacktestRequest.of(
                        () -> new TsxStrategy(source, runs), Scripts.market(Tape.of("2024-06-03T19:00:00Z", 2, 5)))
                .withParameters(Map.of("ticks_per_bar", 4))
                .withFills(FillSettings.STANDARD.withMode(mode)));
        double[][] bars = Tape.of("2024-06-03T19:00:00Z", 2, 5).bars();
        StringBuilder expected = new StringBuilder();
        for (double[] bar : bars) {
            boolean up = bar[2] - bar[1] <= bar[1] - bar[3];
            for (double price : new double[] {bar[1], up ? bar[2] : bar[3], up ? bar[3] : bar[2], bar[4]}) {
                expected.append(price).append(' ');
            }
        }
        StringBuilder told = new StringBuilder();
        runs.end()
                .get(0)
                .log()
                .forEach(line -> told.append(Double.parseDouble(line.text())).append(' '));
        assertEquals(expected.toString(), told.toString());
    }
}
