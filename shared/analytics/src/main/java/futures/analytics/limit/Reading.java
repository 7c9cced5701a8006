package futures.analytics.limit;

import java.math.BigDecimal;

/**
 * How a state stands to a limit.
 *
 * @param value     in the limit's unit, six decimals at most, rounded half up; a gain is a loss of 0; null when undefined
 * @param breached  the value, unrounded, is above the limit
 * @param undefined why the value is null; null when it is not
 */
public record Reading(Limit limit, BigDecimal value, boolean breached, String undefined) {
    /** What is left until the limit, negative beyond it, in its unit; null when undefined. */
    public BigDecimal distance() {
        return value == null ? null : limit.value().subtract(value);
    }
}
