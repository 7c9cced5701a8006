package futures.analytics.performance;

/**
 * Falls of an equity curve from its peaks. The first point is the start, before anything was won or lost, and counts as
 * a peak.
 *
 * @param deepest         largest fall, zero or negative, in the curve's own unit
 * @param deepestFraction largest fall as a fraction of its peak, zero or negative
 * @param peak            index of the point from which the largest fraction was lost
 * @param trough          index of the point at which it was
 * @param longest         points from a peak to its recovery, or to the end where it did not recover, at most
 * @param ulcer           root mean square of all fractions, the start left out
 */
public record Drawdown(double deepest, double deepestFraction, int peak, int trough, int longest, double ulcer) {

    /** @param equity start value, then one value per period; not empty */
    public static Drawdown of(double[] equity) {
        if (equity.length == 0) {
            throw new IllegalArgumentException("a drawdown needs the start value at least");
        }
        double deepest = 0;
        double deepestFraction = 0;
        int peakAt = 0;
        int peakOfDeepest = 0;
        int trough = 0;
        int longest = 0;
        double squares = 0;
        for (int i = 1; i < equity.length; i++) {
            if (equity[i] >= equity[peakAt]) {
                longest = Math.max(longest, equity[i - 1] < equity[peakAt] ? i - peakAt : 0);
                peakAt = i;
                continue;
            }
            double fall = equity[i] - equity[peakAt];
            double fraction = equity[peakAt] > 0 ? equity[i] / equity[peakAt] - 1 : 0;
            squares += fraction * fraction;
            longest = Math.max(longest, i - peakAt);
            deepest = Math.min(deepest, fall);
            if (fraction < deepestFraction) {
                deepestFraction = fraction;
                peakOfDeepest = peakAt;
                trough = i;
            }
        }
        double ulcer = equity.length == 1 ? 0 : Math.sqrt(squares / (equity.length - 1));
        return new Drawdown(deepest, deepestFraction, peakOfDeepest, trough, longest, ulcer);
    }
}
