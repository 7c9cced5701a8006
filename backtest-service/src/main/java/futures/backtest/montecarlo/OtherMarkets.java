package futures.backtest.montecarlo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import futures.analytics.performance.Measure;
import futures.analytics.performance.Metric;
import futures.backtest.order.EngineRequests;
import futures.backtest.run.Figures;
import futures.kit.json.Json;
import futures.wire.backtest.BacktestOrder;
import futures.wire.backtest.MonteCarlo.OtherMarket;
import futures.wire.backtest.MonteCarloOrder;
import java.util.List;
import java.util.Map;

/** The order of a result in other markets, all else as it was: an idea that is about markets holds in more than one. */
final class OtherMarkets {
    static final String NAME = "other_markets";

    private OtherMarkets() {}

    /** What there is to run; not the run itself. */
    static List<Rerun> of(BacktestOrder order, List<MonteCarloOrder.Market> markets) {
        return markets.stream()
                .map(market -> in(market, order))
                .filter(other -> !other.symbol().equals(order.symbol())
                        || !other.timeframe().equals(order.timeframe()))
                .map(other -> new Rerun(NAME, other))
                .toList();
    }

    private static BacktestOrder in(MonteCarloOrder.Market market, BacktestOrder order) {
        ObjectNode fields = Json.mapper().valueToTree(order);
        if (market.symbol() != null && !market.symbol().equals(order.symbol())) {
            fields.put("symbol", market.symbol());
            fields.remove("contract");
        }
        if (market.timeframe() != null) {
            fields.put("timeframe", market.timeframe());
        }
        return Json.mapper().convertValue(fields, BacktestOrder.class);
    }

    /** @throws futures.engine.StrategyFailed when the strategy fails there */
    static OtherMarket run(Rerun one, EngineRequests requests, RunSteps steps) {
        BacktestOrder order = one.order();
        Map<Metric, Measure> figures = steps.run(order, requests.single(order).request(), one.market());
        return new OtherMarket(
                order.symbol(),
                order.timeframe(),
                Figures.money(figures.get(Metric.NET_PROFIT).value()),
                Figures.money(figures.get(Metric.MAX_DRAWDOWN).value()),
                figures.get(Metric.SHARPE).value(),
                figures.get(Metric.TRADES).value().longValue());
    }

    static String words(List<OtherMarket> ran) {
        long made = ran.stream().filter(run -> run.netProfit().signum() > 0).count();
        return NAME + ": " + made + " of " + ran.size() + " made money.";
    }
}
