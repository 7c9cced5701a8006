package futures.portfolio.ledger;

import java.math.BigDecimal;

/** Bounds on decimals from outside, checked before any arithmetic: 1e-999999999 is short to send and huge to add to. */
public final class Decimals {
    private static final int MOST_DECIMALS = 20;
    private static final int MOST_DIGITS = 12;

    private Decimals() {}

    /** At most 12 digits before and 20 behind the point. */
    public static boolean isSmall(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() <= MOST_DECIMALS && (long) stripped.precision() - stripped.scale() <= MOST_DIGITS;
    }

    /** As it is stored: plain, without zeros at the end. */
    public static String text(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }
}
