package futures.backtest.run;

import com.fasterxml.jackson.core.type.TypeReference;
import futures.engine.BacktestResult;
import futures.engine.CostBreakdown;
import futures.engine.Market;
import futures.engine.RunManifest;
import futures.kit.json.Json;
import futures.model.Side;
import futures.wire.backtest.BacktestAnswer;
import futures.wire.backtest.BacktestOrder;
import futures.wire.backtest.Costs;
import futures.wire.backtest.EquityPoint;
import futures.wire.backtest.MetricValue;
import futures.wire.backtest.Period;
import futures.wire.backtest.TradeRow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Puts a result into the words of the wire. */
final class Answers {
    private static final int EQUITY_POINTS_INLINE = 1_000;

    private final String id;
    private final BacktestOrder order;
    private final Market market;
    private final BacktestResult result;
    private final List<TradeRow> trades;
    private final boolean inline;
    private final List<String> warnings = new ArrayList<>();
    private String portfolioId;

    /** @param mostTrades an answer with more leaves them to {@code /trades} */
    Answers(String id, BacktestOrder order, Market market, BacktestResult result, int mostTrades) {
        this.id = id;
        this.order = order;
        this.market = market;
        this.result = result;
        this.trades = Rows.trades(result);
        this.inline = trades.size() <= mostTrades;
        findWarnings();
    }

    private void findWarnings() {
        if (trades.isEmpty()) {
            warnings.add("The strategy made no round trip; look at its orders, its parameters and the range.");
        }
        if (!result.rejectedOrders().isEmpty()) {
            warnings.add(result.rejectedOrders().size() + " orders were refused, the first one because "
                    + result.rejectedOrders().get(0).reason() + ".");
        }
        if (!result.openPositions().isEmpty()) {
            warnings.add(
                    "A position is still open after the last bar; its gain is in final_equity, not in net_profit.");
        }
        if (!inline) {
            warnings.add(trades.size() + " round trips are more than limits.result_rows allows in one answer; read them"
                    + " from /api/backtests/" + id + "/trades.");
        }
        int offGrid = offGridCloses();
        if (offGrid > 0) {
            warnings.add(
                    "%.1f %% of closes lie off the tick grid, as in back-adjusted series; fills are on the grid, so dollars are approximate."
                            .formatted(100.0 * offGrid / market.bars().size()));
        }
    }

    private int offGridCloses() {
        int count = 0;
        for (int i = 0; i < market.bars().size(); i++) {
            count += market.contract().ticks().isOnGrid(market.bars().close(i)) ? 0 : 1;
        }
        return count;
    }

    void recorded(String portfolio) {
        portfolioId = portfolio;
    }

    void warn(String text) {
        warnings.add(text);
    }

    List<TradeRow> trades() {
        return trades;
    }

    /** Without trades and equity, which are stored apart. */
    BacktestAnswer summary() {
        return answer(null, null);
    }

    BacktestAnswer whole() {
        return answer(
                inline ? trades : null,
                Rows.equity(result, EQUITY_POINTS_INLINE).points());
    }

    private BacktestAnswer answer(List<TradeRow> withTrades, List<EquityPoint> withEquity) {
        Figures figures = Figures.of(result);
        RunManifest manifest = result.manifest();
        Map<String, Map<String, MetricValue>> metrics = new LinkedHashMap<>();
        metrics.put("all", Figures.wire(result.metrics()));
        metrics.put("long", Figures.wire(result.metrics(Side.LONG)));
        metrics.put("short", Figures.wire(result.metrics(Side.SHORT)));
        Map<String, Object> manifestFields = Json.mapper().convertValue(manifest, new TypeReference<>() {});
        manifestFields.put("first_bar", Instant.ofEpochMilli(manifest.firstBar()));
        manifestFields.put("last_bar", Instant.ofEpochMilli(manifest.lastBar()));
        return new BacktestAnswer(
                id,
                order.strategyName(),
                order.symbol(),
                market.contract().symbol(),
                new Period(
                        Instant.ofEpochMilli(manifest.firstBar()),
                        Instant.ofEpochMilli(
                                market.bars().closeTime(market.bars().size() - 1)),
                        market.bars().size()),
                figures.performance(),
                figures.undefined(),
                metrics,
                costs(),
                configuration(manifest),
                manifestFields,
                result.hash(),
                portfolioId,
                portfolioId == null ? 0 : trades.size(),
                List.copyOf(warnings),
                withTrades,
                withEquity);
    }

    private Costs costs() {
        CostBreakdown costs = result.costs();
        return new Costs(
                Figures.money(costs.commission()),
                Figures.money(costs.fees()),
                Figures.money(costs.slippage()),
                Figures.money(costs.total()),
                costs.contracts());
    }

    private Map<String, Object> configuration(RunManifest manifest) {
        Map<String, Object> configuration = new LinkedHashMap<>();
        configuration.put("timeframe", manifest.timeframe());
        configuration.put("initial_cash", manifest.initialCash());
        configuration.put("commission", manifest.costs().commission());
        configuration.put("fees", manifest.costs().fees());
        configuration.put("slippage_ticks", manifest.costs().marketSlippageTicks());
        configuration.put("limit_fill", manifest.fills().limitsNeedThrough() ? "through" : "touch");
        configuration.put("off_grid_prices", manifest.fills().roundOffGridPrices() ? "round" : "refuse");
        configuration.put("seed", manifest.seed());
        configuration.put("parameters", manifest.parameters());
        return configuration;
    }
}
