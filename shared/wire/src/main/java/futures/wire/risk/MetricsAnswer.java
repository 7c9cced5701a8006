package futures.wire.risk;

import java.util.Map;

/**
 * The figures of a series by their keys. A group that what was given says nothing about is null.
 *
 * @param riskFree       of a period
 * @param minimumReturn  of a period
 * @param account        of what it was worth
 * @param onCapital      of profits / initial capital, which add up
 * @param onEquity       of profits / what it was worth before each, which compound
 * @param benchmark      beside the benchmark, in the form in which returns were given
 * @param othersDefine   on equity, as other programs define figures of these names
 * @param trades         of {@code all}, {@code long} and {@code short} round trips
 */
public record MetricsAnswer(
        SeriesAbout about,
        double riskFree,
        double minimumReturn,
        Map<String, MetricFigure> account,
        Map<String, MetricFigure> onCapital,
        Map<String, MetricFigure> onEquity,
        Map<String, MetricFigure> benchmark,
        Map<String, MetricFigure> othersDefine,
        Map<String, Map<String, MetricFigure>> trades) {}
