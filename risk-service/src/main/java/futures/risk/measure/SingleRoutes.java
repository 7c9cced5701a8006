package futures.risk.measure;

import futures.analytics.account.Episode;
import futures.analytics.account.PathStatistics;
import futures.analytics.account.SeriesStatistics;
import futures.analytics.account.SeriesTerms;
import futures.analytics.performance.Measure;
import futures.analytics.performance.Metric;
import futures.kit.http.Param;
import futures.kit.http.Request;
import futures.kit.http.Route;
import futures.kit.http.Routes;
import futures.wire.risk.DrawdownAnswer;
import futures.wire.risk.MetricFigure;
import futures.wire.risk.MetricsOrder;
import futures.wire.risk.SharpeAnswer;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Sharpe ratio and drawdowns by themselves, for those who want no more. */
final class SingleRoutes {
    private static final Set<Metric> SHARPE = EnumSet.of(
            Metric.SHARPE,
            Metric.SHARPE_ERROR,
            Metric.SHARPE_MERTENS_ERROR,
            Metric.SHARPE_AUTOCORRELATED,
            Metric.PSR,
            Metric.MIN_TRACK_RECORD,
            Metric.SORTINO,
            Metric.ANNUAL_MEAN,
            Metric.VOLATILITY,
            Metric.SKEWNESS,
            Metric.KURTOSIS);
    private static final Set<Metric> DRAWDOWN = EnumSet.of(
            Metric.MAX_DRAWDOWN,
            Metric.MAX_DRAWDOWN_PCT,
            Metric.MAX_DRAWDOWN_CAPITAL,
            Metric.DRAWDOWNS,
            Metric.AVERAGE_DRAWDOWN,
            Metric.LONGEST_DRAWDOWN_SESSIONS,
            Metric.LONGEST_DRAWDOWN_DAYS,
            Metric.LONGEST_DRAWDOWN_OPEN,
            Metric.OPEN_DRAWDOWN,
            Metric.OPEN_DRAWDOWN_SESSIONS,
            Metric.OPEN_DRAWDOWN_DAYS,
            Metric.TIME_UNDER_WATER,
            Metric.PAIN_INDEX,
            Metric.ULCER_INDEX,
            Metric.RECOVERY_FACTOR,
            Metric.CALMAR,
            Metric.CALMAR_OBSERVED);

    private final SeriesSource sources;

    SingleRoutes(SeriesSource sources) {
        this.sources = sources;
    }

    void declare(Routes routes) {
        one(routes, "sharpe-ratio", "Sharpe ratio with its errors, on both kinds of returns")
                .answers(SharpeAnswer.class)
                .handle(this::sharpe);
        one(routes, "drawdown", "Drawdowns, and the deepest of them one by one")
                .query("episodes", Param.integer(0, 1000).orElse(10), "the deepest ones to list")
                .answers(DrawdownAnswer.class)
                .handle(this::drawdown);
    }

    private static Route one(Routes routes, String name, String summary) {
        return SeriesSource.declare(routes.post("/api/risk/" + name))
                .summary(summary)
                .description("A part of `POST /api/risk/metrics`, with the same body and the same figures.")
                .query("explain", Param.flag().orElse(false), "formula, estimator and unit with each figure")
                .body(MetricsOrder.class);
    }

    private SharpeAnswer sharpe(Request request) {
        MetricsOrder order = order(request);
        MeasuredSeries series = sources.withPeriods(request, order, 0);
        SeriesTerms terms = MetricsRoutes.terms(order, series.periodsPerYear());
        double[] onEquity = series.series().onEquity().orElse(null);
        return new SharpeAnswer(
                series.about(),
                figures(request, terms, SeriesStatistics.of(series.series().onCapital(), terms), SHARPE, true),
                figures(
                        request,
                        terms,
                        onEquity == null ? MetricsRoutes.lost() : SeriesStatistics.of(onEquity, terms),
                        SHARPE,
                        false));
    }

    private DrawdownAnswer drawdown(Request request) {
        MetricsOrder order = order(request);
        MeasuredSeries series = sources.withPeriods(request, order, 0);
        SeriesTerms terms = MetricsRoutes.terms(order, series.periodsPerYear());
        double[] equity = series.series().equity();
        List<DrawdownAnswer.Row> rows = Episode.deepest(equity, request.integer("episodes")).stream()
                .map(episode -> new DrawdownAnswer.Row(
                        episode.peak(),
                        episode.trough(),
                        episode.end(),
                        date(series, episode.peak()),
                        date(series, episode.trough()),
                        date(series, episode.end()),
                        episode.depth(),
                        episode.fraction(),
                        episode.recovered()))
                .toList();
        return new DrawdownAnswer(
                series.about(),
                figures(request, terms, PathStatistics.of(equity, terms, series.day()), DRAWDOWN, true),
                rows);
    }

    private static MetricsOrder order(Request request) {
        MetricsOrder order = Given.body(request, MetricsOrder.class);
        if (order.benchmark() != null) {
            throw Given.wrong("benchmark", null, "goes with /api/risk/metrics");
        }
        return order;
    }

    private static LocalDate date(MeasuredSeries series, int point) {
        return point == 0 || series.dates() == null ? null : series.dates().get(point - 1);
    }

    private static Map<String, MetricFigure> figures(
            Request request, SeriesTerms terms, Map<Metric, Measure> all, Set<Metric> wanted, boolean onCapital) {
        Map<Metric, Measure> some = new EnumMap<>(Metric.class);
        wanted.forEach(metric -> some.put(metric, all.get(metric)));
        return new Explained(request.flag("explain"), terms.periodsPerYear(), terms.riskFree(), terms.minimum())
                .figures(some, onCapital ? MetricsRoutes.ON_CAPITAL : MetricsRoutes.ON_EQUITY);
    }
}
