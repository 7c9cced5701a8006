package futures.analytics.score;

/** Whether scores are higher where the class is true; only their order matters. */
public final class Discrimination {
    private Discrimination() {}

    /**
     * Area under the receiver operating characteristic: the chance that a true case scores higher than a false one, a tie counting a
     * half (Mann and Whitney). Not a number when all cases are of one class.
     */
    public static double rocAuc(boolean[] actual, double[] scores) {
        Cases.check(actual, scores);
        double[] ranks = Ranks.of(scores);
        double sum = 0;
        double positives = 0;
        for (int i = 0; i < actual.length; i++) {
            if (actual[i]) {
                sum += ranks[i];
                positives++;
            }
        }
        double negatives = actual.length - positives;
        return (sum - positives * (positives + 1) / 2) / (positives * negatives);
    }

    /** Standard error of {@link #rocAuc} about one half when scores say nothing: √((p + n + 1) / (12 p n)). */
    public static double rocAucError(int positives, int negatives) {
        return Math.sqrt((positives + negatives + 1.0) / (12.0 * positives * negatives));
    }

    /** Σ (Rₖ − Rₖ₋₁) Pₖ over the distinct scores from the highest on, with recall R and precision P. Not a number without a true case. */
    public static double averagePrecision(boolean[] actual, double[] scores) {
        Cases.check(actual, scores);
        int[] order = Ranks.ascending(scores);
        double found = 0;
        double seen = 0;
        double sum = 0;
        for (int k = order.length - 1; k >= 0; ) {
            double before = found;
            double score = scores[order[k]];
            while (k >= 0 && scores[order[k]] == score) {
                found += actual[order[k]] ? 1 : 0;
                seen++;
                k--;
            }
            sum += (found - before) * found / seen;
        }
        return sum / found;
    }
}
