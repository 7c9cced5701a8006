package futures.analytics.label;

/** Labels by what the price does in a number of bars. */
public final class FixedHorizon {
    private final int bars;

    /** @param bars from an event to its label's end, at least 1 */
    public FixedHorizon(int bars) {
        if (bars < 1) {
            throw new IllegalArgumentException("a horizon has at least 1 bar, found " + bars);
        }
        this.bars = bars;
    }

    /**
     * The simple return, close to close.
     *
     * @param close  of each bar, above 0
     * @param events ascending bars
     */
    public Labels returns(double[] close, int[] events) {
        return label(close, events, null);
    }

    /**
     * 1 where the return is above the threshold, -1 where it is below its negative, else 0.
     *
     * @param threshold of each bar, 0 or more, in returns; where it is not a number there is no label
     */
    public Labels direction(double[] close, int[] events, double[] threshold) {
        Events.sameLength("the threshold", threshold.length, close.length);
        return label(close, events, threshold);
    }

    private Labels label(double[] close, int[] events, double[] threshold) {
        Events.check(events, close.length);
        Labels.Builder labels = new Labels.Builder(events.length);
        for (int event : events) {
            if (threshold != null && !(threshold[event] >= 0)) {
                labels.unmeasured();
            } else if (event > close.length - 1 - bars) {
                labels.truncate();
            } else {
                int end = event + bars;
                double returned = close[end] / close[event] - 1;
                double value = threshold == null
                        ? returned
                        : Math.abs(returned) > threshold[event] ? Math.signum(returned) : 0;
                labels.add(event, end, value, returned, Ending.TIME, false);
            }
        }
        return labels.build();
    }
}
