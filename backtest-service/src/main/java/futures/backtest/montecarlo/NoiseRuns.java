package futures.backtest.montecarlo;

import futures.analytics.inference.DrawnFigure;
import futures.analytics.performance.Measure;
import futures.analytics.performance.Metric;
import futures.engine.Backtest;
import futures.engine.BacktestCancelled;
import futures.engine.BacktestRequest;
import futures.engine.BacktestResult;
import futures.engine.Market;
import futures.kit.job.JobHandle;
import futures.wire.backtest.MonteCarlo;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Runs the strategy of a result again on prices that are a little other. */
final class NoiseRuns {
    private final BacktestRequest request;
    private final int runs;
    private final int ticks;
    private final long seed;

    NoiseRuns(BacktestRequest request, MonteCarloPlan plan) {
        this.request = request;
        this.runs = plan.noiseRuns();
        this.ticks = plan.noiseTicks();
        this.seed = plan.seed();
    }

    /**
     * Compares with a run on the prices as they are.
     *
     * @throws futures.engine.StrategyFailed when the strategy fails on other prices
     * @throws BacktestCancelled              when the job was cancelled
     */
    MonteCarlo.Method method(JobHandle handle, double from) {
        Map<Metric, Measure> observed = Backtest.run(request).metrics();
        List<Map<Metric, Measure>> all = new ArrayList<>();
        Market market = request.market();
        for (int run = 0; run < runs; run++) {
            double done = from + (1 - from) * run / runs;
            String what = "run %,d of %,d on other prices".formatted(run + 1, runs);
            handle.progress(done, what);
            Market noisy = Market.of(
                            NoisyBars.of(market.bars(), market.contract().ticks(), ticks, seed + run),
                            market.contract())
                    .withMargins(market.margins())
                    .withModels(market.models()); // what they said of the bars as they were
            BacktestResult result = Backtest.run(request.withMarket(noisy).withProgress((bar, bars) -> {
                handle.progress(done, what);
                return !handle.cancelled();
            }));
            all.add(result.metrics());
        }
        DrawnFigure net = drawn(all, Metric.NET_PROFIT, 1e6);
        return new MonteCarlo.Method(
                "price_noise",
                "Does it hang on exact prices? The strategy runs again on bars whose prices are moved by up to %d tick%s."
                        .formatted(ticks, ticks == 1 ? "" : "s"),
                runs,
                List.of(
                        Standing.money("net_profit", value(observed, Metric.NET_PROFIT, 1e6), net),
                        Standing.money(
                                "max_drawdown",
                                value(observed, Metric.MAX_DRAWDOWN, 1e6),
                                drawn(all, Metric.MAX_DRAWDOWN, 1e6)),
                        Standing.ratio("sharpe", value(observed, Metric.SHARPE, 1), drawn(all, Metric.SHARPE, 1)),
                        Standing.ratio("trades", value(observed, Metric.TRADES, 1), drawn(all, Metric.TRADES, 1))),
                1 - net.reaching(Math.nextUp(0.0)),
                "share of the runs that end without a profit; an observed profit above p95 hangs on exact prices");
    }

    private static DrawnFigure drawn(List<Map<Metric, Measure>> all, Metric metric, double factor) {
        return new DrawnFigure(all.stream().mapToDouble(one -> value(one, metric, factor)));
    }

    private static double value(Map<Metric, Measure> metrics, Metric metric, double factor) {
        Measure measure = metrics.get(metric);
        return measure.defined() ? measure.value() * factor : Double.NaN;
    }
}
