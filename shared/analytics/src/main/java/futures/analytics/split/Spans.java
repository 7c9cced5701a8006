package futures.analytics.split;

/** From which bar to which each label reaches, both included. */
public final class Spans {
    private final int[] starts;
    private final int[] ends;

    /**
     * @param starts ascending bars
     * @param ends   none before its start
     * @throws IllegalArgumentException naming the first label that is otherwise
     */
    public Spans(int[] starts, int[] ends) {
        if (starts.length != ends.length) {
            throw new IllegalArgumentException("there are " + starts.length + " starts and " + ends.length + " ends");
        }
        for (int i = 0; i < starts.length; i++) {
            if (starts[i] < 0 || ends[i] < starts[i] || (i > 0 && starts[i] < starts[i - 1])) {
                throw new IllegalArgumentException("label " + i + " reaches from bar " + starts[i] + " to " + ends[i]
                        + "; starts ascend from 0, and no end is before its start");
            }
        }
        this.starts = starts.clone();
        this.ends = ends.clone();
    }

    public int size() {
        return starts.length;
    }

    public int start(int label) {
        return starts[label];
    }

    public int end(int label) {
        return ends[label];
    }

    /** The first label that starts at a bar or later; their number when there is none. */
    int firstFrom(int bar) {
        int low = 0;
        int high = starts.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (starts[middle] < bar) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The last bar that any label of a range has seen, the second place not included. */
    int lastEnd(int from, int to) {
        int last = -1;
        for (int i = from; i < to; i++) {
            last = Math.max(last, ends[i]);
        }
        return last;
    }
}
