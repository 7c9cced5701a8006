package futures.analytics.indicator;

import futures.model.BarSeries;
import java.util.Optional;

/**
 * A column of prices as whole numbers, without loss: the price is {@code units / perOne}, where {@code perOne} is a power
 * of ten, or such a power times the number of prices of which each is the mean.
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

    /** Nothing when the prices are not decimals of at most nine places. */
    static Optional<DecimalColumn> of(BarSeries bars, Price price) {
        long[] units = new long[bars.size()];
        double largest = 0;
        int scale = 0;
        double perOne = 1;
        int i = 0;
        while (i < units.length) {
            double value = price.of(bars, i);
            double whole = Math.rint(value * perOne);
            if (whole / perOne == value && Math.abs(whole) < EXACT) {
                units[i++] = (long) whole;
                largest = Math.max(largest, Math.abs(whole));
            } else if (scale < MAX_SCALE) {
                scale++;
                perOne *= 10;
                largest *= 10;
                for (int k = 0; k < i; k++) {
                    units[k] *= 10;
                }
            } else {
                return Optional.empty();
            }
        }
        return Optional.of(new DecimalColumn(units, perOne, largest));
    }

    /** The mean of columns bar by bar; nothing when it would be too large to be exact. */
    static Optional<DecimalColumn> mean(DecimalColumn... parts) {
        double finest = 1;
        for (DecimalColumn part : parts) {
            finest = Math.max(finest, part.perOne);
        }
        long[] units = new long[parts[0].units.length];
        double largest = 0;
        for (DecimalColumn part : parts) {
            double factor = finest / part.perOne;
            largest += part.largest * factor;
            if (largest >= EXACT) {
                return Optional.empty();
            }
            for (int i = 0; i < units.length; i++) {
                units[i] += part.units[i] * (long) factor;
            }
        }
        return Optional.of(new DecimalColumn(units, finest * parts.length, largest));
    }

    /** Whole numbers, shared: never written to. */
    long[] units() {
        return units;
    }

    double perOne() {
        return perOne;
    }

    /** Whether sums of prices with weights of this total, and that total itself in units, are exact as doubles. */
    boolean sumsExactly(double weights) {
        return sumsBelow(weights, EXACT) && perOne * weights < EXACT;
    }

    /** Whether sums of units with weights of this total stay below a bound. */
    boolean sumsBelow(double weights, double bound) {
        return largest * weights < bound;
    }
}
