package futures.wire.risk;

import java.math.BigDecimal;

/**
 * How a portfolio or backtest stands to a limit.
 *
 * @param value       in the limit's unit, as it is; of a backtest the worst of its course; null when undefined
 * @param distance    limit less value, negative beyond it; null when undefined
 * @param usedPct     value in percent of the limit; null when undefined or the limit is 0
 * @param breached    the value is above the limit
 * @param worst       highest value of a day, week or drawdown so far; of what is held the same as {@code value}
 * @param worstPeriod when that was
 * @param undefined   why the value is null; null when it is not
 */
public record LimitStanding(
        LimitRow limit,
        BigDecimal value,
        BigDecimal distance,
        BigDecimal usedPct,
        boolean breached,
        BigDecimal worst,
        String worstPeriod,
        String undefined) {}
