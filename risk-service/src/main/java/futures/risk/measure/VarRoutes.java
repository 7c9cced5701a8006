package futures.risk.measure;

import futures.analytics.performance.Measure;
import futures.analytics.performance.ReturnStatistics;
import futures.analytics.tail.StudentFit;
import futures.analytics.tail.TailMethod;
import futures.analytics.tail.TailModel;
import futures.analytics.tail.TailRisk;
import futures.analytics.tail.VarianceModel;
import futures.kit.http.Request;
import futures.kit.http.Routes;
import futures.wire.risk.VarAnswer;
import futures.wire.risk.VarOrder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Value at risk and expected shortfall. */
final class VarRoutes {
    private static final int MOST_RETURNS = 50_000;
    private static final int MOST_PATHS = 100_000;
    private static final int LONGEST = 250;
    private static final long MOST_STEPS = 20_000_000;

    private final SeriesSource sources;

    VarRoutes(SeriesSource sources) {
        this.sources = sources;
    }

    void declare(Routes routes) {
        SeriesSource.declare(routes.post("/api/risk/var"))
                .summary("Value at risk and expected shortfall, by method, level and horizon")
                .description(
                        "Of the returns in the form in which they were given; a loss is positive. Methods: historical,"
                                + " age_weighted, normal, cornish_fisher, student, ewma, ewma_filtered, garch_filtered and"
                                + " monte_carlo; the answer says what each does. At most " + MOST_RETURNS + " returns.")
                .body(VarOrder.class)
                .answers(VarAnswer.class)
                .handle(this::answer);
    }

    private VarAnswer answer(Request request) {
        VarOrder order = Given.body(request, VarOrder.class);
        List<TailMethod> methods = TailOrders.methods(order.methods());
        double[] levels = TailOrders.levels(order.levels());
        int paths = Given.within("paths", order.paths(), 10_000, 100, MOST_PATHS);
        List<Integer> horizons = horizons(order.horizons(), paths);
        MeasuredSeries series = sources.withPeriods(request, order, 1);
        double[] returns = series.returns();
        if (returns.length > MOST_RETURNS) {
            throw Given.wrong(series.kind(), returns.length, "must have at most " + MOST_RETURNS + " periods here");
        }
        double[] equity = series.series().equity();
        double value = order.value() == null
                ? Math.max(0, equity[equity.length - 1])
                : Given.within("value", order.value(), 0, 0, 1e12);
        long seed = order.seed() == null ? 1 : order.seed();
        Map<String, String> words = new LinkedHashMap<>();
        List<VarAnswer.Row> rows = new ArrayList<>();
        for (TailMethod method : methods) {
            words.put(method.key(), method.words());
            for (int horizon : horizons) {
                TailModel model = method.fit(returns, horizon, paths, seed);
                for (double level : levels) {
                    rows.add(row(method, level, horizon, model.at(level), value));
                }
            }
        }
        boolean varies = varies(returns);
        return new VarAnswer(
                series.about(),
                value,
                words,
                rows,
                varies
                                && methods.contains(TailMethod.GARCH_FILTERED)
                                && returns.length >= TailMethod.GARCH_FILTERED.least()
                        ? garch(returns)
                        : null,
                varies && methods.contains(TailMethod.STUDENT) && returns.length >= TailMethod.STUDENT.least()
                        ? student(returns)
                        : null);
    }

    private static List<Integer> horizons(List<Integer> given, int paths) {
        List<Integer> horizons = given == null ? List.of(1, 10) : given;
        if (horizons.isEmpty() || horizons.size() > 10) {
            throw Given.wrong("horizons", horizons.size(), "must be one to ten");
        }
        long steps = 0;
        for (Integer horizon : horizons) {
            steps += (long) Given.within("horizons", horizon == null ? Integer.valueOf(0) : horizon, 1, 1, LONGEST)
                    * paths;
        }
        if (steps > MOST_STEPS) {
            throw Given.wrong("paths", paths, "times all horizons must be at most " + MOST_STEPS);
        }
        return horizons;
    }

    private static VarAnswer.Row row(TailMethod method, double level, int horizon, TailRisk risk, double value) {
        Measure at = risk.valueAtRisk();
        Measure beyond = risk.expectedShortfall();
        return new VarAnswer.Row(
                method.key(),
                level,
                horizon,
                at.value(),
                beyond.value(),
                at.times(value).value(),
                beyond.times(value).value(),
                at.defined() ? beyond.reason() : at.reason());
    }

    private static VarAnswer.Garch garch(double[] returns) {
        VarianceModel model = VarianceModel.garch(returns);
        return new VarAnswer.Garch(
                model.mean(),
                model.omega(),
                model.alpha(),
                model.beta(),
                model.persistence(),
                Math.sqrt(model.omega() / (1 - model.persistence())),
                Math.sqrt(model.next(returns)),
                model.logLikelihood(returns));
    }

    private static VarAnswer.Student student(double[] returns) {
        StudentFit fit = StudentFit.of(returns);
        return new VarAnswer.Student(fit.location(), fit.scale(), fit.freedom());
    }

    /** Whether there is anything to fit. */
    private static boolean varies(double[] returns) {
        Measure deviation = ReturnStatistics.of(returns, 1).deviation();
        return deviation.defined() && deviation.value() > 0;
    }
}
