package futures.wire.portfolio;

import java.math.BigDecimal;
import java.util.Map;

/**
 * What the closed round trips of a portfolio come to, by the names that a backtest's performance has. Trades are judged on
 * their net P&amp;L; money is in the account currency, exact to the cent. What is undefined is null, and {@code undefined}
 * says why.
 *
 * @param totalTrades       closed round trips
 * @param profitBeforeCosts sum of gross P&amp;L
 * @param totalCosts        costs of the round trips; commissions of what is still open are not in it
 * @param netProfit         {@code profitBeforeCosts - totalCosts}
 * @param winRatePct        winners in percent of all trades; break-even trades count as trades
 * @param profitFactor      sum of winners over sum of losers
 * @param averageTrade      mean of all trades, six decimals
 * @param averageWin        mean of winners, six decimals
 * @param averageLoss       mean of losers, negative, six decimals
 * @param payoffRatio       average win over average loss
 * @param maxDrawdown       deepest fall of cash from a peak, the start included, zero or negative
 * @param maxDrawdownPct    deepest fall in percent of the peak it fell from, zero or negative
 * @param totalReturnPct    change of cash in percent of the initial cash
 * @param undefined         why a figure is null, by its name
 */
public record Performance(
        long totalTrades,
        long winningTrades,
        long losingTrades,
        long breakEvenTrades,
        BigDecimal profitBeforeCosts,
        BigDecimal totalCosts,
        BigDecimal netProfit,
        BigDecimal winRatePct,
        BigDecimal profitFactor,
        BigDecimal averageTrade,
        BigDecimal averageWin,
        BigDecimal averageLoss,
        BigDecimal payoffRatio,
        BigDecimal largestWin,
        BigDecimal largestLoss,
        BigDecimal maxDrawdown,
        BigDecimal maxDrawdownPct,
        BigDecimal totalReturnPct,
        Map<String, String> undefined) {}
