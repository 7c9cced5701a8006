package futures.javascript;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import futures.engine.Backtest;
import futures.engine.BacktestRequest;
import futures.engine.BacktestResult;
import futures.engine.Market;
import futures.model.RoundTrip;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the host keeps to, whatever a script signals. */
class HostRulesTest {
    static {
        assertTrue(Replay.RESOURCES.toFile().isDirectory()); // and V8 is allowed in this process
    }

    private final ScriptRuns runs = new ScriptRuns(Limits.STANDARD);

    private static Market market() {
        return Scripts.market(Tape.of("2024-01-03T00:00:00Z", 2_000, 11));
    }

    /** Signals at every price. */
    private BacktestResult run(String signal, Map<String, Object> parameters) {
        ScriptSource source = ScriptSource.of("Always", """
                module.exports = class {
                  constructor(config) { console.log(JSON.stringify(config)); this.count = 0; }
                  processMarketData(price) { this.count++; return { ready: true, signal: %s }; }
                };""".formatted(signal));
        Map<String, Object> all = new HashMap<>(parameters);
        return Backtest.run(BacktestRequest.of(() -> new TsxStrategy(source, runs), market())
                .withParameters(all));
    }

    private static String text(ScriptReport report) {
        return report.log().stream().map(ConsoleLine::text).collect(Collectors.joining(" "));
    }

    private static int minute(long time) {
        return Instant.ofEpochMilli(time).atZone(ZoneOffset.UTC).toLocalTime().toSecondOfDay() / 60;
    }

    @Test
    void tradesBeginOnlyInTheirHoursAndLastOnlySoLong() {
        String signal = "{ direction: 'LONG', positionSize: 1 }";
        BacktestResult free = run(signal, Map.of("max_trade_duration_minutes", 5));
        assertTrue(free.trips().stream().anyMatch(trip -> minute(trip.entryTime()) < 600));
        // the second in Chicago's time, six hours behind
        for (String hours : new String[] {"10:00-11:30 UTC", "4:00-5:30 1-5"}) {
            Map<String, Object> given = new HashMap<>(Map.of("trading_hours", hours));
            given.put("max_trade_duration_minutes", 5);
            BacktestResult kept = run(signal, given);
            assertTrue(kept.trips().size() > 10);
            for (RoundTrip trip : kept.trips()) {
                int entry = minute(trip.entryTime());
                // The first order is sent at the close at 10:00 and fills at once, the last one at 11:29.
                assertTrue(entry >= 600 && entry < 690, trip::toString);
                assertTrue(trip.exitTime() - trip.entryTime() <= 6 * 60_000, trip::toString);
            }
            assertEquals(600, minute(kept.trips().get(0).entryTime()));
        }
        runs.end();
    }

    @Test
    void sessionsHaveNamesAndGoToTheScriptToo() {
        BacktestResult kept = run(
                "{ direction: 'SHORT' }",
                Map.of("active_sessions", "US_REGULAR", "max_trade_duration_minutes", 3, "signal_cooldown_minutes", 7));
        assertTrue(kept.trips().size() > 20);
        long before = 0;
        for (RoundTrip trip : kept.trips()) {
            assertTrue(minute(trip.entryTime()) >= 870 && minute(trip.entryTime()) < 1260, trip::toString);
            assertTrue(trip.entryTime() - before >= 7 * 60_000);
            before = trip.entryTime();
        }
        String config = text(runs.end().get(0));
        for (String told : new String[] {
            "\"activeSessions\":[\"US_REGULAR\"]",
            "\"maxTradeDurationMinutes\":3",
            "\"signal_cooldown_minutes\":7",
            "\"signalCooldownMs\":420000"
        }) {
            assertTrue(config.contains(told), told + " in " + config);
        }
    }

    @Test
    void oneTradeAtATimeIsTheRuleUnlessItIsSwitchedOff() {
        String three =
                "this.count <= 3 ? { direction: 'LONG', positionSize: 2 } : this.count === 10 ? { direction: 'CLOSE_POSITION' } : null";
        int one = run(three, Map.of()).trips().stream()
                .mapToInt(RoundTrip::contracts)
                .sum();
        ScriptReport strict = runs.end().get(0);
        assertEquals(2, one);
        assertEquals(2, strict.ignored());
        int all = run(three, Map.of("one_trade_at_time", false)).trips().stream()
                .mapToInt(RoundTrip::contracts)
                .sum();
        ScriptReport free = runs.end().get(0);
        assertEquals(6, all);
        assertEquals(0, free.ignored());
        assertTrue(text(free).contains("\"oneTradeAtTime\":false"), text(free));
        assertTrue(!text(strict).contains("oneTradeAtTime"), text(strict));
    }

    @Test
    void signalsWithoutStopTargetOrSizeGetTheStandardOnes() {
        BacktestResult plain = run("{ direction: 'LONG' }", Map.of());
        assertEquals(0, plain.trips().size()); // nothing ever closes it
        BacktestResult bound = run(
                "{ direction: 'LONG' }",
                Map.of("default_stop_points", 2, "default_target_ratio", 1.5, "position_size", 3));
        assertTrue(bound.trips().size() > 10);
        double worst = 0;
        double best = 0;
        for (RoundTrip trip : bound.trips()) {
            assertEquals(3, trip.contracts());
            worst = Math.min(worst, trip.exitPrice() - trip.entryPrice());
            best = Math.max(best, trip.exitPrice() - trip.entryPrice());
        }
        // By the close before, the fill is a bar later: a few ticks of drift and of gaps.
        assertTrue(worst < -1 && worst > -5, "worst " + worst);
        assertTrue(best > 2 && best < 6, "best " + best);
        BacktestResult own = run(
                "{ direction: 'LONG', stopLoss: price - 5, takeProfit: price + 5, positionSize: 1 }",
                Map.of("default_stop_points", 2, "default_target_points", 2, "position_size", 3));
        assertTrue(own.trips().size() < bound.trips().size());
        assertEquals(1, own.trips().get(0).contracts());
        runs.end();
    }
}
