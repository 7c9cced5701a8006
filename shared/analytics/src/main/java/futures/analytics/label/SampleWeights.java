package futures.analytics.label;

/** How much of a label is its own, where labels overlap (AFML 4.3 to 4.7). A label is active on the bars after its event up to its end. */
public final class SampleWeights {
    private SampleWeights() {}

    /** Labels active on each bar. */
    public static int[] concurrency(int[] events, int[] ends, int bars) {
        check(events, ends, bars);
        int[] active = new int[bars];
        for (int i = 0; i < events.length; i++) {
            active[events[i] + 1]++;
            if (ends[i] + 1 < bars) {
                active[ends[i] + 1]--;
            }
        }
        for (int t = 1; t < bars; t++) {
            active[t] += active[t - 1];
        }
        return active;
    }

    /** The mean of 1 / {@link #concurrency} over each label's bars: 1 for a label that overlaps no other. */
    public static double[] uniqueness(int[] events, int[] ends, int bars) {
        int[] active = concurrency(events, ends, bars);
        double[] weights = new double[events.length];
        for (int i = 0; i < events.length; i++) {
            double sum = 0;
            for (int t = events[i] + 1; t <= ends[i]; t++) {
                sum += 1.0 / active[t];
            }
            weights[i] = sum / (ends[i] - events[i]);
        }
        return weights;
    }

    /** The size of the logarithmic returns in each label's bars, each shared by the labels active then; their mean is 1. */
    public static double[] byReturn(int[] events, int[] ends, double[] close) {
        int[] active = concurrency(events, ends, close.length);
        double[] weights = new double[events.length];
        double total = 0;
        for (int i = 0; i < events.length; i++) {
            double sum = 0;
            for (int t = events[i] + 1; t <= ends[i]; t++) {
                sum += (Math.log(close[t]) - Math.log(close[t - 1])) / active[t];
            }
            weights[i] = Math.abs(sum);
            total += weights[i];
        }
        for (int i = 0; i < weights.length; i++) {
            weights[i] = total == 0 ? 1 : weights[i] * weights.length / total;
        }
        return weights;
    }

    /**
     * Older labels count less: factors from {@code oldest} to 1, in a straight line over the uniqueness added up (AFML 4.11).
     *
     * @param uniqueness of labels in the order of their events
     * @param oldest     from 0 to 1; 1 is no decay
     */
    public static double[] decay(double[] uniqueness, double oldest) {
        if (!(oldest >= 0 && oldest <= 1)) {
            throw new IllegalArgumentException("the oldest label's factor is from 0 to 1, found " + oldest);
        }
        double total = 0;
        for (double part : uniqueness) {
            total += part;
        }
        double[] factors = new double[uniqueness.length];
        double sum = 0;
        for (int i = 0; i < factors.length; i++) {
            sum += uniqueness[i];
            factors[i] = oldest + (1 - oldest) * (sum / total);
        }
        return factors;
    }

    static void check(int[] events, int[] ends, int bars) {
        Events.check(events, bars);
        Events.sameLength("the ends", ends.length, events.length);
        for (int i = 0; i < ends.length; i++) {
            if (ends[i] <= events[i] || ends[i] >= bars) {
                throw new IllegalArgumentException("label " + i + " ends at bar " + ends[i]
                        + ", expected one after its event at bar " + events[i] + " and before " + bars);
            }
        }
    }
}
