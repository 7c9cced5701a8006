package futures.wire.risk;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;

/**
 * How far a Sharpe ratio can be told from luck.
 *
 * @param sharpe           yearly
 * @param sharpePerPeriod  mean / deviation (n - 1)
 * @param kurtosis         raw, 3 for a normal distribution
 * @param standardError    yearly, for returns of any distribution (Mertens 2002)
 * @param psr              by the version of its formula: {@code 2012} and {@code 2025}
 * @param minTrackRecord   periods, by the version
 * @param deflated         null when no trials were given
 * @param intervals        by figure
 */
public record InferenceAnswer(
        SeriesAbout about,
        MetricFigure sharpe,
        MetricFigure sharpePerPeriod,
        MetricFigure skewness,
        MetricFigure kurtosis,
        MetricFigure standardError,
        double benchmarkSharpe,
        double confidence,
        Map<String, MetricFigure> psr,
        Map<String, MetricFigure> minTrackRecord,
        Deflated deflated,
        Map<String, Interval> intervals,
        Drawn drawn) {
    /**
     * Deflated Sharpe ratio (2014).
     *
     * @param expectedBest yearly ratio that the best of so many trials without merit is expected to show
     * @param probability  that the true ratio exceeds it
     */
    public record Deflated(long trials, double expectedBest, MetricFigure probability) {}

    /**
     * Percentiles of the figure over drawn paths.
     *
     * @param observed of the series itself
     * @param paths    in which it is defined
     */
    public record Interval(
            Double observed,
            Double low,
            Double high,
            int paths,
            @JsonInclude(JsonInclude.Include.NON_NULL) String reason) {}

    /** How paths were drawn: a stationary bootstrap. */
    public record Drawn(int paths, double meanBlock, long seed) {}
}
