package futures.ml.train;

import futures.analytics.inference.NormalDistribution;
import futures.analytics.score.Discrimination;
import futures.analytics.score.InformationCoefficient;
import futures.ml.dataset.Dataset;
import java.util.ArrayList;
import java.util.List;

/**
 * How far the order of predictions is from chance: of each fold the area under the curve less one half, or the rank correlation with
 * the return, in standard errors under no skill, and all folds together weighted by the precision of each.
 *
 * <p>Labels that overlap say the same thing several times. A fold's standard error is therefore that of as many independent rows as its
 * labels are unique in sum, which is the most that overlapping labels can cost: predictions vary no slower than the labels' own overlap.
 */
final class Skill {
    private final double z;
    private final double mean;
    private final int folds;
    private final int positive;

    private Skill(double z, double mean, int folds, int positive) {
        this.z = z;
        this.mean = mean;
        this.folds = folds;
        this.positive = positive;
    }

    /**
     * @param tests       rows of each fold, of which none is in two folds for the error to hold
     * @param predictions by row of the dataset
     */
    static Skill of(Dataset dataset, List<int[]> tests, double[] predictions) {
        return of(dataset, tests, predictions, dataset.target());
    }

    /** Of other targets than the dataset's. */
    static Skill of(Dataset dataset, List<int[]> tests, double[] predictions, double[] target) {
        List<double[]> parts = new ArrayList<>();
        for (int[] test : tests) {
            double[] part = dataset.classification()
                    ? auc(dataset, test, predictions, target)
                    : rank(dataset, test, predictions, target);
            if (Double.isFinite(part[0]) && Double.isFinite(part[1])) {
                parts.add(part);
            }
        }
        double weighted = 0;
        double precision = 0;
        int positive = 0;
        for (double[] part : parts) {
            double weight = 1 / (part[1] * part[1]);
            weighted += weight * part[0];
            precision += weight;
            positive += part[0] > 0 ? 1 : 0;
        }
        double mean = precision == 0 ? Double.NaN : weighted / precision;
        return new Skill(mean * Math.sqrt(precision), mean, parts.size(), positive);
    }

    private static double[] auc(Dataset dataset, int[] test, double[] predictions, double[] target) {
        boolean[] actual = Scores.classes(Scores.at(target, test));
        int positives = 0;
        for (boolean one : actual) {
            positives += one ? 1 : 0;
        }
        if (positives == 0 || positives == actual.length) {
            return new double[] {Double.NaN, Double.NaN};
        }
        double error = Discrimination.rocAucError(positives, actual.length - positives);
        return new double[] {
            Discrimination.rocAuc(actual, Scores.at(predictions, test)) - 0.5,
            error * Math.sqrt(test.length / effective(dataset, test))
        };
    }

    private static double[] rank(Dataset dataset, int[] test, double[] predictions, double[] target) {
        if (test.length < 3) {
            return new double[] {Double.NaN, Double.NaN};
        }
        double correlation = InformationCoefficient.rank(Scores.at(predictions, test), Scores.at(target, test));
        return new double[] {correlation, 1 / Math.sqrt(Math.max(1, effective(dataset, test) - 1))};
    }

    private static double effective(Dataset dataset, int[] test) {
        double sum = 0;
        for (int row : test) {
            sum += dataset.uniqueness()[row];
        }
        return Math.max(1, Math.min(sum, test.length));
    }

    /** Standard errors above chance. */
    double z() {
        return z;
    }

    /** The same as a probability of so much by chance. */
    double pValue() {
        return Double.isNaN(z) ? Double.NaN : NormalDistribution.probability(-z);
    }

    /** Mean over folds above chance. */
    double mean() {
        return mean;
    }

    int folds() {
        return folds;
    }

    /** Folds above chance. */
    int positive() {
        return positive;
    }
}
