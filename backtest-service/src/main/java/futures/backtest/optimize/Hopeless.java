package futures.backtest.optimize;

import futures.engine.Sweep;
import futures.wire.backtest.MetricConstraint;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/**
 * Which runs can never become feasible any more: those that have broken a limit on a figure that no later bar betters. To end them
 * changes nothing about the feasible ones.
 *
 * @param limits on such figures
 * @param seed   of the search
 * @param mostLot combinations with a lot up to it run to the end whatever comes of them, since they are the even sample by which the best
 *               one is judged
 */
record Hopeless(List<MetricConstraint> limits, long seed, long mostLot) {
    private static final Map<String, ToDoubleFunction<Sweep.SoFar>> FALLING =
            Map.of("max_drawdown", Sweep.SoFar::drawdown, "max_drawdown_pct", soFar -> soFar.drawdownFraction() * 100);
    private static final Map<String, ToDoubleFunction<Sweep.SoFar>> RISING =
            Map.of("total_trades", Sweep.SoFar::trades);

    /** @param trials numbers of the search, from 0 on */
    static Hopeless of(List<MetricConstraint> constraints, long seed, int trials) {
        return new Hopeless(
                constraints.stream().filter(Hopeless::forGood).toList(), seed, Chosen.mostLot(seed, trials));
    }

    /** Whether a constraint, once it is broken, stays so. */
    static boolean forGood(MetricConstraint constraint) {
        return constraint.op().startsWith(">")
                ? FALLING.containsKey(constraint.metric())
                : RISING.containsKey(constraint.metric());
    }

    /** Metrics whose lower limits, then those whose upper limits can be broken for good. */
    static Set<String> metrics(boolean lower) {
        return (lower ? FALLING : RISING).keySet();
    }

    /** @return why the run is given up; null when it goes on */
    String reason(int number, Sweep.SoFar soFar) {
        for (MetricConstraint limit : limits) {
            double value = FALLING.getOrDefault(limit.metric(), RISING.get(limit.metric()))
                    .applyAsDouble(soFar);
            if (Objective.violation(limit, value) > 0 && Chosen.lot(seed, number) > mostLot) {
                return limit.metric() + " was " + Math.rint(value * 100) / 100 + " by then and can no longer be "
                        + limit.op() + " " + limit.value();
            }
        }
        return null;
    }
}
