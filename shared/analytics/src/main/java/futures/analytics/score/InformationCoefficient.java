package futures.analytics.score;

/** Correlation of predictions with what was realised. Not a number when one of them does not vary. */
public final class InformationCoefficient {
    private InformationCoefficient() {}

    /** Pearson's. */
    public static double linear(double[] predicted, double[] realised) {
        if (predicted.length != realised.length || predicted.length < 2) {
            throw new IllegalArgumentException("as many predictions as returns were expected, and at least two, found "
                    + predicted.length + " and " + realised.length);
        }
        int n = predicted.length;
        double meanX = 0;
        double meanY = 0;
        for (int i = 0; i < n; i++) {
            meanX += predicted[i] / n;
            meanY += realised[i] / n;
        }
        double xx = 0;
        double yy = 0;
        double xy = 0;
        for (int i = 0; i < n; i++) {
            double x = predicted[i] - meanX;
            double y = realised[i] - meanY;
            xx += x * x;
            yy += y * y;
            xy += x * y;
        }
        return xy / Math.sqrt(xx * yy);
    }

    /** Spearman's: Pearson's of the ranks, equal values sharing the mean of theirs. */
    public static double rank(double[] predicted, double[] realised) {
        return linear(Ranks.of(predicted), Ranks.of(realised));
    }
}
