package futures.risk.measure;

import futures.analytics.account.OtherDefinitions;
import futures.analytics.account.PathStatistics;
import futures.analytics.account.SeriesStatistics;
import futures.analytics.account.SeriesTerms;
import futures.analytics.performance.Measure;
import futures.analytics.performance.Metric;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The figures of one series of periods.
 *
 * @param onEquity     null when the account was lost before the end
 * @param othersDefine null likewise
 */
record AccountFigures(
        Map<Metric, Measure> path,
        Map<Metric, Measure> onCapital,
        Map<Metric, Measure> onEquity,
        Map<Metric, Measure> othersDefine) {
    /** Fewer are done before another processor has begun. */
    private static final int WORTH_SHARING = 20_000;

    static AccountFigures of(MeasuredSeries series, SeriesTerms terms) {
        double[] onEquity = series.series().onEquity().orElse(null);
        Stream<Supplier<Map<Metric, Measure>>> groups = Stream.of(
                () -> PathStatistics.of(series.series().equity(), terms, series.day()),
                () -> SeriesStatistics.of(series.series().onCapital(), terms),
                () -> onEquity == null ? Map.of() : SeriesStatistics.of(onEquity, terms),
                () -> onEquity == null ? Map.of() : OtherDefinitions.of(onEquity, terms));
        List<Map<Metric, Measure>> done = (series.series().periods() < WORTH_SHARING ? groups : groups.parallel())
                .map(Supplier::get)
                .toList();
        return new AccountFigures(
                done.get(0), done.get(1), onEquity == null ? null : done.get(2), onEquity == null ? null : done.get(3));
    }
}
