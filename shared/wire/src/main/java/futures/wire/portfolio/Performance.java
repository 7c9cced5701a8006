package futures.wire.portfolio;

import java.math.BigDecimal;
import java.util.Map;

/**
 * What the closed round trips of a portfolio come to. Judged on net P&amp;L, money in the account currency. What is undefined
 * is null, and {@code undefined} says why.
 *
 * @param trades            closed round trips
 * @param winRatePct        winners among all trades; break-even trades count as trades
 * @param profitFactor      gross profit over gross loss, both of net P&amp;L
 * @param expectancy        mean net P&amp;L of a trade
 * @param payoff            mean winner over mean loser
 * @param maxDrawdown       largest fall of cash from a peak, the start included, zero or positive
 * @param maxDrawdownPct    largest fall in percent of the peak it fell from
 * @param returnPct         cash against initial cash
 * @param undefined         by the name of the figure
 */
public record Performance(
        long trades,
        long winners,
        long losers,
        long breakEven,
        BigDecimal gross,
        BigDecimal costs,
        BigDecimal net,
        BigDecimal winRatePct,
        BigDecimal profitFactor,
        BigDecimal expectancy,
        BigDecimal payoff,
        BigDecimal largestWin,
        BigDecimal largestLoss,
        BigDecimal maxDrawdown,
        BigDecimal maxDrawdownPct,
        BigDecimal returnPct,
        Map<String, String> undefined) {}
