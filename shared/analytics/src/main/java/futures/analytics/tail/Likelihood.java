package futures.analytics.tail;

import java.util.function.ToDoubleFunction;
import org.hipparchus.optim.InitialGuess;
import org.hipparchus.optim.MaxEval;
import org.hipparchus.optim.PointValuePair;
import org.hipparchus.optim.SimpleValueChecker;
import org.hipparchus.optim.nonlinear.scalar.GoalType;
import org.hipparchus.optim.nonlinear.scalar.ObjectiveFunction;
import org.hipparchus.optim.nonlinear.scalar.noderiv.NelderMeadSimplex;
import org.hipparchus.optim.nonlinear.scalar.noderiv.SimplexOptimizer;

/** Searches for the highest likelihood from several beginnings, and once more from the best end. */
final class Likelihood {
    private static final int EVALUATIONS = 5_000;
    private static final double STEP = 0.3;

    private Likelihood() {}

    /** The same beginnings give the same end; a likelihood that is no number counts as none. */
    static double[] maximum(ToDoubleFunction<double[]> likelihood, double[][] beginnings) {
        PointValuePair best = null;
        for (double[] beginning : beginnings) {
            PointValuePair end = climb(likelihood, beginning, 1e-8);
            best = best == null || end.getValue() > best.getValue() ? end : best;
        }
        return climb(likelihood, best.getPoint(), 1e-13).getPoint();
    }

    private static PointValuePair climb(ToDoubleFunction<double[]> likelihood, double[] from, double precision) {
        return new SimplexOptimizer(new SimpleValueChecker(precision, 1e-12))
                .optimize(
                        new MaxEval(EVALUATIONS),
                        new ObjectiveFunction(point -> {
                            double value = likelihood.applyAsDouble(point);
                            return Double.isFinite(value) ? value : -Double.MAX_VALUE;
                        }),
                        GoalType.MAXIMIZE,
                        new InitialGuess(from),
                        new NelderMeadSimplex(from.length, STEP));
    }
}
