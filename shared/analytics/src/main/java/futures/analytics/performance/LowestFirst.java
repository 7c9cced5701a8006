package futures.analytics.performance;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Values that are put in order only where somebody asks: they are counted into equal steps between the lowest and the highest,
 * and only those of a step in which an answer lies are sorted. An order statistic of a long series costs a few passes. Not safe
 * for several threads.
 */
public final class LowestFirst {
    private static final int STEPS = 4096;
    /** Fewer are sorted at once. */
    private static final int FEW = 2048;

    private final double[] values;
    /** So many values are below each step; null when the values are sorted. */
    private int[] below;
    /** Of each value. */
    private short[] steps;

    private final Map<Integer, LowestFirst> looked = new HashMap<>();

    /** @param values left as they are; without NaN */
    public LowestFirst(double[] values) {
        this(values, false);
    }

    private LowestFirst(double[] values, boolean sort) {
        if (sort || values.length <= FEW) {
            this.values = values.clone();
            Arrays.sort(this.values);
        } else {
            this.values = values;
            count();
        }
    }

    private void count() {
        double lowest = Double.POSITIVE_INFINITY;
        double highest = Double.NEGATIVE_INFINITY;
        for (double value : values) {
            lowest = Math.min(lowest, value);
            highest = Math.max(highest, value);
        }
        double scale = highest > lowest ? (STEPS - 1) / (highest - lowest) : 0;
        int[] counts = new int[STEPS + 1];
        steps = new short[values.length];
        for (int i = 0; i < values.length; i++) {
            // never lower for a higher value
            int step = (int) ((values[i] - lowest) * scale);
            steps[i] = (short) step;
            counts[step + 1]++;
        }
        for (int i = 0; i < STEPS; i++) {
            counts[i + 1] += counts[i];
        }
        below = counts;
    }

    public int size() {
        return values.length;
    }

    /** The value with so many lower ones (or equal ones) before it. */
    public double get(int rank) {
        if (below == null) {
            return values[rank];
        }
        int step = stepOf(rank);
        return inside(step).get(rank - below[step]);
    }

    private int stepOf(int rank) {
        int step = 0;
        while (below[step + 1] <= rank) {
            step++;
        }
        return step;
    }

    private LowestFirst inside(int step) {
        return looked.computeIfAbsent(step, key -> {
            double[] some = new double[below[step + 1] - below[step]];
            int filled = 0;
            for (int i = 0; i < steps.length; i++) {
                if (steps[i] == step) {
                    some[filled++] = values[i];
                }
            }
            return new LowestFirst(some, some.length == values.length);
        });
    }

    /** Interpolated linearly, as {@link Percentile} has it; there must be a value. */
    public double percentile(double share) {
        double at = share * (values.length - 1);
        int under = (int) at;
        double part = at - under;
        double low = get(under);
        double high = get(Math.min(under + 1, values.length - 1));
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
        double rest = whole == values.length ? 0 : (count - whole) * get(whole);
        return (sumOfLowest(whole) + rest) / count;
    }

    private double sumOfLowest(int count) {
        double sum = 0;
        if (below == null || count == values.length) {
            for (int i = 0; i < count; i++) {
                sum += values[i];
            }
            return sum;
        }
        int last = stepOf(count);
        for (int i = 0; i < steps.length; i++) {
            sum += steps[i] < last ? values[i] : 0;
        }
        return sum + inside(last).sumOfLowest(count - below[last]);
    }
}
