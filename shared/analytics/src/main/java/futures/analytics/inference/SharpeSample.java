package futures.analytics.inference;

import futures.analytics.performance.Measure;
import futures.analytics.performance.ReturnStatistics;

/**
 * An observed Sharpe ratio with what its sampling error depends on.
 *
 * <p>Formulas are those of 2012 and 2014: Bailey and López de Prado, "The Sharpe Ratio Efficient Frontier", Journal of Risk
 * 15 (2012), and "The Deflated Sharpe Ratio", Journal of Portfolio Management 40 (2014), with the error of the ratio for
 * returns of any distribution (Mertens 2002), taken at the observed ratio, and n − 1. The revision of 2025 takes the error at
 * the benchmark, and n; it gives other figures.
 *
 * @param ratio        mean / standard deviation (n − 1) of the returns, per observation
 * @param observations how many returns there were
 * @param skewness     of the population
 * @param kurtosis     of the population, raw: 3 for a normal distribution
 */
public record SharpeSample(double ratio, int observations, double skewness, double kurtosis) {
    private static final double EULER = 0.5772156649015329;
    private static final double ROUNDING = 1e-12;
    private static final double COUNTED_AT_MOST = 1e12;

    public SharpeSample {
        if (observations < 2) {
            throw new IllegalArgumentException("a Sharpe ratio is of two returns or more, found " + observations);
        }
        if (!Double.isFinite(ratio) || !Double.isFinite(skewness) || !Double.isFinite(kurtosis)) {
            throw new IllegalArgumentException(
                    "finite moments were expected, found " + ratio + ", " + skewness + ", " + kurtosis);
        }
    }

    /** @throws IllegalArgumentException for less than two returns, or returns that do not vary: they have no ratio */
    public static SharpeSample of(double[] returns) {
        ReturnStatistics statistics = ReturnStatistics.of(returns, 1);
        Measure ratio = statistics.sharpe(0);
        if (!ratio.defined()) {
            throw new IllegalArgumentException(ratio.reason());
        }
        return new SharpeSample(
                ratio.value(),
                returns.length,
                statistics.skewness().value(),
                statistics.kurtosis().value());
    }

    /** √(n − 1) times the standard error of the ratio, squared: 1 − skewness · SR + (kurtosis − 1) / 4 · SR². */
    private double spread() {
        return spreadAt(ratio);
    }

    private double spreadAt(double sharpe) {
        return 1 - skewness * sharpe + (kurtosis - 1) / 4 * sharpe * sharpe;
    }

    private boolean certain() {
        return spread() <= ROUNDING;
    }

    private static Measure noError() {
        return Measure.undefined("the sampling error of the Sharpe ratio is zero");
    }

    /** √(spread / (n − 1)), per observation like the ratio. */
    public Measure standardError() {
        return certain() ? noError() : Measure.of(Math.sqrt(spread() / (observations - 1)));
    }

    /**
     * Probabilistic Sharpe ratio (2012): the probability that the true ratio exceeds a benchmark.
     *
     * @param benchmark per observation
     */
    public Measure probability(double benchmark) {
        return certain()
                ? noError()
                : Measure.of(NormalDistribution.probability(
                        (ratio - benchmark) * Math.sqrt(observations - 1) / Math.sqrt(spread())));
    }

    /**
     * Probabilistic Sharpe ratio as revised in 2025 (Lopez de Prado, Lipton and Zoonek, "How to Use the Sharpe Ratio"): the error
     * is that of a ratio at the benchmark, and observations are not lessened by one.
     *
     * @param benchmark per observation
     */
    public Measure revisedProbability(double benchmark) {
        double spread = spreadAt(benchmark);
        return spread <= ROUNDING
                ? noError()
                : Measure.of(NormalDistribution.probability(
                        (ratio - benchmark) * Math.sqrt(observations) / Math.sqrt(spread)));
    }

    /** Minimum track record length by the revision of 2025; otherwise as {@link #minimumTrackRecord}. */
    public Measure revisedTrackRecord(double benchmark, double confidence) {
        if (ratio - benchmark <= ROUNDING) {
            return Measure.undefined("the Sharpe ratio does not exceed the benchmark");
        }
        double deviations = NormalDistribution.quantile(confidence) / (ratio - benchmark);
        double needed = spreadAt(benchmark) * deviations * deviations;
        return needed > COUNTED_AT_MOST
                ? Measure.undefined("the Sharpe ratio is too small to tell it from the benchmark")
                : Measure.of(needed);
    }

    /**
     * Minimum track record length (2012): observations, not a whole number, from which on {@link #probability} would reach the
     * confidence if ratio, skewness and kurtosis stayed; undefined when the ratio does not exceed the benchmark.
     *
     * @param benchmark  per observation
     * @param confidence above 0.5 and below 1
     */
    public Measure minimumTrackRecord(double benchmark, double confidence) {
        if (!(confidence > 0.5 && confidence < 1)) {
            throw new IllegalArgumentException("a confidence between 0.5 and 1 was expected, found " + confidence);
        }
        String of = benchmark == 0 ? "0" : "the benchmark";
        if (ratio - benchmark <= ROUNDING) {
            return Measure.undefined("the Sharpe ratio does not exceed " + of);
        }
        if (certain()) {
            return noError();
        }
        double deviations = NormalDistribution.quantile(confidence) / (ratio - benchmark);
        double needed = 1 + spread() * deviations * deviations;
        return needed > COUNTED_AT_MOST
                ? Measure.undefined("the Sharpe ratio is too small to tell it from " + of)
                : Measure.of(needed);
    }

    /**
     * Deflated Sharpe ratio (2014): the probability that the true ratio exceeds what the best of so many trials without any
     * merit would have shown.
     *
     * @param trials   independent ones, this one included, at least 1
     * @param variance of the ratios of the trials, per observation: that of annual ratios / observations a year
     */
    public Measure deflated(long trials, double variance) {
        return probability(expectedBest(trials, variance));
    }

    /** The Sharpe ratio that the best of so many trials without merit is expected to show (2014), per observation. */
    public static double expectedBest(long trials, double variance) {
        if (!(variance >= 0) || Double.isInfinite(variance)) {
            throw new IllegalArgumentException("a variance must not be negative, found " + variance);
        }
        return Math.sqrt(variance) * expectedMaximum(trials);
    }

    /**
     * The highest of so many independent standard normal values, as expected: (1 − γ) z(1 − 1/N) + γ z(1 − 1/(N e)), γ being
     * Euler's constant (2014); 0 for one, for which the approximation does not hold.
     */
    public static double expectedMaximum(long trials) {
        if (trials < 1) {
            throw new IllegalArgumentException("at least one trial was expected, found " + trials);
        }
        return trials == 1
                ? 0
                : -(1 - EULER) * NormalDistribution.quantile(1.0 / trials)
                        - EULER * NormalDistribution.quantile(1 / (trials * Math.E));
    }
}
