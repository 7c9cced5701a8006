package futures.analytics.performance;

import java.util.Arrays;

/**
 * Values that are put in order only as far as somebody asks: an order statistic costs time that grows with the number of
 * values and not with its logarithm too. Not safe for several threads.
 */
public final class LowestFirst {
    /** Partitions after which a range is sorted instead: only a series made for it needs so many. */
    private static final int PATIENCE = 100;

    private final double[] values;

    /** @param values left as they are; without NaN */
    public LowestFirst(double[] values) {
        this.values = values.clone();
    }

    public int size() {
        return values.length;
    }

    /** The value with so many lower ones (or equal ones) before it; those before it are then the lowest. */
    public double get(int rank) {
        int from = 0;
        int to = values.length - 1;
        for (int left = PATIENCE; from < to; left--) {
            if (left == 0) {
                Arrays.sort(values, from, to + 1);
                break;
            }
            double pivot = middle(values[from], values[(from + to) >>> 1], values[to]);
            int i = from;
            int j = to;
            while (i <= j) {
                while (values[i] < pivot) {
                    i++;
                }
                while (values[j] > pivot) {
                    j--;
                }
                if (i <= j) {
                    double moved = values[i];
                    values[i++] = values[j];
                    values[j--] = moved;
                }
            }
            if (rank <= j) {
                to = j;
            } else if (rank >= i) {
                from = i;
            } else {
                break;
            }
        }
        return values[rank];
    }

    private static double middle(double a, double b, double c) {
        return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
    }

    /** Interpolated linearly, as {@link Percentile} has it; there must be a value. */
    public double percentile(double share) {
        double at = share * (values.length - 1);
        int below = (int) at;
        double part = at - below;
        double low = get(below);
        double high = get(Math.min(below + 1, values.length - 1));
        return part == 0 || low == high ? low : low + part * (high - low);
    }

    /**
     * Mean of the lowest share of the values: the last one that belongs to it only in part is weighed by that part (Acerbi and
     * Tasche 2002).
     *
     * @param share above 0, at most 1; there must be a value
     */
    public double tailMean(double share) {
        double count = share * values.length;
        int whole = (int) count;
        if (whole == values.length) {
            return Arrays.stream(values).sum() / whole;
        }
        double rest = (count - whole) * get(whole);
        double sum = 0;
        for (int i = 0; i < whole; i++) {
            sum += values[i];
        }
        return (sum + rest) / count;
    }
}
