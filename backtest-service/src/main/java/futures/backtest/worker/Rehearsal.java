package futures.backtest.worker;

import com.fasterxml.jackson.core.JsonProcessingException;
import futures.backtest.order.EngineRequests;
import futures.backtest.order.OrderIntake;
import futures.backtest.run.Computation;
import futures.backtest.run.Delivered;
import futures.backtest.run.Told;
import futures.backtest.series.DataClient;
import futures.backtest.series.MadeMarket;
import futures.backtest.strategy.BrokenStrategy;
import futures.backtest.strategy.KeptCode;
import futures.backtest.strategy.ScriptKind;
import futures.backtest.strategy.StrategyRegistry;
import futures.javascript.BarsBefore;
import futures.kit.ServiceClient;
import futures.kit.config.Settings;
import futures.kit.http.Problem;
import futures.kit.job.JobHandle;
import futures.kit.json.Json;
import futures.wire.backtest.BacktestOrder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/**
 * What a run does from its order to its result, done before it comes: on made bars, with a script of a few lines, leaving nothing. Then
 * its classes are loaded, and what it does most is compiled.
 */
final class Rehearsal {
    private static final String NAME = "Rehearsal";
    private static final String SCRIPT = """
            class Rehearsal {
              constructor(config) { this.closes = []; this.period = config.period || 10; this.side = 0; }
              processMarketData(price, volume, timestamp) {
                this.closes.push(price);
                if (this.closes.length > this.period) this.closes.shift();
                const mean = this.closes.reduce((sum, close) => sum + close, 0) / this.closes.length;
                const side = price > mean + 1 ? 1 : price < mean - 1 ? -1 : this.side;
                if (side === this.side || timestamp.getHours() < 6) return { ready: true, signal: null };
                this.side = side;
                console.log('turned', side);
                return { ready: true, signal: { direction: side > 0 ? 'LONG' : 'SHORT', positionSize: 1, stopLoss: price - 2 * side,
                  takeProfit: price + 3 * side, reason: 'mean' } };
              }
              onPositionClosed() {}
            }
            module.exports = Rehearsal;
            """;

    private final Settings settings;
    private final StrategyRegistry strategies;
    private final BacktestOrder order;

    Rehearsal(Settings settings) throws BrokenStrategy {
        this.settings = settings;
        this.strategies = StrategyRegistry.of(
                List.of(new KeptCode(
                        NAME,
                        ScriptKind.WORD,
                        NAME,
                        NAME + ".js",
                        Map.of(NAME + ".js", SCRIPT.getBytes(StandardCharsets.UTF_8)))),
                Clock.systemUTC());
        this.order = new OrderIntake(strategies, settings).complete(order());
    }

    private static BacktestOrder order() {
        try {
            return Json.mapper()
                    .readValue(
                            "{\"strategy_name\": \"" + NAME + "\", \"symbol\": \"" + MadeMarket.SYMBOL + "\"}",
                            BacktestOrder.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Asks the data service for something small; whether it answers will be seen when it matters. */
    void ask() {
        try {
            new DataClient(new ServiceClient("data", settings)).timeframes(MadeMarket.SYMBOL);
        } catch (Problem e) {
            // The run will say so.
        }
    }

    /** Gives the number of round trips. */
    int run(int bars) throws IOException {
        ScriptKind.runs().history(BarsBefore.NONE);
        Computation.Computed computed = Computation.ofScripts(
                        new EngineRequests(
                                strategies, new ForetoldBars(new MadeMarket(bars), order, ScriptKind.runs()), settings),
                        settings.integer("limits.result_rows"),
                        () -> new Told(ScriptFindings.of(ScriptKind.runs().end(), settings.home()), List.of()),
                        ScriptKind.runs()::drop)
                .compute(NAME, order, new Unheard());
        ScriptKind.runs().drop(); // what it ran again for the interval of profits
        Path directory = Files.createTempDirectory("rehearsal-");
        try {
            Delivered.leave(computed, directory);
        } finally {
            Delivered.remove(directory);
        }
        return computed.trips();
    }

    private static final class Unheard implements JobHandle {
        @Override
        public String id() {
            return NAME;
        }

        @Override
        public void progress(double fraction, String message) {}

        @Override
        public void progress(double fraction, String message, Double secondsLeft, Object details) {}

        @Override
        public boolean cancelled() {
            return false;
        }

        @Override
        public void href(String href) {}
    }
}
