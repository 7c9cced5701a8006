package futures.javascript;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import futures.engine.Backtest;
import futures.engine.BacktestRequest;
import futures.engine.BacktestResult;
import futures.engine.Market;
import futures.engine.StrategyFailed;
import futures.model.Exit;
import futures.model.Order;
import futures.model.RoundTrip;
import futures.model.Side;
import futures.strategy.Bars;
import futures.strategy.Broker;
import futures.strategy.Setup;
import futures.strategy.Strategy;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Scripts as strategies of the engine. */
class TsxStrategyTest {
    private static BacktestResult run(
            ScriptSource source, ScriptRuns runs, Market market, Map<String, Object> parameters) {
        return Backtest.run(
                BacktestRequest.of(() -> new TsxStrategy(source, runs), market).withParameters(parameters));
    }

    /** The script's twin in Java: the same averages, summed in the same order. */
    static final class Cross extends Strategy {
        private final Deque<Double> closes = new ArrayDeque<>();
        private double before;
        private int entry;

        @Override
        protected void start(Setup setup) {}

        private double average(int period) {
            double sum = 0;
            for (double close : closes.stream().skip(closes.size() - period).toList()) {
                sum += close;
            }
            return sum / period;
        }

        @Override
        protected void onBar(Bars bars, Broker broker) {
            closes.add(bars.close());
            if (closes.size() > 12) {
                closes.remove();
            }
            if (closes.size() < 12) {
                return;
            }
            double side = Math.signum(average(5) - average(12));
            boolean turned = before != 0 && side != 0 && side != before;
            before = side != 0 ? side : before;
            if (turned && broker.flat() && (entry == 0 || !broker.working(entry))) {
                entry = broker.send(Order.market(side > 0 ? Side.LONG : Side.SHORT, 1)
                        .withStop(new Exit.At(bars.close() - side * 4))
                        .withTarget(new Exit.At(bars.close() + side * 6))
                        .tagged("cross"));
            }
        }
    }

    @Test
    void theMovingAverageCrossTradesAsItsTwinInJava() throws Exception {
        Market market = Scripts.market(Tape.of("2024-01-03T00:00:00Z", 20_000, 7));
        ScriptRuns runs = new ScriptRuns(Limits.STANDARD);
        BacktestResult script = run(Replay.read("cross.js"), runs, market, Map.of());
        BacktestResult java = Backtest.run(BacktestRequest.of(Cross::new, market));
        assertTrue(java.trips().size() > 200, "too few trades: " + java.trips().size());
        assertEquals(java.trips(), script.trips());
        assertEquals(java.hash(), script.hash());
        ScriptReport report = runs.end().get(0);
        assertTrue(report.ready());
        assertEquals(report.signals(), report.entries() + report.ignored());
        assertTrue(report.ignored() > 0);
    }

    @Test
    void parametersOfItsOwnReachTheScriptInBothSpellings() throws Exception {
        Market market = Scripts.market(Tape.of("2024-01-03T00:00:00Z", 5_000, 7));
        ScriptRuns runs = new ScriptRuns(Limits.STANDARD);
        String hash = run(Replay.read("cross.js"), runs, market, Map.of()).hash();
        assertEquals(
                hash,
                run(Replay.read("cross.js"), runs, market, Map.of("fast_period", 5, "slowPeriod", 12))
                        .hash());
        assertTrue(!hash.equals(run(Replay.read("cross.js"), runs, market, Map.of("fast_period", 3))
                .hash()));
        runs.end();
    }

    @Test
    void anAnswerOfNothingIsNothing() {
        ScriptSource source = Scripts.of("Nothing", Map.of("Nothing.js", """
                module.exports = class Nothing {
                  constructor() { this.at = -1; }
                  processMarketData(price) {
                    const answers = [null, undefined, false, 0, 5, 'LONG', {}, { signal: null }, { signal: false }, { ready: true }];
                    const answer = ++this.at < 20 ? answers[this.at >> 1] : { signal: { direction: 'LONG', positionSize: 1 } };
                    return this.at % 2 ? Promise.resolve(answer) : answer;
                  }
                };
                """));
        ScriptRuns runs = new ScriptRuns(Limits.STANDARD);
        BacktestResult result = run(source, runs, Scripts.market(Tape.of("2024-01-03T00:00:00Z", 22, 7)), Map.of());
        assertEquals(1, result.fills().size());
        ScriptReport report = runs.end().get(0);
        assertEquals(2, report.signals());
        assertEquals(0, report.unclear());
    }

