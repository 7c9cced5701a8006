package futures.analytics.weights;

import java.util.Random;

/** Made-up returns with common factors, and what tests need of them. */
final class RandomMarket {
    final Random random;
    final int n;
    final double[][] returns;
    final double[][] covariance;
    final double[] means;

    RandomMarket(long seed, int n, int periods) {
        this.random = new Random(seed);
        this.n = n;
        this.returns = new double[periods][n];
        double[] loading = random.doubles(n, -0.5, 1.5).toArray();
        double[] deviation = random.doubles(n, 0.002, 0.03).toArray();
        double[] drift = random.doubles(n, -0.1, 0.3).toArray();
        for (double[] row : returns) {
            double factor = random.nextGaussian();
            for (int i = 0; i < n; i++) {
                row[i] = deviation[i] * (drift[i] + loading[i] * factor + random.nextGaussian());
            }
        }
        this.means = new double[n];
        this.covariance = new double[n][n];
        for (double[] row : returns) {
            for (int i = 0; i < n; i++) {
                means[i] += row[i] / periods;
            }
        }
        for (double[] row : returns) {
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    covariance[i][j] += (row[i] - means[i]) * (row[j] - means[j]) / (periods - 1);
                }
            }
        }
    }

    WeightBounds bounds() {
        double[] low = new double[n];
        double[] high = new double[n];
        double most = 0;
        for (int i = 0; i < n; i++) {
            low[i] = random.nextInt(3) == 0 ? 0.3 * random.nextDouble() / n : 0;
            high[i] = random.nextInt(3) == 0 ? Math.min(1, 2.5 / n) : 1;
            most += high[i];
        }
        return most < 1 ? WeightBounds.of(n, 0, 1) : WeightBounds.of(low, high);
    }

    /** By the given order of series, so that {@code [k]} is what {@code order[k]} was. */
    static double[] permuted(double[] values, int[] order) {
        double[] permuted = new double[order.length];
        for (int k = 0; k < order.length; k++) {
            permuted[k] = values[order[k]];
        }
        return permuted;
    }

    static double[][] permuted(double[][] matrix, int[] order) {
        double[][] permuted = new double[order.length][];
        for (int k = 0; k < order.length; k++) {
            permuted[k] = permuted(matrix[order[k]], order);
        }
        return permuted;
    }

    int[] shuffled() {
        int[] order = new int[n];
        for (int i = 0; i < n; i++) {
            int j = random.nextInt(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        return order;
    }
}
