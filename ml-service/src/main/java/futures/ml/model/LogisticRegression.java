package futures.ml.model;

import java.util.Arrays;
import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.DecompositionSolver;

/**
 * Logistic regression by Newton's method: maximum likelihood, or with a penalty on the squares of the coefficients, not on the
 * intercept: penalty Σ b² / 2 − Σ w ln P. The penalty is 1 / C of scikit-learn.
 */
record LogisticRegression(double penalty) implements Learner {
    private static final int MOST_STEPS = 100;
    private static final double STILL = 1e-10;
    private static final double SYMMETRY = 1e-12;
    private static final double INDEPENDENT = 1e-14;

    /**
     * A fit with what statisticians read of it.
     *
     * @param errors        standard errors, of the intercept first
     * @param logLikelihood without the penalty
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Fit(LinearModel model, double[] errors, double logLikelihood) {}

    @Override
    public Task task() {
        return Task.CLASSIFICATION;
    }

    @Override
    public FittedModel fit(Sample sample, long seed, Pause pause) {
        return solve(sample, pause).model;
    }

    Fit solve(Sample sample, Pause pause) {
        sample.checkClasses();
        Terms terms = new Terms(sample);
        double[] at = new double[terms.columns.length];
        double loss = terms.loss(at, penalty);
        for (int step = 0; step < MOST_STEPS; step++) {
            pause.pass();
            double[] gradient = terms.gradient(at, penalty);
            DecompositionSolver curvature = terms.curvature(at, penalty);
            double[] move =
                    curvature.solve(new ArrayRealVector(gradient, false)).toArray();
            double decrement = 0;
            for (int f = 0; f < move.length; f++) {
                decrement += move[f] * gradient[f];
            }
            if (decrement < STILL * STILL * (1 + Math.abs(loss))) {
                return terms.fit(at, curvature);
            }
            double length = 1;
            double[] next = terms.moved(at, move, length);
            double then = terms.loss(next, penalty);
            while (!(then <= loss) && length > STILL) {
                length /= 2;
                next = terms.moved(at, move, length);
                then = terms.loss(next, penalty);
            }
            if (!(then < loss)) {
                // as low as sums of so many terms can tell: the last step still brings it nearer
                return terms.fit(then <= loss ? next : at, curvature);
            }
            at = next;
            loss = then;
        }
        throw new IllegalArgumentException(
                "the likelihood has no maximum, as the features separate the classes; take a penalty above 0");
    }

    /** Columns in units of their own deviation about their mean, with a constant before them; all sums run over the rows. */
    private static final class Terms {
        private final double[][] columns;
        private final double[] means;
        private final double[] scales;
        private final double[] targets;
        private final double[] weights;

        Terms(Sample sample) {
            Matrix matrix = sample.matrix();
            int p = matrix.features();
            int n = sample.rows();
            this.targets = sample.targets();
            this.weights = sample.weights();
            this.columns = new double[p + 1][];
            this.means = new double[p + 1];
            this.scales = new double[p + 1];
            columns[0] = new double[n];
            Arrays.fill(columns[0], 1);
            scales[0] = 1;
            for (int f = 1; f <= p; f++) {
                columns[f] = matrix.column(f - 1);
                for (int i = 0; i < n; i++) {
                    if (Double.isNaN(columns[f][i])) {
                        throw new IllegalArgumentException("feature " + (f - 1) + " is missing in row "
                                + matrix.source(i) + "; a linear model needs missing values filled in");
                    }
                    means[f] += columns[f][i] / n;
                }
                double squares = 0;
                for (int i = 0; i < n; i++) {
                    columns[f][i] -= means[f];
                    squares += columns[f][i] * columns[f][i];
                }
                scales[f] = squares == 0 ? 1 : Math.sqrt(squares / n);
                for (int i = 0; i < n; i++) {
                    columns[f][i] /= scales[f];
                }
            }
        }

