package futures.ml.model;

import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.CholeskyDecomposition;

/**
 * Least squares with a penalty on the squares of the coefficients, not on the intercept: Σ w (y − ŷ)² + penalty Σ b². Without a
 * penalty ordinary least squares.
 */
record LinearRegression(double penalty) implements Learner {
    private static final double SYMMETRY = 1e-12;
    /** Squares of a feature that the others leave, as a part of its own; below it they say the same. */
    private static final double INDEPENDENT = 1e-13;

    @Override
    public Task task() {
        return Task.REGRESSION;
    }

    @Override
    public FittedModel fit(Sample sample, long seed, Pause pause) {
        Gram gram = new Gram(sample, pause);
        int p = gram.means.length;
        // features in units of their own deviation, so that the size of a number says nothing about its rank
        double[] scale = new double[p];
        double[][] scaled = new double[p][p];
        double[] right = new double[p];
        for (int f = 0; f < p; f++) {
            scale[f] = Math.sqrt(gram.products[f][f] + penalty);
            if (scale[f] == 0) {
                throw new IllegalArgumentException(
                        "feature " + f + " is the same in all rows; leave it out, or take a penalty above 0");
            }
        }
        for (int f = 0; f < p; f++) {
            right[f] = gram.withTarget[f] / scale[f];
            for (int g = 0; g < p; g++) {
                scaled[f][g] = f == g ? 1 : gram.products[f][g] / (scale[f] * scale[g]);
            }
        }
        try {
            double[] solved = new CholeskyDecomposition(new Array2DRowRealMatrix(scaled, false), SYMMETRY, INDEPENDENT)
                    .getSolver()
                    .solve(new ArrayRealVector(right, false))
                    .toArray();
            for (int f = 0; f < p; f++) {
                solved[f] /= scale[f];
            }
            return new LinearModel(Task.REGRESSION, gram.intercept(solved), solved);
        } catch (MathRuntimeException e) {
            throw new IllegalArgumentException(
                    "some features follow from the others, so that their coefficients cannot be told apart; leave some out, or take a"
                            + " penalty above 0",
                    e);
        }
    }
}
