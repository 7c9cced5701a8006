package futures.risk.measure;

import futures.analytics.performance.Measure;
import futures.analytics.tail.Coverage;
import futures.analytics.tail.RollingTail;
import futures.analytics.tail.TailMethod;
import futures.kit.http.Param;
import futures.kit.http.Problem;
import futures.kit.http.Request;
import futures.kit.http.Routes;
import futures.wire.risk.VarBacktestAnswer;
import futures.wire.risk.VarBacktestOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Tests of forecasts of value at risk. */
final class VarBacktestRoutes {
    private static final String FORECASTS = "forecasts";
    private static final int MOST_RETURNS = 5_000;
    private static final int PATHS = 4_000;
    private static final double ACCEPTED = 0.05;

    private final SeriesSource sources;

    VarBacktestRoutes(SeriesSource sources) {
        this.sources = sources;
    }

    void declare(Routes routes) {
        SeriesSource.declare(routes.post("/api/risk/var/backtest"))
                .summary("How forecasts of value at risk would have held: Kupiec, Christoffersen, traffic light")
                .description(
                        "Each forecast of one period ahead is made of the window before it and nothing later. At most "
                                + MOST_RETURNS + " returns; the newest are taken.")
                .query(FORECASTS, Param.flag().orElse(false), "the forecasts themselves too")
                .body(VarBacktestOrder.class)
                .answers(VarBacktestAnswer.class)
                .handle(this::answer);
    }

    private VarBacktestAnswer answer(Request request) {
        VarBacktestOrder order = Given.body(request, VarBacktestOrder.class);
        List<TailMethod> methods = TailOrders.methods(order.methods());
        double[] levels = TailOrders.levels(order.levels());
        int window = Given.within("window", order.window(), 250, 100, 1_000);
        int refit = Given.within("refit", order.refit(), 25, 1, 1_000);
        MeasuredSeries series = sources.withPeriods(request, order, window + 1);
        double[] all = series.returns();
        double[] returns = Arrays.copyOfRange(all, Math.max(0, all.length - MOST_RETURNS), all.length);
        if ((returns.length - window) / refit > 500) {
            throw Problem.badRequest("A search every " + refit
                            + " periods would be more than 500 of them; take a longer 'refit'.")
                    .field("refit", refit, "too many searches");
        }
        List<VarBacktestAnswer.Row> rows = new ArrayList<>();
        for (TailMethod method : methods) {
            for (double level : levels) {
                RollingTail rolling = RollingTail.of(
                        method, returns, window, level, refit, PATHS, order.seed() == null ? 1 : order.seed());
                rows.add(row(method, level, rolling, request.flag(FORECASTS)));
            }
        }
        return new VarBacktestAnswer(series.about(), window, refit, rows);
    }

    private static VarBacktestAnswer.Row row(TailMethod method, double level, RollingTail rolling, boolean forecasts) {
        List<Double> values = !forecasts
                ? null
                : Arrays.stream(rolling.valueAtRisk())
                        .mapToObj(value -> Double.isNaN(value) ? null : (Double) value)
                        .toList();
        int periods = rolling.exceeded().length;
        if (Arrays.stream(rolling.valueAtRisk()).anyMatch(Double::isNaN)) {
            return new VarBacktestAnswer.Row(
                    method.key(),
                    level,
                    periods,
                    0,
                    periods * level,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    "there are windows in which returns do not vary",
                    values);
        }
        Coverage coverage = Coverage.of(rolling.exceeded(), level);
        return new VarBacktestAnswer.Row(
                method.key(),
                level,
                periods,
                coverage.exceedances(),
                periods * level,
                test(coverage.proportion()),
                test(coverage.untilFirst()),
                test(coverage.independence()),
                test(coverage.conditional()),
                test(coverage.conditionalOnFirst()),
                coverage.zone().name().toLowerCase(Locale.ROOT),
                coverage.atMost(),
                null,
                values);
    }

    private static VarBacktestAnswer.Test test(Coverage.Test test) {
        Measure p = test.probability();
        return new VarBacktestAnswer.Test(
                test.ratio().value(), p.value(), p.defined() ? p.value() >= ACCEPTED : null, p.reason());
    }
}
