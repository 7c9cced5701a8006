package futures.analytics.score;

/**
 * Predicted classes counted by the actual ones. A figure whose divisor is 0 is not a number, as there is nothing that it could say.
 *
 * @param trueNegatives  false, and said to be
 * @param falsePositives false, and said to be true
 * @param falseNegatives true, and said to be false
 * @param truePositives  true, and said to be
 */
public record Confusion(long trueNegatives, long falsePositives, long falseNegatives, long truePositives) {
    /** A score at or above the threshold says true. */
    public static Confusion of(boolean[] actual, double[] scores, double threshold) {
        Cases.check(actual, scores);
        long[] counts = new long[4];
        for (int i = 0; i < actual.length; i++) {
            counts[(actual[i] ? 2 : 0) + (scores[i] >= threshold ? 1 : 0)]++;
        }
        return new Confusion(counts[0], counts[1], counts[2], counts[3]);
    }

    public double accuracy() {
        return (double) (trueNegatives + truePositives) / cases();
    }

    private double cases() {
        return trueNegatives + falsePositives + falseNegatives + truePositives;
    }

    public double precision() {
        return (double) truePositives / (truePositives + falsePositives);
    }

    public double recall() {
        return (double) truePositives / (truePositives + falseNegatives);
    }

    /** Harmonic mean of precision and recall. */
    public double f1() {
        return 2.0 * truePositives / (2 * truePositives + falsePositives + falseNegatives);
    }

    /** Mean of the parts of both classes that were found. */
    public double balancedAccuracy() {
        return (recall() + (double) trueNegatives / (trueNegatives + falsePositives)) / 2;
    }

    /** Correlation of the predicted and the actual class (Matthews 1975). */
    public double matthews() {
        double saidTrue = truePositives + falsePositives;
        double saidFalse = trueNegatives + falseNegatives;
        double isTrue = truePositives + falseNegatives;
        double isFalse = trueNegatives + falsePositives;
        return ((double) truePositives * trueNegatives - (double) falsePositives * falseNegatives)
                / Math.sqrt(saidTrue * saidFalse * isTrue * isFalse);
    }

    /** Agreement beyond that of chance (Cohen 1960). */
    public double kappa() {
        double saidTrue = (truePositives + falsePositives) / cases();
        double isTrue = (truePositives + falseNegatives) / cases();
        double chance = saidTrue * isTrue + (1 - saidTrue) * (1 - isTrue);
        return (accuracy() - chance) / (1 - chance);
    }
}
