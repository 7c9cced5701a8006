package futures.ml.model;

/**
 * Weighted sums of squares and products about the means: all that linear regressions need of the rows, whatever their number.
 * Missing values have to be filled in before.
 */
final class Gram {
    final double weight;
    final double[] means;
    final double targetMean;
    /** Σ w (x − x̄)(x − x̄)′. */
    final double[][] products;
    /** Σ w (x − x̄)(y − ȳ). */
    final double[] withTarget;

    Gram(Sample sample, Learner.Pause pause) {
        Matrix matrix = sample.matrix();
        int n = sample.rows();
        int p = matrix.features();
        double[][] centred = new double[p][];
        double[] target = sample.targets();
        double[] weights = sample.weights();
        double total = 0;
        double sum = 0;
        for (int i = 0; i < n; i++) {
            total += weights[i];
            sum += weights[i] * target[i];
        }
        this.weight = total;
        this.targetMean = sum / total;
        this.means = new double[p];
        for (int f = 0; f < p; f++) {
            pause.pass();
            centred[f] = matrix.column(f);
            double mean = 0;
            for (int i = 0; i < n; i++) {
                if (Double.isNaN(centred[f][i])) {
                    throw new IllegalArgumentException("feature " + f + " is missing in row " + matrix.source(i)
                            + "; a linear model needs missing values filled in");
                }
                mean += weights[i] * centred[f][i];
            }
            means[f] = mean / total;
            for (int i = 0; i < n; i++) {
                centred[f][i] -= means[f];
            }
        }
        for (int i = 0; i < n; i++) {
            target[i] -= targetMean;
        }
        this.products = new double[p][p];
        this.withTarget = new double[p];
        for (int f = 0; f < p; f++) {
            pause.pass();
            for (int g = 0; g <= f; g++) {
                products[f][g] = dot(weights, centred[f], centred[g]);
                products[g][f] = products[f][g];
            }
            withTarget[f] = dot(weights, centred[f], target);
        }
    }

    private static double dot(double[] weights, double[] one, double[] other) {
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * one[i] * other[i];
        }
        return sum;
    }

    /** The intercept that goes with coefficients. */
    double intercept(double[] coefficients) {
        double intercept = targetMean;
        for (int f = 0; f < coefficients.length; f++) {
            intercept -= coefficients[f] * means[f];
        }
        return intercept;
    }
}
