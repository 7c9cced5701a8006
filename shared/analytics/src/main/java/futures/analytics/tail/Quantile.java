package futures.analytics.tail;

import java.util.Arrays;

/** How a quantile is read off a sample: the types of Hyndman and Fan (1996), and the neighbours of type 7. */
public enum Quantile {
    /** The k-th smallest, k = ⌈n p⌉. */
    TYPE_1,
    TYPE_4,
    TYPE_5,
    TYPE_6,
    /** As spreadsheets and numpy have it. */
    TYPE_7,
    TYPE_8,
    /** The lower neighbour of type 7. */
    LOWER,
    /** The higher neighbour of type 7. */
    HIGHER;

    /**
     * @param sorted ascending, at least one value
     * @param p      above 0, below 1
     */
    public double of(double[] sorted, double p) {
        int n = sorted.length;
        double at = switch (this) {
            case TYPE_1 -> Math.ceil(n * p - 1e-12 * n);
            case TYPE_4 -> n * p;
            case TYPE_5 -> n * p + 0.5;
            case TYPE_6 -> (n + 1) * p;
            case TYPE_7 -> (n - 1) * p + 1;
            case TYPE_8 -> (n + 1 / 3.0) * p + 1 / 3.0;
            case LOWER -> Math.floor((n - 1) * p) + 1;
            case HIGHER -> Math.ceil((n - 1) * p) + 1;
        };
        double inside = Math.max(1, Math.min(n, at));
        int below = (int) inside;
        double part = inside - below;
        double low = sorted[below - 1];
        return part == 0 ? low : low + part * (sorted[Math.min(below, n - 1)] - low);
    }

    static double[] sorted(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted;
    }
}
