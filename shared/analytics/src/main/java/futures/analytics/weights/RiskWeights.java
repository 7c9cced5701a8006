package futures.analytics.weights;

import java.util.Arrays;

/** Weights from risks alone, without means and without a solver. */
public final class RiskWeights {
    private static final int MOST_ROUNDS = 100_000;
    private static final double CLOSE = 1e-14;

    private RiskWeights() {}

    /** 1/n each. */
    public static double[] equal(int count) {
        double[] weights = new double[count];
        Arrays.fill(weights, 1.0 / count);
        return weights;
    }

    /** 1/σᵢ, scaled to a sum of 1. */
    public static double[] inverseVolatility(double[][] covariance) {
        double[] weights = new double[covariance.length];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = 1 / Math.sqrt(covariance[i][i]);
        }
        return scaled(weights);
    }

    /** 1/σᵢ², scaled to a sum of 1. */
    public static double[] inverseVariance(double[][] covariance) {
        double[] weights = new double[covariance.length];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = 1 / covariance[i][i];
        }
        return scaled(weights);
    }

    /**
     * Weights whose shares in the variance are the budgets: equal risk contributions (Maillard, Roncalli and Teïletche 2010)
     * when they are all the same. They are the minimum of ½ x′Cx − Σ bᵢ ln xᵢ with C the correlations, found coordinate by
     * coordinate (Griveau-Billion, Richard and Roncalli 2013), then divided by the deviations.
     *
     * @param budgets above zero, in any scale
     * @throws IllegalArgumentException when a series does not vary, or the search does not end
     */
    public static double[] parity(double[][] covariance, double[] budgets) {
        int n = budgets.length;
        double total = Arrays.stream(budgets).sum();
        double[] deviation = new double[n];
        for (int i = 0; i < n; i++) {
            if (!(covariance[i][i] > 0) || !(budgets[i] > 0)) {
                throw new IllegalArgumentException("risk parity needs a variance and a budget above zero, found "
                        + covariance[i][i] + " and " + budgets[i] + " for series " + i);
            }
            deviation[i] = Math.sqrt(covariance[i][i]);
        }
        double[] x = new double[n];
        Arrays.fill(x, 1);
        for (int round = 0; round < MOST_ROUNDS; round++) {
            double moved = 0;
            for (int i = 0; i < n; i++) {
                double others = 0;
                for (int j = 0; j < n; j++) {
                    if (j != i) {
                        others += covariance[i][j] / (deviation[i] * deviation[j]) * x[j];
                    }
                }
                double next = (Math.sqrt(others * others + 4 * budgets[i] / total) - others) / 2;
                moved = Math.max(moved, Math.abs(next - x[i]) / next);
                x[i] = next;
            }
            if (moved <= CLOSE) {
                for (int i = 0; i < n; i++) {
                    x[i] /= deviation[i];
                }
                return scaled(x);
            }
        }
        throw new IllegalArgumentException(
                "risk parity was not found in " + MOST_ROUNDS + " rounds: two series may cancel out");
    }

    private static double[] scaled(double[] weights) {
        double sum = Arrays.stream(weights).sum();
        for (int i = 0; i < weights.length; i++) {
            weights[i] /= sum;
        }
        return weights;
    }
}
