package futures.risk.measure;

import futures.analytics.performance.Estimator;
import futures.analytics.performance.Measure;
import futures.analytics.performance.Metric;
import futures.wire.risk.MetricFigure;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Figures as the wire has them.
 *
 * @param on     whether each says what it is
 * @param periodsPerYear as the formulas name it; the rates behind the ratios are of a period
 */
record Explained(boolean on, double periodsPerYear, double riskFree, double minimum) {
    private static final String ON_CASH = "of daily P&L / initial cash";

    /** @param ofReturns what the returns are fractions of, as it stands in the formula */
    Map<String, MetricFigure> figures(Map<Metric, Measure> measures, String ofReturns) {
        Map<String, MetricFigure> figures = new LinkedHashMap<>();
        new TreeMap<>(measures)
                .forEach((metric, measure) -> figures.put(metric.key(), figure(metric, measure, ofReturns)));
        return figures;
    }

    private MetricFigure figure(Metric metric, Measure measure, String ofReturns) {
        Number value = !measure.defined()
                ? null
                : metric.unit() == Metric.Unit.COUNT ? (Number) measure.value().longValue() : measure.value();
        if (!on) {
            return new MetricFigure(value, measure.reason(), null, null, null);
        }
        return new MetricFigure(
                value,
                measure.reason(),
                metric.unit().name().toLowerCase(Locale.ROOT),
                formula(metric, ofReturns),
                Estimator.of(metric).words());
    }

    private String formula(Metric metric, String ofReturns) {
        String text = metric.definition(periodsPerYear).replace(ON_CASH, ofReturns);
        if (metric == Metric.SHARPE) {
            text = text.replace("risk-free 0", "risk-free " + riskFree + " per period")
                    .replace("mean /", "(mean - risk-free) /");
        }
        if (minimum != 0
                && (metric == Metric.SORTINO || metric == Metric.OMEGA || metric == Metric.DOWNSIDE_DEVIATION)) {
            text += "; minimum " + minimum + " per period in place of 0";
        }
        return text;
    }
}
