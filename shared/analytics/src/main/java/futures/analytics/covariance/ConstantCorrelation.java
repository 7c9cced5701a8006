package futures.analytics.covariance;

/** The target of Ledoit and Wolf (2004b): the sample's variances, and the mean correlation between each two. */
final class ConstantCorrelation {
    private final Centred returns;
    private final int n;
    private final double[][] sample;
    private final double[][] ofPeriods;
    private final double[] deviation;

    private ConstantCorrelation(Centred returns) {
        this.returns = returns;
        this.n = returns.series;
        this.sample = returns.covariance(returns.periods - 1);
        this.ofPeriods = returns.covariance(returns.periods);
        this.deviation = new double[n];
        for (int i = 0; i < n; i++) {
            deviation[i] = Math.sqrt(sample[i][i]);
            if (deviation[i] == 0) {
                throw new IllegalArgumentException("series " + i + " does not vary: it has no correlation");
            }
        }
    }

    static Covariance shrink(Centred returns) {
        return returns.series == 1 ? CovarianceMethod.SAMPLE.of(returns) : new ConstantCorrelation(returns).shrunk();
    }

    private Covariance shrunk() {
        double mean = meanCorrelation();
        double[][] target = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                target[i][j] = i == j ? sample[i][i] : mean * deviation[i] * deviation[j];
            }
        }
        double uncertainty = 0;
        double common = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                double fourth = 0;
                double cubed = 0;
                for (double[] row : returns.rows) {
                    fourth += row[i] * row[i] * row[j] * row[j];
                    cubed += row[i] * row[i] * row[i] * row[j];
                }
                double error =
                        fourth / returns.periods - 2 * ofPeriods[i][j] * sample[i][j] + sample[i][j] * sample[i][j];
                uncertainty += error;
                common += i == j
                        ? error
                        : mean * deviation[j] / deviation[i] * commonError(i, j, cubed / returns.periods);
            }
        }
        double distance = Centred.squaredNorm(Centred.difference(sample, target));
        return Centred.shrunk(sample, target, returns.intensity(uncertainty - common, distance));
    }

    /** Of the variance of i and its covariance with j: the paper's ϑ_ii,ij. */
    private double commonError(int i, int j, double cubed) {
        return cubed - ofPeriods[i][i] * sample[i][j] - ofPeriods[i][j] * sample[i][i] + sample[i][i] * sample[i][j];
    }

    private double meanCorrelation() {
        double sum = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                sum += sample[i][j] / (deviation[i] * deviation[j]);
            }
        }
        return sum / (n * (n - 1) / 2.0);
    }
}
