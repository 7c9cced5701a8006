package futures.analytics.score;

/** How far probabilities are from what happened; lower is better, and no forecast but the true probability is best on average. */
public final class ProbabilityLoss {
    private static final double LEAST = 1e-15;

    private ProbabilityLoss() {}

    /** The mean of −ln of the probability given to what happened; a probability of 0 counts as 1e-15. */
    public static double logLoss(boolean[] actual, double[] probabilities) {
        Cases.checkProbabilities(actual, probabilities);
        double sum = 0;
        for (int i = 0; i < actual.length; i++) {
            sum -= Math.log(Math.max(LEAST, actual[i] ? probabilities[i] : 1 - probabilities[i]));
        }
        return sum / actual.length;
    }

    /** The mean squared difference of the probability and what happened as 1 or 0 (Brier 1950). */
    public static double brier(boolean[] actual, double[] probabilities) {
        Cases.checkProbabilities(actual, probabilities);
        double sum = 0;
        for (int i = 0; i < actual.length; i++) {
            double off = probabilities[i] - (actual[i] ? 1 : 0);
            sum += off * off;
        }
        return sum / actual.length;
    }
}
