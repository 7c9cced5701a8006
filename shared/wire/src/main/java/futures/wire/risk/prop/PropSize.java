package futures.wire.risk.prop;

import java.math.BigDecimal;
import java.util.Map;

/**
 * Odds with one size. Shares are 0 to 1; errors are standard errors.
 *
 * @param size          multiple of the backtest's contracts
 * @param contracts     most contracts at once at that size, micros as parts; null when not known
 * @param capped        whether the plan's maximum makes some days smaller than that
 * @param pass          the first evaluation passes within the days
 * @param failBy        by rule, the chance that the first evaluation fails by it
 * @param running       neither
 * @param daysToPass    mean of those that pass; null when none does
 * @param daysToDecision mean of those that pass or fail; null when none does
 * @param value         mean of payouts less fees over a life
 * @param valueLow      5th percentile of lives, and so on
 * @param funded        a life comes to a funded account
 * @param fundedFailed  its funded account fails within the life
 * @param paidOnce      at least one payout
 * @param payouts       mean number of payouts, and so on
 */
public record PropSize(
        int size,
        BigDecimal contracts,
        boolean capped,
        BigDecimal pass,
        BigDecimal passError,
        BigDecimal fail,
        BigDecimal failError,
        Map<String, BigDecimal> failBy,
        BigDecimal running,
        BigDecimal daysToPass,
        BigDecimal daysToDecision,
        BigDecimal value,
        BigDecimal valueError,
        BigDecimal valueLow,
        BigDecimal valueMedian,
        BigDecimal valueHigh,
        BigDecimal fees,
        BigDecimal paid,
        BigDecimal payouts,
        BigDecimal attempts,
        BigDecimal funded,
        BigDecimal fundedFailed,
        BigDecimal paidOnce) {}
