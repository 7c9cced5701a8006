package futures.benchmarks;

import futures.engine.Backtest;
import futures.engine.BacktestRequest;
import futures.engine.Market;
import futures.model.BarSeries;
import futures.strategies.SimpleMAStrategy;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * SMA 10/20, always in the market, on made-up minutes: through the strategy API with orders, ledger and equity,
 * beside a bare loop over the same arrays that only knows signals, position and equity.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class EngineBenchmark {
    private static final double SLIPPAGE_AND_COMMISSION = 15;

    @Param({"100000", "700000"})
    public int bars;

    private BarSeries series;
    private long[] closeTicks;
    private BacktestRequest request;

    @Setup
    public void prepare() {
        series = Walk.bars(bars);
        closeTicks = new long[bars];
        for (int i = 0; i < bars; i++) {
            closeTicks[i] = Walk.es().ticks().nearest(series.close(i));
        }
        request = BacktestRequest.of(SimpleMAStrategy::new, Market.of(series, Walk.es()))
                .withParameters(Map.of("exits", "none"));
    }

    @Benchmark
    public double engine() {
        return Backtest.run(request).equity().last();
    }

    /** The same with all metrics asked for. */
    @Benchmark
    public Object engineAndMetrics() {
        return Backtest.run(request).metrics();
    }

    /** Both averages included, equity marked at every bar; no orders, no ledger, no statistics. */
    @Benchmark
    public double[] bareLoop() {
        double[] equity = new double[bars];
        double cash = 100_000;
        long fast = 0;
        long slow = 0;
        int position = 0;
        int wanted = 0;
        int before = 0;
        for (int i = 0; i < bars; i++) {
            if (wanted != position) {
                cash -= (wanted - position) * series.open(i) * 50;
                cash -= Math.abs(wanted - position) * SLIPPAGE_AND_COMMISSION;
                position = wanted;
            }
            fast += closeTicks[i] - (i < 10 ? 0 : closeTicks[i - 10]);
            slow += closeTicks[i] - (i < 20 ? 0 : closeTicks[i - 20]);
            equity[i] = cash + position * series.close(i) * 50;
            int now = Long.signum(2 * fast - slow);
            if (i >= 19 && now != 0) {
                wanted = before == -now ? now : wanted;
                before = now;
            }
        }
        return equity;
    }
}
