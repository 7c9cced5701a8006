package futures.portfolio.ledger;

import futures.kit.http.Problem;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Money as whole cents of the account currency. */
public final class Cents {
    /** 100 billion: more than any account holds, and far from where sums of longs run over. */
    private static final long MOST = 10_000_000_000_000L;

    private Cents() {}

    /** True when the amount is a whole number of cents within what can be booked. */
    public static boolean isExact(BigDecimal amount) {
        return Decimals.isSmall(amount)
                && amount.stripTrailingZeros().scale() <= 2
                && amount.movePointRight(2).abs().compareTo(BigDecimal.valueOf(MOST)) <= 0;
    }

    /** An amount that {@link #isExact}. */
    public static long exact(BigDecimal amount) {
        return amount.movePointRight(2).longValueExact();
    }

    /**
     * Rounds to the cent, halves to the even one.
     *
     * @throws Problem 422 when it is more than can be booked
     */
    public static long rounded(BigDecimal amount) {
        BigDecimal cents = amount.movePointRight(2).setScale(0, RoundingMode.HALF_EVEN);
        if (cents.abs().compareTo(BigDecimal.valueOf(MOST)) > 0) {
            throw Problem.unprocessable("The amount of " + amount.toPlainString()
                    + " is more than 100 billion; look at price, quantity and point_value.");
        }
        return cents.longValueExact();
    }

    /**
     * The part of an amount that falls to {@code some} of {@code all} contracts. Taking parts one after another from what
     * is left, the last one takes the rest, so that nothing is lost or made.
     */
    public static long share(long cents, int some, int all) {
        return BigDecimal.valueOf(cents)
                .multiply(BigDecimal.valueOf(some))
                .divide(BigDecimal.valueOf(all), 0, RoundingMode.HALF_EVEN)
                .longValueExact();
    }

    /** With two decimals, e.g. 100000.00. */
    public static BigDecimal money(long cents) {
        return BigDecimal.valueOf(cents, 2);
    }
}
