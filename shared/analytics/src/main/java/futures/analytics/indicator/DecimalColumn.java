package futures.analytics.indicator;

import futures.model.BarSeries;
import java.util.Arrays;

/**
 * A column of prices as whole numbers, without loss: the price is {@code units / perOne}, where {@code perOne} is a power
 * of ten, or such a power times the number of prices of which each is the mean. It goes as far as prices are decimals of at
 * most nine places, so that a price that is none changes nothing before it.
 *
 * <p>How many decimals there are is found from all bars, so later bars may change the scale of earlier ones. A quotient
 * of two whole numbers below 2^53 does not change with it, for it is rounded once; this is why indicators divide last.
 */
final class DecimalColumn {
    private static final int MAX_SCALE = 9;
    /** Whole numbers up to here are doubles, so that a quotient is one correctly rounded division. */
    private static final double EXACT = 1L << 53;

    private final long[] units;
    private final double perOne;
    private final double largest;

    private DecimalColumn(long[] units, double perOne, double largest) {
        this.units = units;
        this.perOne = perOne;
        this.largest = largest;
    }

    static DecimalColumn of(BarSeries bars, Price price) {
        long[] units = new long[bars.size()];
        double largest = 0;
        double perOne = 1;
        for (int i = 0; i < units.length; i++) {
            double value = price.of(bars, i);
            double whole = Math.rint(value * perOne);
            if (whole / perOne != value || Math.abs(whole) >= EXACT) {
                double finer = finer(value, perOne);
                double factor = finer / perOne;
                if (Double.isNaN(finer) || largest * factor >= EXACT) {
                    return new DecimalColumn(Arrays.copyOf(units, i), perOne, largest);
                }
                for (int k = 0; k < i; k++) {
                    units[k] *= (long) factor;
                }
                largest *= factor;
                perOne = finer;
                whole = Math.rint(value * perOne);
            }
            units[i] = (long) whole;
            largest = Math.max(largest, Math.abs(whole));
        }
        return new DecimalColumn(units, perOne, largest);
    }

    /** The power of ten above the given one that makes the value whole; NaN when there is none. */
    private static double finer(double value, double than) {
        double perOne = 1;
        for (int scale = 0; scale <= MAX_SCALE; scale++) {
            double whole = Math.rint(value * perOne);
            if (perOne > than && whole / perOne == value && Math.abs(whole) < EXACT) {
                return perOne;
            }
            perOne *= 10;
        }
        return Double.NaN;
    }

    /** The mean of columns bar by bar, as far as all of them go. */
    static DecimalColumn mean(DecimalColumn... parts) {
        double finest = 1;
        int size = Integer.MAX_VALUE;
        for (DecimalColumn part : parts) {
            finest = Math.max(finest, part.perOne);
            size = Math.min(size, part.units.length);
        }
        double largest = 0;
        for (DecimalColumn part : parts) {
            largest += part.largest * (finest / part.perOne);
        }
        if (largest >= EXACT) {
            return new DecimalColumn(new long[0], 1, 0);
        }
        long[] units = new long[size];
        for (DecimalColumn part : parts) {
            long factor = (long) (finest / part.perOne);
            for (int i = 0; i < size; i++) {
                units[i] += part.units[i] * factor;
            }
        }
        return new DecimalColumn(units, finest * parts.length, largest);
    }

    /** Whole numbers, shared: never written to; as many as there are bars before the first that is no decimal. */
    long[] units() {
        return units;
    }

    double perOne() {
        return perOne;
    }

    /** Whether sums of units with weights of this total, and that total itself in units, are exact as doubles. */
    boolean sumsExactly(double weights) {
        return largest * weights < EXACT && perOne * weights < EXACT;
    }
}
