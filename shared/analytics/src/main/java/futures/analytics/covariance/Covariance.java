package futures.analytics.covariance;

/** An estimated covariance matrix, symmetric, in squared units of the returns per period. */
public final class Covariance {
    private final double[][] matrix;
    private final double shrinkage;

    Covariance(double[][] matrix, double shrinkage) {
        this.matrix = matrix;
        this.shrinkage = shrinkage;
    }

    /** A matrix that is known already; it is not copied. */
    public static Covariance of(double[][] matrix) {
        return new Covariance(matrix, 0);
    }

    /** Rows are not to be changed. */
    public double[][] matrix() {
        return matrix;
    }

    /** Weight of the target, 0 (the sample alone) to 1 (the target alone). */
    public double shrinkage() {
        return shrinkage;
    }

    /**
     * Covariances divided by both deviations, clipped to −1 and 1; the diagonal is exactly 1.
     *
     * @throws IllegalArgumentException when a variance is zero
     */
    public double[][] correlation() {
        int n = matrix.length;
        double[][] correlation = new double[n][n];
        for (int i = 0; i < n; i++) {
            if (!(matrix[i][i] > 0)) {
                throw new IllegalArgumentException("series " + i + " does not vary");
            }
            for (int j = 0; j < n; j++) {
                double ratio = matrix[i][j] / (Math.sqrt(matrix[i][i]) * Math.sqrt(matrix[j][j]));
                correlation[i][j] = i == j ? 1 : Math.max(-1, Math.min(1, ratio));
            }
        }
        return correlation;
    }
}
