package futures.risk.measure;

import futures.analytics.account.BenchmarkStatistics;
import futures.analytics.account.SeriesStatistics;
import futures.analytics.account.SeriesTerms;
import futures.analytics.performance.Measure;
import futures.analytics.performance.Metric;
import futures.analytics.performance.TradeColumns;
import futures.analytics.performance.TradeStatistics;
import futures.kit.http.Param;
import futures.kit.http.Request;
import futures.kit.http.Routes;
import futures.model.Side;
import futures.wire.risk.MetricFigure;
import futures.wire.risk.MetricsAnswer;
import futures.wire.risk.MetricsOrder;
import java.util.LinkedHashMap;
import java.util.Map;

/** The whole table of figures. */
final class MetricsRoutes {
    private static final String EXPLAIN = "explain";
    static final String ON_CAPITAL = "of profits / initial capital";
    static final String ON_EQUITY = "of profits / equity before each";

    private final SeriesSource sources;

    MetricsRoutes(SeriesSource sources) {
        this.sources = sources;
    }

    void declare(Routes routes) {
        SeriesSource.declare(routes.post("/api/risk/metrics"))
                .summary("Every figure of returns, equity, round trips, a backtest or a portfolio")
                .description(
                        "Give one series in the body, or the id of a stored one. Profits are taken as fractions of the"
                                + " capital at the start (`on_capital`, they add up) and of what there was before each (`on_equity`,"
                                + " they compound). What is undefined is null with a reason.")
                .query(EXPLAIN, Param.flag().orElse(false), "formula, estimator and unit with each figure")
                .body(MetricsOrder.class)
                .answers(MetricsAnswer.class)
                .handle(this::metrics);
    }

    private MetricsAnswer metrics(Request request) {
        MetricsOrder order = Given.body(request, MetricsOrder.class);
        MeasuredSeries series = sources.of(request, order);
        SeriesTerms terms = terms(order, series.periodsPerYear());
        Explained explained =
                new Explained(request.flag(EXPLAIN), terms.periodsPerYear(), terms.riskFree(), terms.minimum());
        Map<String, Map<String, MetricFigure>> trades = series.trips() == null ? null : trades(series, explained);
        if (series.series() == null) {
            if (order.benchmark() != null) {
                throw Given.wrong("benchmark", null, "needs periods to stand beside; give the trades an exit_date");
            }
            return new MetricsAnswer(
                    series.about(), terms.riskFree(), terms.minimum(), null, null, null, null, null, trades);
        }
        AccountFigures figures = AccountFigures.of(series, terms);
        return new MetricsAnswer(
                series.about(),
                terms.riskFree(),
                terms.minimum(),
                explained.figures(figures.path(), ON_CAPITAL),
                explained.figures(figures.onCapital(), ON_CAPITAL),
                explained.figures(figures.onEquity() == null ? lost() : figures.onEquity(), ON_EQUITY),
                order.benchmark() == null ? null : explained.figures(beside(series, order, terms), ""),
                figures.othersDefine() == null ? null : explained.figures(figures.othersDefine(), ON_EQUITY),
                trades);
    }

    static SeriesTerms terms(MetricsOrder order, double perYear) {
        boolean compound = Given.choice("yearly_form", order.yearlyForm(), "simple", "simple", "compound")
                .equals("compound");
        double riskFree = Given.within("risk_free", order.riskFree(), 0, -0.99, 10);
        double minimum = Given.within("minimum_return", order.minimumReturn(), 0, -0.99, 10);
        return compound
                ? new SeriesTerms(
                        perYear, SeriesTerms.compound(riskFree, perYear), SeriesTerms.compound(minimum, perYear))
                : new SeriesTerms(perYear, SeriesTerms.simple(riskFree, perYear), SeriesTerms.simple(minimum, perYear));
    }

    static Map<Metric, Measure> lost() {
        Map<Metric, Measure> figures = new LinkedHashMap<>();
        SeriesStatistics.of(new double[0], SeriesTerms.DAYS)
                .keySet()
                .forEach(metric -> figures.put(metric, Measure.undefined("the account was lost before the end")));
        return figures;
    }

    private static Map<Metric, Measure> beside(MeasuredSeries series, MetricsOrder order, SeriesTerms terms) {
        double[] benchmark = Given.numbers("benchmark", order.benchmark());
        double[] returns = series.returns();
        if (benchmark.length != returns.length) {
            throw Given.wrong("benchmark", benchmark.length, "must have a return for each period: " + returns.length);
        }
        return BenchmarkStatistics.of(returns, benchmark, terms);
    }

    private static Map<String, Map<String, MetricFigure>> trades(MeasuredSeries series, Explained explained) {
        Map<String, Map<String, MetricFigure>> trades = new LinkedHashMap<>();
        Map<Metric, Measure> all = figures(series.trips(), series);
        if (series.excursions() != null) {
            all.putAll(TradeStatistics.ofExcursions(series.excursions()));
        }
        trades.put("all", explained.figures(all, ""));
        trades.put("long", explained.figures(figures(series.trips().only(Side.LONG), series), ""));
        trades.put("short", explained.figures(figures(series.trips().only(Side.SHORT), series), ""));
        return trades;
    }

    private static Map<Metric, Measure> figures(TradeColumns trips, MeasuredSeries series) {
        Map<Metric, Measure> figures = TradeStatistics.of(trips);
        figures.putAll(TradeStatistics.searched(trips));
        figures.putAll(TradeStatistics.derived(figures));
        figures.putAll(TradeStatistics.closedDrawdown(trips, Math.round(series.capital() * 1e6)));
        if (series.series() != null) {
            figures.put(
                    Metric.TRADES_PER_DAY,
                    Measure.ratio(trips.size(), series.series().periods(), "there are no days"));
        }
        return figures;
    }
}
