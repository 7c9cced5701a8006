package futures.data.quality;

import java.util.Arrays;

/** Measures of place and spread that a few wrong values do not move. */
final class Robust {
    /** Makes the median absolute deviation of a normal distribution its standard deviation: 1 / Φ⁻¹(3/4). */
    private static final double NORMAL = 1.4826;

    private Robust() {}

    /** NaN when there are none. Sorts what it is given. */
    static double median(double[] values) {
        Arrays.sort(values);
        int n = values.length;
        if (n == 0) {
            return Double.NaN;
        }
        return n % 2 == 1 ? values[n / 2] : (values[n / 2 - 1] + values[n / 2]) / 2;
    }

    /** 1.4826 times the median of the distances from the median. Overwrites what it is given. */
    static double deviation(double[] values) {
        double median = median(values);
        for (int i = 0; i < values.length; i++) {
            values[i] = Math.abs(values[i] - median);
        }
        return NORMAL * median(values);
    }
}
