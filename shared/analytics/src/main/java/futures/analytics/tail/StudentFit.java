package futures.analytics.tail;

import futures.analytics.performance.Measure;
import futures.analytics.performance.ReturnStatistics;
import org.hipparchus.distribution.continuous.TDistribution;
import org.hipparchus.special.Gamma;

/**
 * Student's distribution with location and scale, fitted by maximum likelihood.
 *
 * @param freedom degrees of freedom, above zero; 200 is as good as normal, and the most that is fitted
 */
public record StudentFit(double location, double scale, double freedom) {
    private static final double LEAST_FREEDOM = 0.2;
    private static final double MOST_FREEDOM = 200;

    /** @param returns three or more that vary */
    public static StudentFit of(double[] returns) {
        ReturnStatistics statistics = ReturnStatistics.of(returns, 1);
        double mean = statistics.mean().value();
        double deviation = statistics.deviation().value();
        double[] best = Likelihood.maximum(
                point -> {
                    StudentFit fit = at(point, mean, deviation);
                    return fit.logLikelihood(returns);
                },
                new double[][] {{0, Math.log(0.7), Math.log(4)}, {0, Math.log(0.4), Math.log(2)}, {0, 0, Math.log(30)}
                });
        return at(best, mean, deviation);
    }

    private static StudentFit at(double[] point, double mean, double deviation) {
        double freedom = Math.max(LEAST_FREEDOM, Math.min(MOST_FREEDOM, StrictMath.exp(point[2])));
        return new StudentFit(mean + point[0] * deviation, deviation * StrictMath.exp(point[1]), freedom);
    }

    double logLikelihood(double[] returns) {
        double constant = Gamma.logGamma((freedom + 1) / 2)
                - Gamma.logGamma(freedom / 2)
                - StrictMath.log(freedom * Math.PI) / 2
                - StrictMath.log(scale);
        double sum = 0;
        for (double value : returns) {
            double z = (value - location) / scale;
            sum += StrictMath.log1p(z * z / freedom);
        }
        return returns.length * constant - (freedom + 1) / 2 * sum;
    }

    /** The shortfall is undefined when there is no mean, at one degree of freedom or less. */
    public TailRisk tail(double level) {
        TDistribution distribution = new TDistribution(freedom);
        double z = distribution.inverseCumulativeProbability(level);
        double valueAtRisk = -(location + scale * z);
        if (freedom <= 1) {
            return new TailRisk(Measure.of(valueAtRisk), Measure.undefined("the fitted distribution has no mean"));
        }
        double beyond = distribution.density(z) / level * (freedom + z * z) / (freedom - 1);
        return TailRisk.of(valueAtRisk, -location + scale * beyond);
    }
}
