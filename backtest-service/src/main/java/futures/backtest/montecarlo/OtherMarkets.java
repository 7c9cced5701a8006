package futures.backtest.montecarlo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import futures.analytics.performance.Measure;
import futures.analytics.performance.Metric;
import futures.backtest.order.EngineRequests;
import futures.backtest.run.Figures;
import futures.engine.Backtest;
import futures.engine.StrategyFailed;
import futures.kit.http.Problem;
import futures.kit.job.JobHandle;
import futures.kit.json.Json;
import futures.wire.backtest.BacktestOrder;
import futures.wire.backtest.MonteCarlo.LeftOut;
import futures.wire.backtest.MonteCarlo.OtherMarket;
import futures.wire.backtest.MonteCarloOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Runs the order of a result in other markets, all else as it was: an idea that is about markets holds in more than one. */
final class OtherMarkets {
    static final String NAME = "other_markets";

    private final BacktestOrder order;
    private final EngineRequests requests;
    private final List<LeftOut> leftOut;

    /** @param leftOut takes markets that could not be run */
    OtherMarkets(BacktestOrder order, EngineRequests requests, List<LeftOut> leftOut) {
        this.order = order;
        this.requests = requests;
        this.leftOut = leftOut;
    }

    /** @throws futures.engine.BacktestCancelled when the job was cancelled */
    List<OtherMarket> run(List<MonteCarloOrder.Market> markets, JobHandle handle) {
        List<OtherMarket> ran = new ArrayList<>();
        for (MonteCarloOrder.Market market : markets) {
            BacktestOrder other = in(market);
            String name = other.symbol() + " in " + other.timeframe();
            if (other.symbol().equals(order.symbol()) && other.timeframe().equals(order.timeframe())) {
                continue; // the run itself
            }
            handle.progress(1, name);
            try {
                Map<Metric, Measure> figures = Backtest.run(
                                requests.single(other).request().withProgress((bar, bars) -> {
                                    handle.progress(1, name);
                                    return !handle.cancelled();
                                }))
                        .metrics();
                ran.add(new OtherMarket(
                        other.symbol(),
                        other.timeframe(),
                        Figures.money(figures.get(Metric.NET_PROFIT).value()),
                        Figures.money(figures.get(Metric.MAX_DRAWDOWN).value()),
                        figures.get(Metric.SHARPE).value(),
                        figures.get(Metric.TRADES).value().longValue()));
            } catch (StrategyFailed | Problem | IllegalArgumentException e) {
                leftOut.add(new LeftOut(NAME, name + ": " + e.getMessage()));
            }
        }
        return ran;
    }

    private BacktestOrder in(MonteCarloOrder.Market market) {
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

    static String words(List<OtherMarket> ran) {
        long made = ran.stream().filter(run -> run.netProfit().signum() > 0).count();
        return NAME + ": " + made + " of " + ran.size() + " made money.";
    }
}
