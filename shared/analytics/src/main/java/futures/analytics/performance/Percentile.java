package futures.analytics.performance;

/** Percentiles, interpolated linearly between neighbours (type 7 of Hyndman and Fan, as spreadsheets have it). */
public final class Percentile {
    private Percentile() {}

    /**
     * @param sorted ascending, at least one value; infinity may be among them
     * @param share  0 for the lowest, 1 for the highest
     */
    public static double of(double[] sorted, double share) {
        double at = share * (sorted.length - 1);
        int below = (int) at;
        int above = Math.min(below + 1, sorted.length - 1);
        double part = at - below;
        return part == 0 || sorted[below] == sorted[above]
                ? sorted[below]
                : sorted[below] + part * (sorted[above] - sorted[below]);
    }
}
