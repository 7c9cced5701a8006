package futures.analytics.label;

import java.util.Arrays;

/**
 * Differences of a broken order d (AFML 5.4): between the series itself (0) and its changes (1), so that it becomes stationary and
 * keeps as much memory as it can. The weight of the value k steps back is w₀ = 1, wₖ = −wₖ₋₁ (d − k + 1) / k. A value is known when
 * the one that it stands beside is.
 */
public final class FractionalDifference {
    private static final int WIDEST = 100_000;

    private FractionalDifference() {}

    /** The first weights, that of the newest value first. */
    public static double[] weights(double order, int count) {
        checkOrder(order);
        double[] weights = new double[count];
        double weight = 1;
        for (int k = 0; k < count; k++) {
            weights[k] = weight;
            weight *= -(order - k) / (k + 1);
        }
        return weights;
    }

    /**
     * The weights before the first one whose size is below a threshold.
     *
     * @throws IllegalArgumentException when there would be more than 100,000 of them
     */
    public static double[] weightsAbove(double order, double threshold) {
        checkOrder(order);
        if (!(threshold > 0 && threshold < 1)) {
            throw new IllegalArgumentException("a threshold between 0 and 1 was expected, found " + threshold);
        }
        int width = 0;
        for (double weight = 1; Math.abs(weight) >= threshold; width++) {
            if (width == WIDEST) {
                throw new IllegalArgumentException("order " + order + " has more than " + WIDEST
                        + " weights of at least " + threshold + "; take a larger threshold");
            }
            weight *= -(order - width) / (width + 1);
        }
        return weights(order, width);
    }

    /** With the same weights at every place, {@link #weightsAbove}; not a number before there are values for all of them. */
    public static double[] fixedWidth(double[] series, double order, double threshold) {
        double[] weights = weightsAbove(order, threshold);
        double[] out = new double[series.length];
        Arrays.fill(out, 0, Math.min(series.length, weights.length - 1), Double.NaN);
        for (int t = weights.length - 1; t < series.length; t++) {
            out[t] = dot(weights, series, t, weights.length);
        }
        return out;
    }

    /** With all values there have been; its cost grows with the square of the length. */
    public static double[] expanding(double[] series, double order) {
        double[] weights = weights(order, series.length);
        double[] out = new double[series.length];
        for (int t = 0; t < series.length; t++) {
            out[t] = dot(weights, series, t, t + 1);
        }
        return out;
    }

    private static double dot(double[] weights, double[] series, int newest, int count) {
        double sum = 0;
        for (int k = 0; k < count; k++) {
            sum += weights[k] * series[newest - k];
        }
        return sum;
    }

    private static void checkOrder(double order) {
        if (!(order >= 0 && order <= 10)) {
            throw new IllegalArgumentException("an order of difference from 0 to 10 was expected, found " + order);
        }
    }
}
