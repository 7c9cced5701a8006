package futures.analytics.weights;

/** What follows from weights. */
public final class Mix {
    private Mix() {}

    /** μ′w. */
    public static double mean(double[] means, double[] weights) {
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * means[i];
        }
        return sum;
    }

    /** w′Σw. */
    public static double variance(double[][] covariance, double[] weights) {
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * mean(covariance[i], weights);
        }
        return sum;
    }

    /**
     * The share of each in the variance: wᵢ (Σw)ᵢ / w′Σw. They sum to 1; one that hedges the others has a negative share.
     *
     * @return all zero when the mix does not vary
     */
    public static double[] riskContributions(double[][] covariance, double[] weights) {
        double variance = variance(covariance, weights);
        double[] shares = new double[weights.length];
        for (int i = 0; i < shares.length && variance > 0; i++) {
            shares[i] = weights[i] * mean(covariance[i], weights) / variance;
        }
        return shares;
    }

    /** Each period's return with weights that stay as they are. */
    public static double[] returns(double[][] returns, double[] weights) {
        double[] mix = new double[returns.length];
        for (int t = 0; t < mix.length; t++) {
            mix[t] = mean(returns[t], weights);
        }
        return mix;
    }
}
