package futures.analytics.tail;

import futures.analytics.performance.ReturnStatistics;

/**
 * A variance that goes on from period to period: v' = ω + α e² + β v, e being the return less its mean. GARCH(1,1) (Bollerslev
 * 1986) is fitted; with ω = 0, α = 1 − λ and β = λ it is the exponentially weighted average of RiskMetrics (1996).
 *
 * @param first variance of the first period
 */
public record VarianceModel(double mean, double omega, double alpha, double beta, double first) {
    /** Of RiskMetrics, for days. */
    public static final double DECAY = 0.94;

    private static final int SEED_PERIODS = 20;
    private static final double MOST_PERSISTENT = 0.9999;

    /** What the average begins with. */
    public enum Seed {
        /** Mean square of the first 20 returns. */
        FIRST_TWENTY,
        /** Square of the first return. */
        FIRST_ONE,
        /** None: weights of all squares come to 1. */
        WEIGHTS
    }

    /** Around a mean of zero, beginning with the mean square of the first 20 returns. */
    public static VarianceModel exponential(double[] returns, double decay) {
        int count = Math.min(SEED_PERIODS, returns.length);
        double squares = 0;
        for (int i = 0; i < count; i++) {
            squares += returns[i] * returns[i];
        }
        return new VarianceModel(0, 0, 1 - decay, decay, squares / count);
    }

    /** Deviation of the period after the last by an exponential average; how it begins matters for short series. */
    public static double exponentialDeviation(double[] returns, double decay, Seed seed) {
        if (seed == Seed.FIRST_TWENTY) {
            return Math.sqrt(exponential(returns, decay).next(returns));
        }
        double sum = 0;
        double weight = 1;
        double total = 0;
        for (int i = returns.length - 1; i >= 0; i--) {
            boolean closing = i == 0 && seed == Seed.FIRST_ONE;
            double share = closing ? weight : (1 - decay) * weight;
            sum += share * returns[i] * returns[i];
            total += share;
            weight *= decay;
        }
        return Math.sqrt(sum / total);
    }

    /**
     * GARCH(1,1) by quasi-maximum likelihood of normal innovations around the mean; the first variance is that of the sample.
     *
     * @param returns that vary; some hundreds for an estimate worth its name
     */
    public static VarianceModel garch(double[] returns) {
        ReturnStatistics statistics = ReturnStatistics.of(returns, 1);
        double mean = statistics.mean().value();
        double deviation = statistics.deviation().value();
        double variance = deviation * deviation * (returns.length - 1) / returns.length;
        double[] squares = new double[returns.length];
        for (int i = 0; i < squares.length; i++) {
            squares[i] = (returns[i] - mean) * (returns[i] - mean);
        }
        double[] best = Likelihood.maximum(
                point -> at(point, mean, variance).logLikelihoodOf(squares),
                new double[][] {point(0.95, 0.1), point(0.8, 0.2), point(0.99, 0.05), point(0.3, 0.5)});
        return at(best, mean, variance);
    }

    /** Persistence α + β, the share of α in it, and the logarithm of long-run / sample variance, all without bounds. */
    private static double[] point(double persistence, double share) {
        return new double[] {logit(persistence / MOST_PERSISTENT), logit(share), 0};
    }

    private static double logit(double p) {
        return StrictMath.log(p / (1 - p));
    }

    private static VarianceModel at(double[] point, double mean, double variance) {
        double persistence = MOST_PERSISTENT / (1 + StrictMath.exp(-point[0]));
        double alpha = persistence / (1 + StrictMath.exp(-point[1]));
        double longRun = variance * StrictMath.exp(Math.max(-20, Math.min(20, point[2])));
        return new VarianceModel(mean, longRun * (1 - persistence), alpha, persistence - alpha, variance);
    }

    /** Σ −(log 2π + log v + e² / v) / 2. */
    public double logLikelihood(double[] returns) {
        double[] squares = new double[returns.length];
        for (int i = 0; i < squares.length; i++) {
            squares[i] = (returns[i] - mean) * (returns[i] - mean);
        }
        return logLikelihoodOf(squares);
    }

    private double logLikelihoodOf(double[] squares) {
        double variance = first;
        double sum = 0;
        for (double square : squares) {
            sum += Math.log(variance) + square / variance;
            variance = after(variance, square);
        }
        return -(sum + squares.length * Math.log(2 * Math.PI)) / 2;
    }

    double after(double variance, double square) {
        return omega + alpha * square + beta * variance;
    }

    /** Variance of the period after the last. */
    public double next(double[] returns) {
        double variance = first;
        for (double value : returns) {
            variance = after(variance, (value - mean) * (value - mean));
        }
        return variance;
    }

    /** Returns less their mean, in deviations of their period. */
    double[] residuals(double[] returns) {
        double[] residuals = new double[returns.length];
        double variance = first;
        for (int i = 0; i < residuals.length; i++) {
            double away = returns[i] - mean;
            residuals[i] = away / Math.sqrt(variance);
            variance = after(variance, away * away);
        }
        return residuals;
    }

    /** α + β: the share of a shock that is left a period later. */
    public double persistence() {
        return alpha + beta;
    }
}
