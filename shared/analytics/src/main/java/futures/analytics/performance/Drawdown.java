package futures.analytics.performance;

/**
 * Falls of an equity curve from its peaks. The first point is the start, before anything was won or lost, and counts as
 * a peak. A drawdown lasts from its peak to the point that is as high again, or to the end.
 *
 * @param deepest         largest fall, zero or negative, in the curve's own unit
 * @param deepestFraction largest fall as a fraction of its peak, zero or negative
 * @param peak            index of the point from which the largest fraction was lost
 * @param trough          index of the point at which it was
 * @param count           drawdowns
 * @param average         mean of the largest fraction of each, zero or negative
 * @param longestFrom     index of the peak of the one that lasted longest
 * @param longestTo       index of its recovery, or of the last point
 * @param longestOpen     whether it had not recovered at the end
 * @param lastPeak        index of the last point that no point before exceeded
 * @param underWater      points below their peak
 * @param pain            mean of all fractions, positive, the start left out
 * @param ulcer           root mean square of all fractions, the start left out
 */
public record Drawdown(
        double deepest,
        double deepestFraction,
        int peak,
        int trough,
        int count,
        double average,
        int longestFrom,
        int longestTo,
        boolean longestOpen,
        int lastPeak,
        int underWater,
        double pain,
        double ulcer) {

    /** @param equity start value, then one value per period; not empty */
    public static Drawdown of(double[] equity) {
        if (equity.length == 0) {
            throw new IllegalArgumentException("a drawdown needs the start value at least");
        }
        return new Falls(equity).drawdown();
    }

    /** Points from the peak of the longest one to its recovery, or to the end. */
    public int longest() {
        return longestTo - longestFrom;
    }

    /** One pass over the curve. */
    private static final class Falls {
        private final double[] equity;
        private double deepest;
        private double deepestFraction;
        private int peak;
        private int trough;
        private int count;
        private double sumOfDeepest;
        private int longestFrom;
        private int longestTo;
        private int underWater;
        private double sum;
        private double squares;
        private int peakAt;
        /** Of the present drawdown. */
        private double deepestNow;

        Falls(double[] equity) {
            this.equity = equity;
            double top = equity[0];
            double sumOfFractions = 0;
            double sumOfSquares = 0;
            for (int i = 1; i < equity.length; i++) {
                double now = equity[i];
                if (now >= top) {
                    if (equity[i - 1] < top) {
                        end(i);
                    }
                    peakAt = i;
                    top = now;
                } else {
                    double fraction = top > 0 ? now / top - 1 : 0;
                    underWater++;
                    sumOfFractions -= fraction;
                    sumOfSquares += fraction * fraction;
                    if (now - top < deepest) {
                        deepest = now - top;
                    }
                    if (fraction < deepestNow) {
                        below(i, fraction);
                    }
                }
            }
            sum = sumOfFractions;
            squares = sumOfSquares;
            if (below()) {
                end(equity.length - 1);
            }
        }

        private boolean below() {
            return equity[equity.length - 1] < equity[peakAt];
        }

        /** The lowest point of the present drawdown so far. */
        private void below(int i, double fraction) {
            deepestNow = fraction;
            if (fraction < deepestFraction) {
                deepestFraction = fraction;
                peak = peakAt;
                trough = i;
            }
        }

        private void end(int at) {
            count++;
            sumOfDeepest += deepestNow;
            deepestNow = 0;
            if (at - peakAt > longestTo - longestFrom) {
                longestFrom = peakAt;
                longestTo = at;
            }
        }

        Drawdown drawdown() {
            int points = equity.length - 1;
            return new Drawdown(
                    deepest,
                    deepestFraction,
                    peak,
                    trough,
                    count,
                    count == 0 ? 0 : sumOfDeepest / count,
                    longestFrom,
                    longestTo,
                    below() && longestFrom == peakAt,
                    peakAt,
                    underWater,
                    points == 0 ? 0 : sum / points,
                    points == 0 ? 0 : Math.sqrt(squares / points));
        }
    }
}
