package futures.backtest.optimize;

import futures.backtest.optimize.search.Fitness;
import futures.wire.backtest.MetricConstraint;
import futures.wire.backtest.ObjectiveTerm;
import java.util.List;
import java.util.Map;

/**
 * What is to be reached: one metric, a weighted sum of some, or several at once, under constraints.
 *
 * @param terms complete: each with its direction
 */
public record Objective(List<ObjectiveTerm> terms, List<MetricConstraint> constraints) {

    /** Whether terms are objectives of their own rather than parts of a sum. */
    public boolean several() {
        return terms.size() > 1 && terms.get(0).weight() == null;
    }

    /** @param performance as in a backtest's answer; null when there is no result */
    public Fitness fitness(Map<String, Object> performance) {
        if (performance == null) {
            return Fitness.NONE;
        }
        double[] values = new double[several() ? terms.size() : 1];
        for (int i = 0; i < terms.size(); i++) {
            ObjectiveTerm term = terms.get(i);
            Double value = number(performance, term.metric());
            if (value == null) {
                return Fitness.NONE;
            }
            double greater = term.direction().equals("min") ? -value : value;
            values[several() ? i : 0] += term.weight() == null ? greater : term.weight() * greater;
        }
        double violation = 0;
        for (MetricConstraint constraint : constraints) {
            violation += violation(constraint, number(performance, constraint.metric()));
        }
        return new Fitness(values, violation);
    }

    /** In parts of the limit where that is above 1; what is undefined breaks every constraint. */
    static double violation(MetricConstraint constraint, Double value) {
        if (value == null) {
            return Double.POSITIVE_INFINITY;
        }
        double limit = constraint.value();
        double over = constraint.op().startsWith("<") ? value - limit : limit - value;
        boolean met = constraint.op().endsWith("=") ? over <= 0 : over < 0;
        // What lies on the very limit breaks a strict one by next to nothing.
        return met ? 0 : Math.max(over, Double.MIN_NORMAL) / Math.max(1, Math.abs(limit));
    }

    private static Double number(Map<String, Object> performance, String metric) {
        return performance.get(metric) instanceof Number number ? (Double) number.doubleValue() : null;
    }
}
