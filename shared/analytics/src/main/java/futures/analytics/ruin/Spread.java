package futures.analytics.ruin;

import futures.analytics.performance.Percentile;
import java.util.Arrays;

/** How a figure is spread over paths; those in which it is undefined (NaN) are left out. */
public final class Spread {
    private final int count;
    private final double mean;
    private final double deviation;
    private final double[] sorted;

    private Spread(double[] sorted, double mean, double deviation) {
        this.count = sorted.length;
        this.mean = mean;
        this.deviation = deviation;
        this.sorted = sorted;
    }

    public static Spread of(double[] values) {
        double[] sorted =
                Arrays.stream(values).filter(value -> !Double.isNaN(value)).toArray();
        Arrays.sort(sorted);
        double mean = Arrays.stream(sorted).sum() / Math.max(1, sorted.length);
        double squares = 0;
        for (double value : sorted) {
            squares += (value - mean) * (value - mean);
        }
        return new Spread(sorted, mean, Math.sqrt(squares / Math.max(1, sorted.length)));
    }

    /** Of whole numbers; those below zero are left out. */
    public static Spread of(int[] values) {
        return of(Arrays.stream(values)
                .mapToDouble(value -> value < 0 ? Double.NaN : value)
                .toArray());
    }

    /** In how many it is defined. */
    public int count() {
        return count;
    }

    public double mean() {
        return mean;
    }

    /** Divided by n. */
    public double deviation() {
        return deviation;
    }

    /** @param share 0.05 for the 5th percentile; interpolated linearly; NaN when it is defined nowhere */
    public double at(double share) {
        return count == 0 ? Double.NaN : Percentile.of(sorted, share);
    }

    /** Share of them that are as high as a value or higher. */
    public double atLeast(double value) {
        int low = 0;
        int high = count;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return count == 0 ? 0 : (double) (count - low) / count;
    }
}
