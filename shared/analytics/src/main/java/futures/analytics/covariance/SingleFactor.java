package futures.analytics.covariance;

/** The target of Ledoit and Wolf (2003): β β′ Var(m) with the sample's variances on the diagonal; m is the mean of all series. */
final class SingleFactor {
    private final Centred returns;
    private final int n;
    private final double[] factor;
    private final double[] beta;
    private final double[][] sample;
    private double factorVariance;

    private SingleFactor(Centred returns) {
        this.returns = returns;
        this.n = returns.series;
        this.sample = returns.covariance(returns.periods);
        this.factor = new double[returns.periods];
        this.beta = new double[n];
        for (int t = 0; t < factor.length; t++) {
            for (double value : returns.rows[t]) {
                factor[t] += value / n;
            }
            factorVariance += factor[t] * factor[t] / factor.length;
            for (int i = 0; i < n; i++) {
                beta[i] += returns.rows[t][i] * factor[t] / factor.length;
            }
        }
    }

    static Covariance shrink(Centred returns) {
        return new SingleFactor(returns).shrunk();
    }

    private Covariance shrunk() {
        if (factorVariance == 0) {
            return new Covariance(sample, 0);
        }
        double[][] target = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                target[i][j] = i == j ? sample[i][i] : beta[i] * beta[j] / factorVariance;
            }
        }
        double distance = Centred.squaredNorm(Centred.difference(sample, target));
        return Centred.shrunk(sample, target, returns.intensity(returns.uncertainty(sample) - commonError(), distance));
    }

    /** Asymptotic covariance of the errors of target and sample, summed: the paper's ρ. {@code beta} is Cov(x_i, m). */
    private double commonError() {
        double sum = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                double squares = 0;
                double withFactor = 0;
                double withBoth = 0;
                for (int t = 0; t < factor.length; t++) {
                    double xi = returns.rows[t][i];
                    double xj = returns.rows[t][j];
                    squares += xi * xi * xi * xi;
                    withFactor += xi * xi * xj * factor[t];
                    withBoth += xi * xj * factor[t] * factor[t];
                }
                if (i == j) {
                    sum += squares / factor.length - sample[i][i] * sample[i][i];
                } else {
                    double first = withFactor / factor.length - beta[i] * sample[i][j];
                    double third = withBoth / factor.length - factorVariance * sample[i][j];
                    sum += 2 * first * beta[j] / factorVariance
                            - third * beta[i] * beta[j] / (factorVariance * factorVariance);
                }
            }
        }
        return sum;
    }
}
