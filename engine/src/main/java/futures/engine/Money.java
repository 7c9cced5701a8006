package futures.engine;

import java.math.BigDecimal;

/** Money as whole millionths of the currency's unit: every amount is exact, sums too. */
final class Money {
    private static final int PLACES = 6;
    static final double PER_ONE = 1e6;

    private Money() {}

    /** @throws IllegalArgumentException when the amount has more than six decimal places or is above nine trillion */
    static long of(BigDecimal amount, String what) {
        try {
            return amount.movePointRight(PLACES).longValueExact();
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException(
                    what + " must have at most six decimal places, found " + amount.toPlainString(), e);
        }
    }

    /** The double nearest to the amount. */
    static double toDouble(long millionths) {
        return millionths / PER_ONE;
    }

    /** The amount that a double was made from. */
    static long nearest(double amount) {
        return Math.round(amount * PER_ONE);
    }

    static String text(long millionths) {
        BigDecimal amount = BigDecimal.valueOf(millionths, PLACES).stripTrailingZeros();
        return (amount.scale() < 2 ? amount.setScale(2) : amount).toPlainString();
    }
}
