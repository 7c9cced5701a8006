package futures.analytics.limit;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Objects;

/**
 * One limit. Worked example: {@code DAILY_LOSS} of 1000 {@code MONEY} holds as long as not more than 1000.00 is lost on a
 * trading day.
 *
 * @param value above zero for losses; whole contracts from 0 for a position; -1 to 1 for a correlation; otherwise from 0
 */
public record Limit(LimitKind kind, LimitUnit unit, BigDecimal value) {
    private static final BigDecimal MOST = new BigDecimal("1000000000000");
    private static final int PLACES = 6;

    public Limit {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(value, "value");
        if (!kind.units().contains(unit)) {
            throw new IllegalArgumentException(
                    "a limit of kind " + word(kind) + " is in " + units(kind) + ", found " + word(unit));
        }
        String fault = fault(kind, value);
        if (fault != null) {
            throw new IllegalArgumentException(
                    "a limit of kind " + word(kind) + " must be " + fault + ", found " + value.toPlainString());
        }
    }

    /** What the value of a kind must be, when this one is not; else null. */
    private static String fault(LimitKind kind, BigDecimal value) {
        if (value.abs().compareTo(MOST) > 0 || value.stripTrailingZeros().scale() > PLACES) {
            return "at most " + MOST.toPlainString() + " with at most " + PLACES + " decimal places";
        }
        if (kind.loss()) {
            return value.signum() > 0 ? null : "above 0";
        }
        return switch (kind) {
            case POSITION ->
                value.signum() >= 0 && value.stripTrailingZeros().scale() <= 0
                        ? null
                        : "a whole number of contracts, 0 or more";
            case CORRELATION -> value.abs().compareTo(BigDecimal.ONE) <= 0 ? null : "from -1 to 1";
            default -> value.signum() >= 0 ? null : "0 or more";
        };
    }

    /** As the wire and reasons write it, e.g. {@code daily_loss}. */
    public static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static String units(LimitKind kind) {
        return String.join(" or ", kind.units().stream().map(Limit::word).toList());
    }
}
