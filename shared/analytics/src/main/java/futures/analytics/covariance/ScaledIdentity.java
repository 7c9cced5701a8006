package futures.analytics.covariance;

/** The target of Ledoit and Wolf (2004a): the mean variance on the diagonal, nothing beside it. */
final class ScaledIdentity {
    private ScaledIdentity() {}

    static Covariance shrink(Centred returns) {
        double[][] sample = returns.covariance(returns.periods);
        int n = returns.series;
        double mean = 0;
        for (int i = 0; i < n; i++) {
            mean += sample[i][i] / n;
        }
        double[][] target = new double[n][n];
        for (int i = 0; i < n; i++) {
            target[i][i] = mean;
        }
        double distance = Centred.squaredNorm(Centred.difference(sample, target));
        return Centred.shrunk(sample, target, returns.intensity(returns.uncertainty(sample), distance));
    }
}
