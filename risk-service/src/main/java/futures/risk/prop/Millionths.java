package futures.risk.prop;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Money as the rules count it, in whole millionths, and as people read it, in cents. */
final class Millionths {
    private static final int DIGITS = 6;

    private Millionths() {}

    /** @throws ArithmeticException beyond nine million millions */
    static long of(BigDecimal money) {
        return money.setScale(DIGITS, RoundingMode.HALF_EVEN).unscaledValue().longValueExact();
    }

    static long of(double money) {
        return Math.round(money * 1e6);
    }

    static BigDecimal money(long millionths) {
        return BigDecimal.valueOf(millionths, DIGITS).setScale(2, RoundingMode.HALF_EVEN);
    }

    /** Null for what is not a number. */
    static BigDecimal money(double millionths) {
        return Double.isNaN(millionths) ? null : money(Math.round(millionths));
    }
}
