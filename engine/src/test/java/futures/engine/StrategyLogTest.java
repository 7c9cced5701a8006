package futures.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import futures.strategy.Bars;
import futures.strategy.Broker;
import futures.strategy.Setup;
import futures.strategy.Strategy;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a strategy writes stands in the result beside the bar's time, bounded, and changes nothing else. */
class StrategyLogTest {
    /** Writes so many lines at each bar. */
    private static final class Talker extends Strategy {
        private final int lines;

        Talker(int lines) {
            this.lines = lines;
        }

        @Override
        protected void start(Setup setup) {
            if (lines > 0) {
                log("begins with " + setup.timeframe());
            }
        }

        @Override
        protected void onBar(Bars bars, Broker broker) {
            for (int i = 1; i <= lines; i++) {
                log("bar " + bars.count() + " line " + i);
            }
        }
    }

    private static final Market MARKET = Market.of(Samples.walk(Samples.es(), 700, 5), Samples.es());

    private static BacktestResult run(int lines) {
        return Backtest.run(BacktestRequest.of(() -> new Talker(lines), MARKET));
    }

    @Test
    void linesHaveTheTimeOfTheirBar() {
        StrategyLog log = run(1).log();
        assertEquals(0, log.dropped());
        assertEquals(701, log.lines().size());
        assertEquals(new LogLine(1, null, "begins with 1m"), log.lines().get(0));
        assertEquals(
                new LogLine(2, MARKET.bars().openTime(0), "bar 1 line 1"),
                log.lines().get(1));
        assertEquals(
                new LogLine(701, MARKET.bars().openTime(699), "bar 700 line 1"),
                log.lines().get(700));
        assertEquals(new StrategyLog(List.of(), 0), run(0).log());
    }

    @Test
    void theLatestAreKeptAndTheOthersCounted() {
        StrategyLog log = run(3).log();
        assertEquals(RunLog.LINES, log.lines().size());
        assertEquals(1 + 3 * 700 - RunLog.LINES, log.dropped());
        for (int i = 0; i < RunLog.LINES; i++) {
            assertEquals(log.dropped() + i + 1, log.lines().get(i).number());
        }
        assertEquals("bar 700 line 3", log.lines().get(RunLog.LINES - 1).text());
    }

    @Test
    void longLinesAreCutAndNullIsAWord() {
        RunLog log = new RunLog();
        log.add(5L, "x".repeat(5_000));
        log.add(6L, null);
        assertEquals(
                List.of("x".repeat(RunLog.LENGTH) + " …", "null"),
                log.lines().lines().stream().map(LogLine::text).toList());
    }

    @Test
    void noHashHasThem() {
        assertEquals(run(0).hash(), run(2).hash());
    }

    @Test
    void inAJointRunEachHasItsOwn() {
        JointResult result = JointBacktest.run(JointRequest.of(
                List.of(
                        Assignment.of("quiet", () -> new Talker(0), Map.of(), "ES"),
                        Assignment.of("loud", () -> new Talker(2), Map.of(), "ES")),
                List.of(MARKET)));
        assertTrue(result.strategy("quiet").log().lines().isEmpty());
        assertEquals(401, result.strategy("loud").log().dropped());
        assertEquals(run(2).log(), result.strategy("loud").log());
    }
}
