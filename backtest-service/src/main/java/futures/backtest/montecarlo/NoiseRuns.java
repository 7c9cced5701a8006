package futures.backtest.montecarlo;

import futures.analytics.inference.DrawnFigure;
import futures.analytics.performance.Measure;
import futures.analytics.performance.Metric;
import futures.backtest.order.EngineRequests;
import futures.engine.BacktestRequest;
import futures.engine.Market;
import futures.wire.backtest.BacktestOrder;
import futures.wire.backtest.MonteCarlo;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Runs the strategy of a result again on prices that are a little other. */
final class NoiseRuns {
    static final String NAME = "price_noise";

    private final BacktestOrder order;
    private final EngineRequests requests;
    private final Noise noise;

    NoiseRuns(BacktestOrder order, EngineRequests requests, Noise noise) {
        this.order = order;
        this.requests = requests;
        this.noise = noise;
    }

    /**
     * Compares with a run on the prices as they are.
     *
     * @throws futures.engine.StrategyFailed when the strategy fails on other prices
     */
    MonteCarlo.Method method(RunSteps steps) {
        BacktestRequest request = requests.single(order).request();
        Map<Metric, Measure> observed = steps.run(order, request, "the run as it is");
        List<Map<Metric, Measure>> all = new ArrayList<>();
        Market market = request.market();
        int runs = noise.runs();
        int ticks = noise.ticks();
        for (int run = 0; run < runs; run++) {
            Market noisy = Market.of(
                            NoisyBars.of(market.bars(), market.contract().ticks(), ticks, noise.seed() + run),
                            market.contract())
                    .withMargins(market.margins())
                    .withModels(market.models()); // what they said of the bars as they were
            all.add(steps.run(
                    order, request.withMarket(noisy), "run %,d of %,d on other prices".formatted(run + 1, runs)));
        }
        DrawnFigure net = drawn(all, Metric.NET_PROFIT, 1e6);
        return new MonteCarlo.Method(
                NAME,
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
