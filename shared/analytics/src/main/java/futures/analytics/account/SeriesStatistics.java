package futures.analytics.account;

import futures.analytics.inference.SharpeSample;
import futures.analytics.performance.GrowthLine;
import futures.analytics.performance.LowestFirst;
import futures.analytics.performance.Measure;
import futures.analytics.performance.Metric;
import futures.analytics.performance.ReturnStatistics;
import java.util.EnumMap;
import java.util.Map;
import org.hipparchus.distribution.continuous.TDistribution;

/** The figures that follow from the returns of periods alone, whichever capital they are fractions of. */
public final class SeriesStatistics {
    private static final double CONFIDENCE = 0.95;
    private static final int LO_LAGS = 10;

    private final double[] returns;
    private final SeriesTerms terms;
    private final ReturnStatistics statistics;
    private final Map<Metric, Measure> figures = new EnumMap<>(Metric.class);

    private SeriesStatistics(double[] returns, SeriesTerms terms) {
        this.returns = returns;
        this.terms = terms;
        this.statistics = ReturnStatistics.of(returns, terms.periodsPerYear());
    }

    /**
     * All of them.
     *
     * @param returns finite, one per period, flat periods included
     */
    public static Map<Metric, Measure> of(double[] returns, SeriesTerms terms) {
        SeriesStatistics series = new SeriesStatistics(returns, terms);
        addBasic(series.figures, series.statistics, returns.length, terms);
        series.figures.put(Metric.KELLY_LEVERAGE, series.statistics.kellyLeverage());
        GrowthLine line = series.statistics.growthLine();
        series.figures.put(Metric.STABILITY, line.stability());
        series.figures.put(Metric.K_RATIO, line.kRatio());
        series.levels();
        series.shape();
        series.tail();
        new PeriodTally(returns, series.statistics).add(series.figures);
        series.figures.put(Metric.SHARPE_AUTOCORRELATED, series.autocorrelated());
        return series.figures;
    }

    /** Those that every result has, and that cost neither a sort nor a search. */
    public static void addBasic(
            Map<Metric, Measure> figures, ReturnStatistics statistics, int periods, SeriesTerms terms) {
        figures.put(Metric.SHARPE, statistics.sharpe(terms.riskFree()));
        figures.put(Metric.SHARPE_ERROR, statistics.sharpeError(terms.riskFree()));
        figures.put(Metric.SORTINO, statistics.sortino(terms.minimum()));
        figures.put(Metric.VOLATILITY, statistics.volatility());
        figures.put(Metric.OMEGA, statistics.omega(terms.minimum()));
        figures.put(Metric.GAIN_TO_PAIN, statistics.gainToPain());
        figures.put(Metric.DAILY_T, statistics.tStatistic());
        figures.put(Metric.AUTOCORRELATION, statistics.autocorrelation());
        figures.put(Metric.SKEWNESS, statistics.skewness());
        figures.put(Metric.KURTOSIS, statistics.kurtosis());
        addChance(figures, periods, terms.periodsPerYear());
    }

    /** How far the Sharpe ratio can be told from none. */
    private static void addChance(Map<Metric, Measure> figures, int periods, double periodsPerYear) {
        Measure annual = figures.get(Metric.SHARPE);
        if (!annual.defined()) {
            figures.put(Metric.PSR, annual);
            figures.put(Metric.MIN_TRACK_RECORD, annual);
            return;
        }
        SharpeSample sample = sample(figures, periods, periodsPerYear);
        figures.put(Metric.PSR, sample.probability(0));
        Measure needed = sample.minimumTrackRecord(0, CONFIDENCE);
        figures.put(Metric.MIN_TRACK_RECORD, needed.defined() ? Measure.of(Math.ceil(needed.value())) : needed);
    }

    private static SharpeSample sample(Map<Metric, Measure> figures, int periods, double periodsPerYear) {
        return new SharpeSample(
                figures.get(Metric.SHARPE).value() / Math.sqrt(periodsPerYear),
                periods,
                figures.get(Metric.SKEWNESS).value(),
                figures.get(Metric.KURTOSIS).value());
    }

