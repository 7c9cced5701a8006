package futures.analytics.inference;

/** How many independent trials as many as were made are worth, since trials of one idea resemble each other. */
public final class IndependentTrials {
    private IndependentTrials() {}

    /**
     * ρ + (1 − ρ) · trials (Bailey and López de Prado, "The Deflated Sharpe Ratio", 2014, appendix 3), with a correlation below 0
     * taken as 0.
     *
     * @param trials          at least 1
     * @param meanCorrelation of the trials' returns over all pairs, at most 1
     * @return 1 for trials that are all the same, their number for uncorrelated ones; not a whole number
     */
    public static double effective(long trials, double meanCorrelation) {
        if (trials < 1) {
            throw new IllegalArgumentException("at least one trial was expected, found " + trials);
        }
        if (!(meanCorrelation <= 1)) {
            throw new IllegalArgumentException("a correlation is at most 1, found " + meanCorrelation);
        }
        double correlation = Math.max(0, meanCorrelation);
        return correlation + (1 - correlation) * trials;
    }
}
