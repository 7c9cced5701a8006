package futures.analytics.label;

import java.util.Arrays;

/** The symmetric CUSUM filter (AFML 2.5.2.1): a bar counts once moves in one direction have added up to more than a threshold. */
public final class CusumFilter {
    private CusumFilter() {}

    /**
     * @param close     of each bar, above 0
     * @param threshold of each bar, in logarithmic returns, above 0; a bar where it is not a number adds to the sums and is not taken
     * @return the bars taken, ascending; known at their close
     */
    public static int[] events(double[] close, double[] threshold) {
        Events.sameLength("the threshold", threshold.length, close.length);
        int[] taken = new int[close.length];
        int count = 0;
        double up = 0;
        double down = 0;
        for (int t = 1; t < close.length; t++) {
            double move = Math.log(close[t]) - Math.log(close[t - 1]);
            up = Math.max(0, up + move);
            down = Math.min(0, down + move);
            if (down < -threshold[t]) {
                down = 0;
                taken[count++] = t;
            } else if (up > threshold[t]) {
                up = 0;
                taken[count++] = t;
            }
        }
        return Arrays.copyOf(taken, count);
    }

    /** With one threshold for all bars. */
    public static int[] events(double[] close, double threshold) {
        if (!(threshold > 0)) {
            throw new IllegalArgumentException("a threshold above 0 was expected, found " + threshold);
        }
        double[] everywhere = new double[close.length];
        Arrays.fill(everywhere, threshold);
        return events(close, everywhere);
    }
}
