package futures.wire.portfolio;

import java.math.BigDecimal;
import java.util.Map;

/**
 * One part of a portfolio's profit.
 *
 * @param key            e.g. the month {@code 2024-03}; {@code none} for what has none
 * @param trades         closed round trips
 * @param gross          P&amp;L before costs of these
 * @param costs          commissions of its orders, open ones included, and costs of its round trips from batches
 * @param net            {@code gross - costs}: what it added to the cash
 * @param netPct         in percent of the sum of all groups; null when that is zero
 * @param winRatePct     winners in percent of its round trips
 * @param profitFactor   sum of winners over sum of losers
 * @param maxDrawdown    deepest fall of its own cumulated net from a peak, the start included, zero or negative
 * @param drawdownShare  what it added to the cash between the peak and the bottom of the portfolio's deepest fall; the shares
 *     of all groups come to that fall
 * @param undefined      why a figure is null, by its name
 */
public record ProfitGroup(
        String key,
        long trades,
        long winningTrades,
        BigDecimal gross,
        BigDecimal costs,
        BigDecimal net,
        BigDecimal netPct,
        BigDecimal winRatePct,
        BigDecimal profitFactor,
        BigDecimal averageTrade,
        BigDecimal maxDrawdown,
        BigDecimal drawdownShare,
        Map<String, String> undefined) {}
