package futures.ml.train;

import futures.analytics.score.Confusion;
import futures.analytics.score.Discrimination;
import futures.analytics.score.InformationCoefficient;
import futures.analytics.score.ProbabilityLoss;
import futures.analytics.score.Reliability;
import java.util.LinkedHashMap;
import java.util.Map;

/** Figures of predictions of some rows; null where one is undefined. */
final class Scores {
    static final int BINS = 10;

    private Scores() {}

    /**
     * Of probabilities: auc, average_precision, log_loss, brier, ece, accuracy, balanced_accuracy, f1. Of both: ic and rank_ic with what
     * the price did. Of returns: mse, mae, r2 (of the mean of these rows).
     */
    static Map<String, Double> of(boolean classification, double[] predicted, double[] target, double[] returns) {
        Map<String, Double> scores = new LinkedHashMap<>();
        if (classification) {
            probabilities(predicted, target, scores);
        } else {
            numbers(predicted, target, scores);
        }
        scores.put("ic", predicted.length < 2 ? null : defined(InformationCoefficient.linear(predicted, returns)));
        scores.put("rank_ic", predicted.length < 2 ? null : defined(InformationCoefficient.rank(predicted, returns)));
        return scores;
    }

    private static void probabilities(double[] predicted, double[] target, Map<String, Double> scores) {
        boolean[] actual = classes(target);
        scores.put("auc", defined(Discrimination.rocAuc(actual, predicted)));
        scores.put("average_precision", defined(Discrimination.averagePrecision(actual, predicted)));
        scores.put("log_loss", ProbabilityLoss.logLoss(actual, predicted));
        scores.put("brier", ProbabilityLoss.brier(actual, predicted));
        scores.put("ece", Reliability.of(actual, predicted, BINS).expectedError());
        Confusion confusion = Confusion.of(actual, predicted, 0.5);
        scores.put("accuracy", confusion.accuracy());
        scores.put("balanced_accuracy", defined(confusion.balancedAccuracy()));
        scores.put("f1", defined(confusion.f1()));
    }

    private static void numbers(double[] predicted, double[] target, Map<String, Double> scores) {
        double mean = 0;
        for (double value : target) {
            mean += value / target.length;
        }
        double squares = 0;
        double sizes = 0;
        double spread = 0;
        for (int i = 0; i < target.length; i++) {
            double off = predicted[i] - target[i];
            squares += off * off;
            sizes += Math.abs(off);
            spread += (target[i] - mean) * (target[i] - mean);
        }
        scores.put("mse", squares / target.length);
        scores.put("mae", sizes / target.length);
        scores.put("r2", spread == 0 ? null : 1 - squares / spread);
    }

    static boolean[] classes(double[] target) {
        boolean[] classes = new boolean[target.length];
        for (int i = 0; i < classes.length; i++) {
            classes[i] = target[i] > 0.5;
        }
        return classes;
    }

    static Double defined(double value) {
        return Double.isNaN(value) ? null : value;
    }

    /** Of the values at some places. */
    static double[] at(double[] values, int[] places) {
        double[] picked = new double[places.length];
        for (int i = 0; i < picked.length; i++) {
            picked[i] = values[places[i]];
        }
        return picked;
    }
}
