package futures.benchmarks;

import futures.engine.Backtest;
import futures.engine.BacktestRequest;
import futures.engine.BacktestResult;
import futures.engine.Market;
import futures.model.BarSeries;
import futures.strategies.SimpleMAStrategy;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * SMA 10/20, always in the market, with costs, on made-up minutes: through the strategy API with orders, ledger and equity,
 * beside bare loops over the same arrays.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class EngineBenchmark {
    @Param("700000")
    public int bars;

    private BareLoop loop;
    private double[] fast;
    private double[] slow;
    private BacktestRequest atCrosses;
    private BacktestRequest everyBar;
    private BacktestRequest brackets;

    @Setup
    public void prepare() {
        BarSeries series = Walk.bars(bars);
        Market market = Market.of(series, Walk.es());
        loop = new BareLoop(series);
        fast = loop.average(10);
        slow = loop.average(20);
        atCrosses = request(market);
        everyBar = BacktestRequest.of(EveryBarCross::new, market);
        brackets = BacktestRequest.of(SimpleMAStrategy::new, market)
                .withParameters(Map.of("exits", "ticks", "stop_ticks", 40, "target_ticks", 80));
        requireSameTrades();
    }

    private static BacktestRequest request(Market market) {
        return BacktestRequest.of(SimpleMAStrategy::new, market).withParameters(Map.of("exits", "none"));
    }

    /** Both styles make the same result, and the bare loop its trades: else there would be nothing to compare. */
    private void requireSameTrades() {
        BacktestResult result = Backtest.run(atCrosses);
        if (result.trips().size() != Backtest.run(everyBar).trips().size()) {
            throw new IllegalStateException("the two styles do not trade alike");
        }
        double bare = loop.run(fast, slow, new double[bars]);
        // slippage ends at a bar's extreme in the engine, which the loop does not know
        double waived = result.trips().size() * 2 * 12.5;
        if (Math.abs(bare - result.equity().last()) > waived) {
            throw new IllegalStateException("the bare loop made " + bare + ", the engine "
                    + result.equity().last());
        }
    }

    /** Both averages, then position and equity at every bar. */
    @Benchmark
    public double bareLoop() {
        return loop.run(loop.average(10), loop.average(20), new double[bars]);
    }

    @Benchmark
    public double bareLoopAveragesGiven() {
        return loop.run(fast, slow, new double[bars]);
    }

    @Benchmark
    public double bareLoopInOnePass() {
        return loop.runInOnePass(10, 20, new double[bars]);
    }

    /** A market that has run before, but knows neither of the two averages. */
    @State(Scope.Thread)
    public static class FreshAverages {
        private BacktestRequest request;

        @Setup(Level.Invocation)
        public void prepare(EngineBenchmark benchmark) {
            Market market = Market.of(benchmark.atCrosses.market().bars(), Walk.es());
            Backtest.run(
                    request(market).withParameters(Map.of("exits", "none", "fast_period", 90, "slow_period", 400)));
            request = request(market);
        }
    }

    /** A first run: both averages are computed. The strategy is called at crosses. */
    @Benchmark
    public double engine(FreshAverages fresh) {
        return Backtest.run(fresh.request).equity().last();
    }

    /** A later run on the same market. */
    @Benchmark
    public double engineAveragesKept() {
        return Backtest.run(atCrosses).equity().last();
    }

    /** A later run of a strategy that is called at every bar. */
    @Benchmark
    public double engineAtEveryBar() {
        return Backtest.run(everyBar).equity().last();
    }

    /** A later run with a stop and a target for every position. */
    @Benchmark
    public double engineWithBrackets() {
        return Backtest.run(brackets).equity().last();
    }

    /** A later run with all metrics asked for. */
    @Benchmark
    public Object engineAndMetrics() {
        return Backtest.run(atCrosses).metrics();
    }
}
