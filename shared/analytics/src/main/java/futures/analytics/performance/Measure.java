package futures.analytics.performance;

/**
 * A number, or the reason why there is none.
 *
 * @param value  finite; null when undefined
 * @param reason why it is undefined; null when there is a value
 */
public record Measure(Double value, String reason) {
    public Measure {
        if ((value == null) == (reason == null)) {
            throw new IllegalArgumentException("a measure has either a value or a reason");
        }
    }

    /** @throws IllegalArgumentException when the value is not finite: then a reason was due */
    public static Measure of(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("a measure must be finite, found " + value);
        }
        return new Measure(value == 0 ? 0.0 : value, null);
    }

    public static Measure undefined(String reason) {
        return new Measure(null, reason);
    }

    /** The quotient, or the reason when the divisor is zero. */
    public static Measure ratio(double dividend, double divisor, String reasonWhenZero) {
        return divisor == 0 ? undefined(reasonWhenZero) : of(dividend / divisor);
    }

    /** So many times the value; the reason stays one. */
    public Measure times(double factor) {
        return defined() ? of(value * factor) : this;
    }

    /** Divided by another, which must not be zero: the reason when it is, or when either is undefined. */
    public Measure over(Measure divisor, String reasonWhenZero) {
        if (!defined()) {
            return this;
        }
        return divisor.defined() ? ratio(value, divisor.value(), reasonWhenZero) : divisor;
    }

    public boolean defined() {
        return value != null;
    }

    @Override
    public String toString() {
        return defined() ? value.toString() : "undefined: " + reason;
    }
}
