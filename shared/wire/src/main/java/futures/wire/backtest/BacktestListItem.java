package futures.wire.backtest;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * A line of the list of backtests. Figures are null until it is done.
 *
 * @param state   queued, running, done, failed or cancelled
 * @param message why it failed, or what it is doing
 * @param dataGrade worst grade of the data that it ran on
 */
public record BacktestListItem(
        String id,
        String state,
        String message,
        String strategyName,
        String symbol,
        Instant created,
        Instant ended,
        BigDecimal netProfit,
        Integer totalTrades,
        String dataGrade,
        String href) {}
