package futures.analytics.weights;

/** Which series are under water at the same time. A series is under water while its sum lies below its highest, the start included. */
public final class DrawdownOverlap {
    private final boolean[][] under;
    private final int periods;

    private DrawdownOverlap(boolean[][] under, int periods) {
        this.under = under;
        this.periods = periods;
    }

    /** @param gains a row for each period, a column for each series */
    public static DrawdownOverlap of(double[][] gains) {
        int n = gains[0].length;
        boolean[][] under = new boolean[n][gains.length];
        for (int i = 0; i < n; i++) {
            double sum = 0;
            double peak = 0;
            for (int t = 0; t < gains.length; t++) {
                sum += gains[t][i];
                peak = Math.max(peak, sum);
                under[i][t] = sum < peak;
            }
        }
        return new DrawdownOverlap(under, gains.length);
    }

    /** Share of the periods, 0 to 1. */
    public double timeUnderWater(int series) {
        return (double) both(series, series) / periods;
    }

    /** Periods in which both are under water, of those in which either is; 0 when none is. 1 for a series and itself. */
    public double[][] shares() {
        int n = under.length;
        double[][] shares = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                int both = both(i, j);
                int either = both(i, i) + both(j, j) - both;
                shares[i][j] = either == 0 ? 0 : (double) both / either;
                shares[j][i] = shares[i][j];
            }
        }
        return shares;
    }

    private int both(int one, int other) {
        int count = 0;
        for (int t = 0; t < periods; t++) {
            if (under[one][t] && under[other][t]) {
                count++;
            }
        }
        return count;
    }
}
