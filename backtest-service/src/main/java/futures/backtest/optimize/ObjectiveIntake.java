package futures.backtest.optimize;

import com.fasterxml.jackson.core.type.TypeReference;
import futures.backtest.run.SweepFigures;
import futures.kit.http.Problem;
import futures.kit.json.Json;
import futures.kit.text.NearNames;
import futures.wire.backtest.MetricConstraint;
import futures.wire.backtest.ObjectiveTerm;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads what a request wants to reach. */
final class ObjectiveIntake {
    private static final int MOST = 10;
    private static final Set<String> SMALL = Set.of("losing_trades", "ambiguous_bars");
    /** More of them is neither better nor worse. */
    private static final Set<String> NEITHER = Set.of("total_trades", "exposure_pct");
    /** Zero or below, as in a backtest's answer. */
    private static final Set<String> BELOW = Set.of("max_drawdown", "max_drawdown_pct", "average_loss");

    private ObjectiveIntake() {}

    /** @throws Problem 400 or 422 with the field */
    static Objective read(Object objective, List<MetricConstraint> constraints) {
        List<ObjectiveTerm> terms = new ArrayList<>();
        for (ObjectiveTerm term : terms(objective)) {
            known("objective", term.metric());
            terms.add(new ObjectiveTerm(term.metric(), direction(term), weight(term)));
        }
        if (terms.isEmpty() || terms.size() > MOST) {
            throw wrong("objective", objective, "must have 1 to " + MOST + " metrics");
        }
        long weighed = terms.stream().filter(term -> term.weight() != null).count();
        if (weighed != 0 && weighed != terms.size()) {
            throw wrong(
                    "objective",
                    objective,
                    "must have a weight in each metric, for a sum, or in none, for objectives of their own");
        }
        if (terms.stream().map(ObjectiveTerm::metric).distinct().count() < terms.size()) {
            throw wrong("objective", objective, "must name each metric once");
        }
        List<MetricConstraint> given = constraints == null ? List.of() : constraints;
        if (given.size() > MOST) {
            throw wrong("constraints", given.size(), "may be " + MOST);
        }
        given.forEach(ObjectiveIntake::check);
        return new Objective(List.copyOf(terms), List.copyOf(given));
    }

    private static List<ObjectiveTerm> terms(Object objective) {
        if (objective == null) {
            return List.of(new ObjectiveTerm("sharpe_ratio", null, null));
        }
        if (objective instanceof String metric) {
            return List.of(new ObjectiveTerm(metric, null, null));
        }
        List<ObjectiveTerm> terms = new ArrayList<>();
        for (Object one : objective instanceof List<?> list ? list : List.of(objective)) {
            if (one instanceof String metric) {
                terms.add(new ObjectiveTerm(metric, null, null));
                continue;
            }
            try {
                terms.add(Json.mapper().convertValue(one, new TypeReference<ObjectiveTerm>() {}));
            } catch (IllegalArgumentException e) {
                throw wrong(
                        "objective",
                        one,
                        "must be a metric, or a list of {\"metric\": \"sharpe_ratio\", \"direction\": \"max\", \"weight\": 1}");
            }
        }
        return terms;
    }

    private static String direction(ObjectiveTerm term) {
        if (term.direction() == null) {
            if (NEITHER.contains(term.metric())) {
                throw wrong(
                        "objective",
                        term.metric(),
                        "needs a direction, max or min: more of it is neither better nor worse");
            }
            return SMALL.contains(term.metric()) ? "min" : "max";
        }
        if (!term.direction().equals("max") && !term.direction().equals("min")) {
            throw wrong("objective", term.direction(), "has the direction max or min");
        }
        return term.direction();
    }

    private static Double weight(ObjectiveTerm term) {
        if (term.weight() != null && !(term.weight() > 0 && term.weight() < 1e12)) {
            throw wrong("objective", term.weight(), "has weights above 0");
        }
        return term.weight();
    }

    private static void check(MetricConstraint constraint) {
        if (constraint == null || constraint.value() == null || !Double.isFinite(constraint.value())) {
            throw wrong(
                    "constraints",
                    constraint,
                    "are such as {\"metric\": \"total_trades\", \"op\": \">=\", \"value\": 100}");
        }
        known("constraints", constraint.metric());
        if (constraint.op() == null || !Set.of("<", "<=", ">", ">=").contains(constraint.op())) {
            throw wrong("constraints", constraint.op(), "have an op of <, <=, > or >=");
        }
        if (BELOW.contains(constraint.metric()) && constraint.value() > 0) {
            throw wrong(
                    "constraints",
                    constraint.value(),
                    "on " + constraint.metric()
                            + " have a value of 0 or below, as it is in a backtest's answer: for a fall"
                            + " of less than " + constraint.value() + " write > -" + constraint.value());
        }
    }

    private static void known(String field, String metric) {
        List<String> names = SweepFigures.names();
        if (metric == null || !names.contains(metric)) {
            throw Problem.unprocessable(
                            "There is no metric '" + metric + "' here" + NearNames.hint(String.valueOf(metric), names)
                                    + " There are " + String.join(", ", names) + ".")
                    .field(field, metric, "unknown metric");
        }
    }

    private static Problem wrong(String field, Object value, String message) {
        return Problem.unprocessable("'" + field + "' " + message + ".").field(field, value, message);
    }
}
