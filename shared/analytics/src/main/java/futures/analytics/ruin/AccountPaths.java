package futures.analytics.ruin;

/**
 * What became of an account on many drawn paths of money, in columns. Filled by ranges of paths, which may be filled at the
 * same time: each path has its own places.
 */
public final class AccountPaths {
    /** Not within the path. */
    public static final int NEVER = -1;

    private final PathDraw draw;
    private final double capital;
    private final double floor;
    private final double[] profits;
    private final double[] drawdowns;
    private final double[] drawdownFractions;
    private final int[] longestUnderWater;
    private final int[] recoveries;
    private final int[] ruinedAfter;

    /**
     * @param draw    of results in money
     * @param capital at the start
     * @param floor   at or below which the account is ruined; it goes on in the other figures
     */
    public AccountPaths(PathDraw draw, int paths, double capital, double floor) {
        this.draw = draw;
        this.capital = capital;
        this.floor = floor;
        profits = new double[paths];
        drawdowns = new double[paths];
        drawdownFractions = new double[paths];
        longestUnderWater = new int[paths];
        recoveries = new int[paths];
        ruinedAfter = new int[paths];
    }

    public int paths() {
        return profits.length;
    }

    /** Draws and measures paths from one number up to, not including, another. */
    public void fill(int from, int to) {
        double[] drawn = new double[draw.length()];
        for (int path = from; path < to; path++) {
            draw.draw(path, drawn);
            measure(path, drawn);
        }
    }

    private void measure(int path, double[] drawn) {
        double profit = 0;
        double peak = 0;
        int peakAt = 0;
        double deepest = 0;
        double deepestFraction = 0;
        double deepestPeak = 0;
        int longest = 0;
        int troughAt = 0;
        int recovered = 0;
        int ruined = NEVER;
        double room = floor - capital;
        for (int i = 0; i < drawn.length; i++) {
            profit += drawn[i];
            if (profit >= peak) {
                longest = Math.max(longest, i - peakAt);
                peak = profit;
                peakAt = i + 1;
                if (recovered == NEVER && profit >= deepestPeak) {
                    recovered = i + 1 - troughAt;
                }
            } else {
                double fall = profit - peak;
                if (fall < deepest) {
                    deepest = fall;
                    deepestPeak = peak;
                    troughAt = i + 1;
                    recovered = NEVER;
                }
                double fraction = fall / (capital + peak);
                deepestFraction = Math.min(deepestFraction, fraction);
                if (ruined == NEVER && profit <= room) {
                    ruined = i + 1;
                }
            }
        }
        profits[path] = profit;
        drawdowns[path] = -deepest;
        drawdownFractions[path] = -deepestFraction;
        longestUnderWater[path] = Math.max(longest, drawn.length - peakAt);
        recoveries[path] = recovered;
        ruinedAfter[path] = ruined;
    }

    /** Sum of results by path; not a copy, as are those below. */
    public double[] profits() {
        return profits;
    }

    /** Deepest fall from a peak, the start included, in money, positive. */
    public double[] drawdowns() {
        return drawdowns;
    }

    /** Deepest fall as a fraction of the peak before it, positive. */
    public double[] drawdownFractions() {
        return drawdownFractions;
    }

    /** Results that left the account below its peak, the most in a row. */
    public int[] longestUnderWater() {
        return longestUnderWater;
    }

    /** Results from the bottom of the deepest fall to a value as high as its peak; {@link #NEVER} when it was not reached. */
    public int[] recoveries() {
        return recoveries;
    }

    /** Results until the account was at its floor; {@link #NEVER} when it was not. */
    public int[] ruinedAfter() {
        return ruinedAfter;
    }
}