    private void levels() {
        Measure mean = statistics.mean();
        Measure deviation = statistics.deviation();
        figures.put(Metric.MEAN_RETURN, mean);
        figures.put(Metric.RETURN_DEVIATION, deviation);
        figures.put(Metric.ANNUAL_MEAN, mean.times(terms.periodsPerYear()));
        figures.put(Metric.RETURN_SUM, mean.times(returns.length));
        figures.put(Metric.DOWNSIDE_DEVIATION, statistics.downsideDeviation(terms.minimum()));
        figures.put(
                Metric.KELLY_GAUSSIAN,
                !deviation.defined()
                        ? deviation
                        : deviation.value() == 0
                                ? figures.get(Metric.SHARPE)
                                : Measure.of(mean.value() / (deviation.value() * deviation.value())));
        Measure error = figures.get(Metric.SHARPE);
        if (error.defined()) {
            error = sample(figures, returns.length, terms.periodsPerYear()).standardError();
        }
        figures.put(Metric.SHARPE_MERTENS_ERROR, error.times(Math.sqrt(terms.periodsPerYear())));
        figures.put(Metric.DAILY_T_P, twoSided(figures.get(Metric.DAILY_T)));
    }

    private Measure twoSided(Measure t) {
        return t.defined()
                ? Measure.of(2 * new TDistribution(returns.length - 1).cumulativeProbability(-Math.abs(t.value())))
                : t;
    }

    private void shape() {
        double n = returns.length;
        Measure skewness = figures.get(Metric.SKEWNESS);
        Measure excess = skewness.defined()
                ? Measure.of(figures.get(Metric.KURTOSIS).value() - 3)
                : figures.get(Metric.KURTOSIS);
        figures.put(Metric.KURTOSIS_EXCESS, excess);
        figures.put(
                Metric.SKEWNESS_ADJUSTED,
                skewness.defined() && n < 3
                        ? Measure.undefined("an adjusted skewness needs three periods")
                        : skewness.times(Math.sqrt(n * (n - 1)) / (n - 2)));
        if (!excess.defined()) {
            figures.put(Metric.KURTOSIS_EXCESS_ADJUSTED, excess);
            figures.put(Metric.JARQUE_BERA, excess);
            figures.put(Metric.JARQUE_BERA_P, excess);
            return;
        }
        figures.put(
                Metric.KURTOSIS_EXCESS_ADJUSTED,
                n < 4
                        ? Measure.undefined("an adjusted kurtosis needs four periods")
                        : Measure.of((n - 1) / ((n - 2) * (n - 3)) * ((n + 1) * excess.value() + 6)));
        double jarqueBera = n / 6 * (skewness.value() * skewness.value() + excess.value() * excess.value() / 4);
        figures.put(Metric.JARQUE_BERA, Measure.of(jarqueBera));
        figures.put(Metric.JARQUE_BERA_P, Measure.of(StrictMath.exp(-jarqueBera / 2)));
    }

    private void tail() {
        LowestFirst ordered = new LowestFirst(returns);
        figures.put(Metric.TAIL_RATIO, statistics.tailRatio(ordered));
        if (returns.length == 0) {
            figures.put(Metric.VAR_95, statistics.mean());
            figures.put(Metric.EXPECTED_SHORTFALL_95, statistics.mean());
            return;
        }
        figures.put(Metric.VAR_95, Measure.of(-ordered.percentile(1 - CONFIDENCE)));
        figures.put(Metric.EXPECTED_SHORTFALL_95, Measure.of(-ordered.tailMean(1 - CONFIDENCE)));
    }

    private Measure autocorrelated() {
        Measure annual = figures.get(Metric.SHARPE);
        int q = (int) Math.round(terms.periodsPerYear());
        if (!annual.defined() || q < 1 || returns.length <= LO_LAGS) {
            return annual.defined() ? Measure.undefined("it needs more than " + LO_LAGS + " periods") : annual;
        }
        double[] correlations = statistics.autocorrelations(LO_LAGS);
        double sum = q;
        for (int lag = 1; lag <= Math.min(LO_LAGS, q - 1); lag++) {
            sum += 2 * (q - lag) * correlations[lag - 1];
        }
        return sum <= 0
                ? Measure.undefined("periods depend on each other too much")
                : Measure.of(annual.value() / Math.sqrt(terms.periodsPerYear()) * q / Math.sqrt(sum));
    }
}
