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
 * What a run does from its order to its result, done before it comes: on made bars, with scripts of a few lines, leaving nothing. Then
 * its classes are loaded, and what it does most is compiled: while a script is at work, the compilers of V8 and of this JVM would else
 * contend for the processors.
 */
final class Rehearsal {
    /** Two ways to be given prices: along with the run, and far ahead of it. */
    private static final String HEEDFUL = "Heedful";

    private static final String HEEDLESS = "Heedless";
    private static final String SCRIPT = """
            module.exports = class {
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
              %s() {}
            };
            """;

    private final Settings settings;
    private final StrategyRegistry strategies;
    private final List<BacktestOrder> orders;

    Rehearsal(Settings settings) throws BrokenStrategy {
        this.settings = settings;
        this.strategies = StrategyRegistry.of(
                List.of(code(HEEDFUL, "onPositionClosed"), code(HEEDLESS, "neverCalled")), Clock.systemUTC());
        OrderIntake intake = new OrderIntake(strategies, settings);
        this.orders = List.of(intake.complete(order(HEEDFUL)), intake.complete(order(HEEDLESS)));
    }

    private static KeptCode code(String name, String method) {
        String file = name + ".js";
        return new KeptCode(
                name,
                ScriptKind.WORD,
                name,
                file,
                Map.of(file, SCRIPT.formatted(method).getBytes(StandardCharsets.UTF_8)));
    }

    private static BacktestOrder order(String name) {
        try {
            return Json.mapper()
                    .readValue(
                            "{\"strategy_name\": \"" + name + "\", \"symbol\": \"" + MadeMarket.SYMBOL + "\"}",
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

    /** With each of the scripts; gives the number of round trips. */
    int run(int bars) throws IOException {
        int trips = 0;
        for (BacktestOrder order : orders) {
            trips += run(order, bars);
        }
        return trips;
    }

    private int run(BacktestOrder order, int bars) throws IOException {
        ScriptKind.runs().history(BarsBefore.NONE);
        Computation.Computed computed = Computation.ofScripts(
                        new EngineRequests(
                                strategies, new ForetoldBars(new MadeMarket(bars), order, ScriptKind.runs()), settings),
                        settings.integer("limits.result_rows"),
                        () -> new Told(ScriptFindings.of(ScriptKind.runs().end(), settings.home()), List.of()),
                        ScriptKind.runs()::drop)
                .compute(order.strategyName(), order, new Unheard());
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
            return "rehearsal";
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
