package futures.analytics.account;

import futures.analytics.performance.Measure;
import futures.analytics.performance.Metric;
import futures.analytics.performance.ReturnStatistics;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/** Figures that other programs give under the same names, so that a result can be compared with theirs. */
public final class OtherDefinitions {
    private OtherDefinitions() {}

    /**
     * Those from {@link Metric#VOLATILITY_POPULATION} to {@link Metric#SORTINO_GEOMETRIC}.
     *
     * @param returns on what the account was worth before each
     */
    public static Map<Metric, Measure> of(double[] returns, SeriesTerms terms) {
        Map<Metric, Measure> figures = new EnumMap<>(Metric.class);
        double perYear = terms.periodsPerYear();
        double yearly = StrictMath.pow(1 + terms.riskFree(), perYear) - 1;
        ReturnStatistics statistics = ReturnStatistics.of(returns, perYear);
        Measure annual = statistics.annualisedReturn();
        Measure volatility = statistics.volatility();
        double n = returns.length;
        double smaller = Math.sqrt((n - 1) / n);
        figures.put(Metric.VOLATILITY_POPULATION, volatility.times(smaller));
        figures.put(
                Metric.SHARPE_POPULATION, statistics.sharpe(terms.riskFree()).times(1 / smaller));
        Measure mean = statistics.mean();
        Measure compounded = mean.defined() ? Measure.of(StrictMath.pow(1 + mean.value(), perYear) - 1) : mean;
        String same = "returns do not vary";
        figures.put(Metric.SHARPE_COMPOUNDED, less(compounded, yearly).over(volatility, same));
        Measure lognormal = lognormal(annual, statistics.deviation(), perYear);
        figures.put(Metric.VOLATILITY_COMPOUNDED, lognormal);
        figures.put(Metric.SHARPE_GEOMETRIC, less(annual, yearly).over(lognormal, same));
        double[] negative = negative(returns);
        figures.put(
                Metric.SORTINO_NEGATIVES,
                compounded.over(ReturnStatistics.of(negative, perYear).volatility(), "losses do not vary"));
        figures.put(
                Metric.SORTINO_GEOMETRIC,
                annual.over(statistics.downsideDeviation(terms.minimum()).times(Math.sqrt(perYear)), "no period lost"));
        return figures;
    }

    private static double[] negative(double[] returns) {
        double[] negative = new double[returns.length];
        int count = 0;
        for (double value : returns) {
            negative[count] = value; // stays there only when it counts
            count += PeriodTally.notZero(value) & PeriodTally.negative(value);
        }
        return Arrays.copyOf(negative, count);
    }

    private static Measure less(Measure measure, double amount) {
        return measure.defined() ? Measure.of(measure.value() - amount) : measure;
    }

    private static Measure lognormal(Measure annual, Measure deviation, double perYear) {
        if (!annual.defined() || !deviation.defined()) {
            return annual.defined() ? deviation : annual;
        }
        double squared = StrictMath.pow(1 + annual.value(), 2);
        double mean = StrictMath.pow(squared, 1 / perYear);
        double variance = deviation.value() * deviation.value();
        double grown = StrictMath.pow(variance + mean, perYear) - squared;
        return Double.isFinite(grown) && grown >= 0
                ? Measure.of(Math.sqrt(grown))
                : Measure.undefined("it grows without bound");
    }
}
