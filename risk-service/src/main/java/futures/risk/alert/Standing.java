package futures.risk.alert;

import futures.analytics.limit.Reading;
import futures.risk.limit.ScopedLimit;
import java.util.Map;

/**
 * How a subject stands to one limit.
 *
 * @param now         as it is; of a backtest the worst of its course
 * @param worst       of all days, weeks or drawdowns so far; of what is held the same as {@code now}
 * @param worstPeriod when that was
 * @param breached    readings above the limit, by day, week, day of the peak, or {@code now}
 */
public record Standing(
        ScopedLimit limit, Reading now, Reading worst, String worstPeriod, Map<String, Reading> breached) {}
