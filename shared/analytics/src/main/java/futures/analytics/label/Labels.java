package futures.analytics.label;

import java.util.Arrays;

/** Labels in the order of their events. Those whose end lies beyond the data are not among them: nobody knows them yet. */
public final class Labels {
    private final int[] events;
    private final int[] ends;
    private final double[] values;
    private final double[] returns;
    private final Ending[] endings;
    private final boolean[] ambiguous;
    private final int truncated;
    private final int unmeasured;

    private Labels(Builder built) {
        this.events = Arrays.copyOf(built.events, built.size);
        this.ends = Arrays.copyOf(built.ends, built.size);
        this.values = Arrays.copyOf(built.values, built.size);
        this.returns = Arrays.copyOf(built.returns, built.size);
        this.endings = Arrays.copyOf(built.endings, built.size);
        this.ambiguous = Arrays.copyOf(built.ambiguous, built.size);
        this.truncated = built.truncated;
        this.unmeasured = built.unmeasured;
    }

    public int size() {
        return events.length;
    }

    /** Bars at whose close each label is asked for, ascending. */
    public int[] events() {
        return events.clone();
    }

    /** The last bar that each label has seen, after its event. */
    public int[] ends() {
        return ends.clone();
    }

    /** What a model is to say: a class (-1, 0, 1; of meta labels 0 or 1) or a return. */
    public double[] values() {
        return values.clone();
    }

    /** Simple returns from the event's close to the end: with a side of that side after costs, else of the price. */
    public double[] returns() {
        return returns.clone();
    }

    public Ending ending(int label) {
        return endings[label];
    }

    /** Whether both barriers lay within its last bar, so that the order of prices in it is not known; the stop was taken. */
    public boolean ambiguous(int label) {
        return ambiguous[label];
    }

    /** Events left out because their end lies beyond the data. */
    public int truncated() {
        return truncated;
    }

    /** Events left out because there was no volatility, threshold or side for them. */
    public int unmeasured() {
        return unmeasured;
    }

    /**
     * Meta labels: whether it paid to follow the side (AFML 3.6). 1 where the side's return after costs is above 0, else 0.
     * These must be labels that were made with a side.
     */
    public Labels paid() {
        Builder built = new Builder(size());
        for (int i = 0; i < size(); i++) {
            built.add(events[i], ends[i], returns[i] > 0 ? 1 : 0, returns[i], endings[i], ambiguous[i]);
        }
        built.truncated = truncated;
        built.unmeasured = unmeasured;
        return built.build();
    }

    /** Grows columns. */
    static final class Builder {
        private final int[] events;
        private final int[] ends;
        private final double[] values;
        private final double[] returns;
        private final Ending[] endings;
        private final boolean[] ambiguous;
        private int size;
        private int truncated;
        private int unmeasured;

        Builder(int most) {
            this.events = new int[most];
            this.ends = new int[most];
            this.values = new double[most];
            this.returns = new double[most];
            this.endings = new Ending[most];
            this.ambiguous = new boolean[most];
        }

        void add(int event, int end, double value, double returned, Ending ending, boolean bothInOneBar) {
            events[size] = event;
            ends[size] = end;
            values[size] = value;
            returns[size] = returned;
            endings[size] = ending;
            ambiguous[size] = bothInOneBar;
            size++;
        }

        void truncate() {
            truncated++;
        }

        void unmeasured() {
            unmeasured++;
        }

        Labels build() {
            return new Labels(this);
        }
    }
}
