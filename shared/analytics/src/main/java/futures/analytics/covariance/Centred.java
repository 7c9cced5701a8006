package futures.analytics.covariance;

/** Returns less the mean of their column, and sums of products of them. */
final class Centred {
    final double[][] rows;
    final int periods;
    final int series;

    private Centred(double[][] rows) {
        this.rows = rows;
        this.periods = rows.length;
        this.series = rows[0].length;
    }

    /** @throws IllegalArgumentException for fewer than two periods, no series or rows of different length */
    static Centred of(double[][] returns) {
        if (returns.length < 2 || returns[0].length == 0) {
            throw new IllegalArgumentException("a covariance needs two periods and a series at least");
        }
        int series = returns[0].length;
        double[] means = new double[series];
        for (double[] row : returns) {
            if (row.length != series) {
                throw new IllegalArgumentException("every period needs " + series + " returns, found " + row.length);
            }
            for (int i = 0; i < series; i++) {
                means[i] += row[i] / returns.length;
            }
        }
        double[][] rows = new double[returns.length][series];
        for (int t = 0; t < rows.length; t++) {
            for (int i = 0; i < series; i++) {
                rows[t][i] = returns[t][i] - means[i];
            }
        }
        return new Centred(rows);
    }

    /** Sum of products of each two columns over the divisor: the number of periods, or one less. */
    double[][] covariance(int divisor) {
        double[][] sums = new double[series][series];
        for (double[] row : rows) {
            for (int i = 0; i < series; i++) {
                for (int j = 0; j <= i; j++) {
                    sums[i][j] += row[i] * row[j];
                }
            }
        }
        for (int i = 0; i < series; i++) {
            for (int j = 0; j <= i; j++) {
                sums[i][j] /= divisor;
                sums[j][i] = sums[i][j];
            }
        }
        return sums;
    }

    /** How uncertain the sample is: Σ over i, j of mean over t of (x_ti x_tj)², less s_ij². The s are with divisor T. */
    double uncertainty(double[][] covariance) {
        double fourth = 0;
        for (double[] row : rows) {
            double squares = 0;
            for (double value : row) {
                squares += value * value;
            }
            fourth += squares * squares;
        }
        return fourth / periods - squaredNorm(covariance);
    }

    static double squaredNorm(double[][] matrix) {
        double sum = 0;
        for (double[] row : matrix) {
            for (double value : row) {
                sum += value * value;
            }
        }
        return sum;
    }

    /** intensity × target + (1 − intensity) × sample. */
    static Covariance shrunk(double[][] sample, double[][] target, double intensity) {
        double[][] mixed = new double[sample.length][sample.length];
        for (int i = 0; i < sample.length; i++) {
            for (int j = 0; j < sample.length; j++) {
                mixed[i][j] = intensity * target[i][j] + (1 - intensity) * sample[i][j];
            }
        }
        return new Covariance(mixed, intensity);
    }

    static double[][] difference(double[][] one, double[][] other) {
        double[][] difference = new double[one.length][one.length];
        for (int i = 0; i < one.length; i++) {
            for (int j = 0; j < one.length; j++) {
                difference[i][j] = one[i][j] - other[i][j];
            }
        }
        return difference;
    }

    /** κ / T within 0 and 1; a sample that is its target needs no shrinking. */
    double intensity(double kappaTimesDistance, double distance) {
        return distance <= 0 ? 0 : Math.max(0, Math.min(1, kappaTimesDistance / distance / periods));
    }
}
