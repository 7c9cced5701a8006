package futures.wire.backtest;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * What one strategy of a joint run did.
 *
 * @param symbol          the market whose bars it was called for
 * @param symbols         where it sent orders or could have
 * @param netProfit       of its round trips, after costs
 * @param openProfit      of what it still held after the last bar, less the costs of its entries
 * @param ambiguousBars   bars inside which the order of its events mattered and cannot be known
 * @param liquidations    times that a position of its was closed because the account could not hold it
 * @param rejectedOrders  orders that were refused
 * @param metrics         all figures of its round trips
 */
public record StrategyLine(
        String name,
        String strategyName,
        String symbol,
        List<String> symbols,
        Map<String, Object> parameters,
        int totalTrades,
        BigDecimal netProfit,
        BigDecimal openProfit,
        Costs costs,
        int ambiguousBars,
        int liquidations,
        int rejectedOrders,
        Map<String, MetricValue> metrics) {}
