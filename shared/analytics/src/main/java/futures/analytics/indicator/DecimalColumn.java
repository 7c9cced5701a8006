package futures.analytics.indicator;

import futures.model.BarSeries;
import java.util.Arrays;
import java.util.Optional;

/** A column of prices as whole numbers of 10^-scale, without loss. */
final class DecimalColumn {
    private static final int MAX_SCALE = 9;
    /** Whole numbers up to here are doubles, so that a mean is one correctly rounded division. */
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

    boolean sumsExactly(int period) {
        return largest * period < EXACT && perOne * period < EXACT;
    }

    double[] means(int period) {
        double[] means = new double[units.length];
        int warmUp = Math.min(period - 1, units.length);
        Arrays.fill(means, 0, warmUp, Double.NaN);
        long sum = 0;
        for (int i = 0; i < warmUp; i++) {
            sum += units[i];
        }
        double divisor = perOne * period;
        for (int i = warmUp; i < units.length; i++) {
            sum += units[i];
            means[i] = sum / divisor;
            sum -= units[i - period + 1];
        }
        return means;
    }
}
