package futures.risk;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;

/**
 * What there is to know about the risk of a backtest.
 *
 * @param state          queued, running, done, failed or cancelled; the figures are null unless done
 * @param netProfit      account currency
 * @param maxDrawdown    zero or negative, account currency
 * @param maxDrawdownPct zero or negative
 */
record BacktestFigures(
        String id,
        String state,
        String strategyName,
        String symbol,
        Integer totalTrades,
        BigDecimal netProfit,
        BigDecimal maxDrawdown,
        BigDecimal maxDrawdownPct,
        BigDecimal sharpeRatio) {

    /** @param state answer of {@code GET /api/backtests/{id}} */
    static BacktestFigures of(JsonNode state) {
        JsonNode order = state.path("order");
        JsonNode performance = state.path("result").path("performance");
        JsonNode trades = performance.path("total_trades");
        return new BacktestFigures(
                state.path("id").asText(),
                state.path("state").asText(),
                order.path("strategy_name").asText(null),
                order.path("symbol").asText(null),
                trades.isNumber() ? trades.intValue() : null,
                Numbers.of(performance, "net_profit"),
                Numbers.of(performance, "max_drawdown"),
                Numbers.of(performance, "max_drawdown_pct"),
                Numbers.of(performance, "sharpe_ratio"));
    }
}
