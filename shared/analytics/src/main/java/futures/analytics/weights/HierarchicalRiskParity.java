package futures.analytics.weights;

import futures.analytics.covariance.Covariance;
import java.util.Arrays;
import java.util.Locale;

/**
 * Hierarchical risk parity (López de Prado, "Building diversified portfolios that outperform out of sample", 2016): series are
 * ordered by a tree of their correlations; capital is then halved along that order, each half getting it in inverse proportion to
 * the variance of its inverse-variance mix.
 *
 * <p>The order of the leaves is not unique, for any two branches may change sides, and the halves depend on it: weights can
 * change with the order of the input. That is the method's.
 */
public final class HierarchicalRiskParity {
    /** What lies between two series. The two are not compatible. */
    public enum Distance {
        /** d = √((1 − ρ) / 2), then the Euclidean distance between the columns of d, as in the paper's code. */
        LOPEZ_DE_PRADO,
        /** d = √((1 − ρ) / 2) itself, as in PyPortfolioOpt. */
        CORRELATION;

        double[][] between(double[][] correlation) {
            int n = correlation.length;
            double[][] direct = new double[n][n];
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    direct[i][j] = Math.sqrt(Math.max(0, (1 - correlation[i][j]) / 2));
                }
            }
            if (this == CORRELATION) {
                return direct;
            }
            double[][] between = new double[n][n];
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    double squares = 0;
                    for (int k = 0; k < n; k++) {
                        squares += (direct[k][i] - direct[k][j]) * (direct[k][i] - direct[k][j]);
                    }
                    between[i][j] = Math.sqrt(squares);
                }
            }
            return between;
        }

        /** Its name in JSON: {@code lopez_de_prado}. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private HierarchicalRiskParity() {}

    /** Of the correlations by single linkage. */
    public static Dendrogram tree(Covariance covariance, Distance distance) {
        return Dendrogram.singleLinkage(distance.between(covariance.correlation()));
    }

    public static double[] weights(Covariance covariance, Distance distance) {
        return bisected(covariance.matrix(), tree(covariance, distance).order());
    }

    static double[] bisected(double[][] covariance, int[] order) {
        double[] weights = new double[order.length];
        Arrays.fill(weights, 1);
        bisect(covariance, order, weights);
        return weights;
    }

    private static void bisect(double[][] covariance, int[] order, double[] weights) {
        if (order.length < 2) {
            return;
        }
        int[] left = Arrays.copyOfRange(order, 0, order.length / 2);
        int[] right = Arrays.copyOfRange(order, order.length / 2, order.length);
        double leftVariance = clusterVariance(covariance, left);
        double rightVariance = clusterVariance(covariance, right);
        double toLeft = 1 - leftVariance / (leftVariance + rightVariance);
        for (int i : left) {
            weights[i] *= toLeft;
        }
        for (int i : right) {
            weights[i] *= 1 - toLeft;
        }
        bisect(covariance, left, weights);
        bisect(covariance, right, weights);
    }

    private static double clusterVariance(double[][] covariance, int[] members) {
        double[][] part = new double[members.length][members.length];
        for (int i = 0; i < members.length; i++) {
            for (int j = 0; j < members.length; j++) {
                part[i][j] = covariance[members[i]][members[j]];
            }
        }
        return Mix.variance(part, RiskWeights.inverseVariance(part));
    }
}