        private double[] sums(double[] at) {
            double[] sums = new double[targets.length];
            for (int f = 0; f < at.length; f++) {
                if (at[f] != 0) {
                    for (int i = 0; i < sums.length; i++) {
                        sums[i] += at[f] * columns[f][i];
                    }
                }
            }
            return sums;
        }

        /** The penalty is on the coefficients as they are without the units. */
        private double ridge(int f, double penalty) {
            return f == 0 ? 0 : penalty / (scales[f] * scales[f]);
        }

        double loss(double[] at, double penalty) {
            double[] sums = sums(at);
            double loss = 0;
            for (int i = 0; i < sums.length; i++) {
                loss += weights[i] * (Logistic.softPlus(sums[i]) - targets[i] * sums[i]);
            }
            for (int f = 1; f < at.length; f++) {
                loss += ridge(f, penalty) * at[f] * at[f] / 2;
            }
            return loss;
        }

        double[] gradient(double[] at, double penalty) {
            double[] sums = sums(at);
            for (int i = 0; i < sums.length; i++) {
                sums[i] = weights[i] * (Logistic.probability(sums[i]) - targets[i]);
            }
            double[] gradient = new double[at.length];
            for (int f = 0; f < at.length; f++) {
                double sum = ridge(f, penalty) * at[f];
                for (int i = 0; i < sums.length; i++) {
                    sum += columns[f][i] * sums[i];
                }
                gradient[f] = sum;
            }
            return gradient;
        }

        DecompositionSolver curvature(double[] at, double penalty) {
            double[] sums = sums(at);
            for (int i = 0; i < sums.length; i++) {
                double p = Logistic.probability(sums[i]);
                sums[i] = weights[i] * p * (1 - p);
            }
            double[][] hessian = new double[at.length][at.length];
            for (int f = 0; f < at.length; f++) {
                for (int g = 0; g <= f; g++) {
                    double sum = f == g ? ridge(f, penalty) : 0;
                    for (int i = 0; i < sums.length; i++) {
                        sum += columns[f][i] * columns[g][i] * sums[i];
                    }
                    hessian[f][g] = sum;
                    hessian[g][f] = sum;
                }
            }
            double floor = INDEPENDENT * hessian[0][0];
            try {
                return new CholeskyDecomposition(new Array2DRowRealMatrix(hessian, false), SYMMETRY, floor).getSolver();
            } catch (MathRuntimeException e) {
                throw new IllegalArgumentException(
                        "some features follow from the others or separate the classes, so that their coefficients cannot be told; leave"
                                + " some out, or take a penalty above 0",
                        e);
            }
        }

        double[] moved(double[] at, double[] move, double length) {
            double[] next = at.clone();
            for (int f = 0; f < next.length; f++) {
                next[f] -= length * move[f];
            }
            return next;
        }

        Fit fit(double[] at, DecompositionSolver curvature) {
            int p = at.length - 1;
            double intercept = at[0];
            double[] coefficients = new double[p];
            // the intercept as it is without the units is a sum, whose variance needs all of the matrix
            double[] shift = new double[p + 1];
            shift[0] = 1;
            for (int f = 1; f <= p; f++) {
                coefficients[f - 1] = at[f] / scales[f];
                shift[f] = -means[f] / scales[f];
                intercept += at[f] * shift[f];
            }
            double[] errors = new double[p + 1];
            ArrayRealVector shifted = new ArrayRealVector(shift, false);
            errors[0] = Math.sqrt(shifted.dotProduct(curvature.solve(shifted)));
            for (int f = 1; f <= p; f++) {
                ArrayRealVector unit = new ArrayRealVector(p + 1);
                unit.setEntry(f, 1 / scales[f]);
                errors[f] = Math.sqrt(unit.dotProduct(curvature.solve(unit)));
            }
            return new Fit(new LinearModel(Task.CLASSIFICATION, intercept, coefficients), errors, -loss(at, 0));
        }
    }
}
