package futures.wire.risk;

import java.util.Map;

/** Sharpe ratio and what belongs to it, on both kinds of returns. */
public record SharpeAnswer(
        SeriesAbout about, Map<String, MetricFigure> onCapital, Map<String, MetricFigure> onEquity) {}
