package futures.data.csv;

import static futures.data.store.ChunkRows.DECIMALS;

import futures.data.store.ChunkRows;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;

/**
 * Reads decimal numbers as integers of 10<sup>-9</sup>, exactly; further decimals are rounded half-even and counted.
 */
public final class ScaledNumber {
    /** The largest number, four thousand million. */
    private static final long MOST = 4_000_000_000L * ChunkRows.UNIT;

    private static final int MOST_FAST_DIGITS = 18;

    private static final long[] POWERS = new long[DECIMALS + 1];

    static {
        POWERS[0] = 1;
        for (int i = 1; i < POWERS.length; i++) {
            POWERS[i] = POWERS[i - 1] * 10;
        }
    }

    private final byte mark;
    private final boolean fixedPoint;
    private long rounded;

    /**
     * @param mark       decimal mark, {@code .} or {@code ,}
     * @param fixedPoint whether numbers are integers of 10<sup>-9</sup> already
     */
    public ScaledNumber(char mark, boolean fixedPoint) {
        this.mark = (byte) mark;
        this.fixedPoint = fixedPoint;
    }

    /** Numbers so far that had more than nine decimals. */
    public long rounded() {
        return rounded;
    }

    /**
     * @param what name of the field for the message
     * @throws RowError when the bytes are no number, or one beyond four thousand million
     */
    public long parse(byte[] bytes, int from, int to, String what) throws RowError {
        int at = from;
        boolean negative = at < to && bytes[at] == '-';
        if (negative) {
            at++;
        }
        // Digits that overflow the number are counted, and then read again by the slow way.
        long value = 0;
        int first = at;
        for (; at < to && isDigit(bytes[at]); at++) {
            value = value * 10 + (bytes[at] - '0');
        }
        int digits = at - first;
        int decimals = 0;
        if (at < to && bytes[at] == mark) {
            first = ++at;
            for (; at < to && isDigit(bytes[at]); at++) {
                value = value * 10 + (bytes[at] - '0');
            }
            decimals = at - first;
            digits += decimals;
        }
        if (at < to || digits > MOST_FAST_DIGITS || decimals > DECIMALS || (fixedPoint && decimals > 0)) {
            return slow(bytes, from, to, what);
        }
        if (digits == 0) {
            throw new RowError(from == to ? what + " is empty" : notANumber(bytes, from, to, what));
        }
        long power = fixedPoint ? 1 : POWERS[DECIMALS - decimals];
        if (value > MOST / power) {
            return slow(bytes, from, to, what);
        }
        return checked(negative ? -value * power : value * power, bytes, from, to, what);
    }

    private static boolean isDigit(byte b) {
        return b >= '0' && b <= '9';
    }

    private long slow(byte[] bytes, int from, int to, String what) throws RowError {
        BigDecimal number;
        try {
            String text = text(bytes, from, to);
            number = new BigDecimal(mark == ',' ? text.replace(',', '.') : text);
        } catch (NumberFormatException e) {
            throw new RowError(notANumber(bytes, from, to, what));
        }
        // As long: the scale of 1e2147483647 leaves no room for the difference of two ints.
        if ((long) number.precision() - number.scale() > 18 || number.scale() > 100) {
            throw tooLarge(bytes, from, to, what);
        }
        BigDecimal scaled = fixedPoint ? number : number.movePointRight(DECIMALS);
        BigDecimal whole = scaled.setScale(0, RoundingMode.HALF_EVEN);
        if (whole.compareTo(scaled) != 0) {
            rounded++;
        }
        try {
            return checked(whole.longValueExact(), bytes, from, to, what);
        } catch (ArithmeticException e) {
            throw tooLarge(bytes, from, to, what);
        }
    }

    /** Leaves room for the difference of any two values. */
    private static long checked(long scaled, byte[] bytes, int from, int to, String what) throws RowError {
        if (Math.abs(scaled) > MOST) {
            throw tooLarge(bytes, from, to, what);
        }
        return scaled;
    }

    private static RowError tooLarge(byte[] bytes, int from, int to, String what) {
        return new RowError(what + " '" + text(bytes, from, to) + "' is not between -4000000000 and 4000000000");
    }

    private String notANumber(byte[] bytes, int from, int to, String what) {
        return what + " '" + text(bytes, from, to) + "' is no number with the decimal mark '" + (char) mark + "'";
    }

    private static String text(byte[] bytes, int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.UTF_8);
    }

    /** The scaled value of a number that is known to be good. */
    public static long of(BigDecimal number) {
        return number.movePointRight(DECIMALS).longValueExact();
    }

    /** The number that a scaled value stands for, without trailing zeros. */
    public static BigDecimal decimal(long scaled) {
        BigDecimal plain = BigDecimal.valueOf(scaled, ChunkRows.DECIMALS).stripTrailingZeros();
        return plain.scale() < 0 ? plain.setScale(0) : plain;
    }
}