    @Test
    void aRunIsRepeatedToTheByte() throws Exception {
        Market market = Scripts.market(Tape.of("2024-01-03T00:00:00Z", 3_000, 8));
        ScriptRuns runs = new ScriptRuns(Limits.STANDARD);
        assertEquals(
                run(Replay.read("dice.js"), runs, market, Map.of()).hash(),
                run(Replay.read("dice.js"), runs, market, Map.of()).hash());
        runs.end();
    }

    @Test
    void stopsTargetsAndPositionsAreSeenByTheScript() {
        ScriptSource source = ScriptSource.of("Watcher", """
                module.exports = class {
                  constructor(config, bot) { this.bot = bot; this.closed = []; this.seen = []; }
                  processMarketData(price) {
                    const open = this.bot.modules.positionManagement.getAllPositions();
                    if (open.length !== open.size) throw new Error('length and size');
                    if (open.length === 1) { this.seen.push(open[0].side + open[0].size); return null; }
                    return { ready: true, signal: { direction: 'LONG', positionSize: 2, stopLoss: price - 2.1, takeProfit: price + 3.1 } };
                  }
                  onPositionClosed(at, wasProfit) { console.log('closed', at.toISOString(), wasProfit, new Date(timestamp).toISOString()); }
                };""");
        ScriptRuns runs = new ScriptRuns(new Limits(Limits.STANDARD.perCall(), 100, 100_000, 0, 0, 1 << 20));
        BacktestResult result = run(source, runs, Scripts.market(Tape.of("2024-01-03T00:00:00Z", 2_000, 9)), Map.of());
        List<RoundTrip> trips = result.trips();
        assertTrue(trips.size() > 10);
        trips.forEach(trip -> assertEquals(2, trip.contracts()));
        List<String> told =
                runs.end().get(0).log().stream().map(ConsoleLine::text).toList();
        assertEquals(
                trips.stream()
                        .map(trip -> {
                            String time = java.time.Instant.ofEpochMilli(trip.exitTime())
                                    .toString()
                                    .replace("Z", ".000Z");
                            return "closed " + time + " " + (trip.net() > 0) + " " + time;
                        })
                        .toList(),
                told);
    }

    @Test
    void fourTicksWalkTheBar() {
        ScriptSource source = ScriptSource.of("Ticks", """
                module.exports = class {
                  processMarketData(price, volume, timestamp) { console.log(timestamp.toISOString(), price, volume); return null; }
                };""");
        Tape tape = new Tape(new double[][] {
            {1_704_240_000_000.0, 100, 102, 99.5, 101, 8}, {1_704_240_060_000.0, 101, 101.5, 98, 98.5, 4}
        });
        ScriptRuns runs = new ScriptRuns(Limits.STANDARD);
        run(source, runs, Scripts.market(tape), Map.of("ticks_per_bar", 4));
        assertEquals(
                List.of(
                        "2024-01-03T00:00:00.000Z 100 2", "2024-01-03T00:00:15.000Z 99.5 2",
                        "2024-01-03T00:00:30.000Z 102 2", "2024-01-03T00:00:45.000Z 101 2",
                        "2024-01-03T00:01:00.000Z 101 1", "2024-01-03T00:01:15.000Z 101.5 1",
                        "2024-01-03T00:01:30.000Z 98 1", "2024-01-03T00:01:45.000Z 98.5 1"),
                runs.end().get(0).log().stream().map(ConsoleLine::text).toList());
    }

    @Test
    void aFailureNamesStrategyBarAndLine() {
        ScriptSource source = ScriptSource.of("Broken", """
                let count = 0;
                module.exports = class { processMarketData() {
                  if (++count === 5) throw new Error('enough');
                } };""");
        StrategyFailed failed = assertThrows(
                StrategyFailed.class,
                () -> run(
                        source,
                        new ScriptRuns(Limits.STANDARD),
                        Scripts.market(Tape.of("2024-01-03T00:00:00Z", 20, 9)),
                        Map.of()));
        assertEquals(
                "strategy Broken failed at bar 4 that opened at 2024-01-03T00:04:00Z: Error: enough at"
                        + " strategies/Broken.js:3:28",
                failed.getMessage());
    }

    @Test
    void whatCannotBeAParameterIsRefused() {
        ScriptSource source = ScriptSource.of("Any", "module.exports = class { processMarketData() {} };");
        TsxStrategy strategy = new TsxStrategy(source, new ScriptRuns(Limits.STANDARD));
        String zone = assertThrows(
                        IllegalArgumentException.class, () -> strategy.configure(Map.of("time_zone", "Chicago")))
                .getMessage();
        assertTrue(zone.contains("America/Chicago"), zone);
        String ticks = assertThrows(
                        IllegalArgumentException.class, () -> strategy.configure(Map.of("ticks_per_bar", 2)))
                .getMessage();
        assertTrue(ticks.contains("1 or 4"), ticks);
    }
}
