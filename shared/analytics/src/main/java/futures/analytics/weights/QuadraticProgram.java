package futures.analytics.weights;

import java.util.ArrayList;
import java.util.List;
import org.ojalgo.matrix.store.R064Store;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.convex.ConvexSolver;

/** Minimises ½ x′Qx + c′x under linear constraints; Q is symmetric and positive semidefinite. */
final class QuadraticProgram {
    private final double[][] quadratic;
    private final double[] linear;
    private final List<double[]> equal = new ArrayList<>();
    private final List<Double> equalTo = new ArrayList<>();
    private final List<double[]> atMost = new ArrayList<>();
    private final List<Double> bound = new ArrayList<>();

    /** The objective is scaled to a mean of 1 on Q's diagonal, for the solver's tolerances are absolute. */
    QuadraticProgram(double[][] quadratic, double[] linear) {
        int n = linear.length;
        double scale = 0;
        for (int i = 0; i < n; i++) {
            scale += quadratic[i][i] / n;
        }
        if (!(scale > 0)) {
            throw new IllegalArgumentException("the objective has no curvature: nothing varies");
        }
        this.quadratic = new double[n][n];
        this.linear = new double[n];
        for (int i = 0; i < n; i++) {
            this.linear[i] = linear[i] / scale;
            for (int j = 0; j < n; j++) {
                this.quadratic[i][j] = quadratic[i][j] / scale;
            }
        }
    }

    QuadraticProgram equal(double[] row, double value) {
        equal.add(row);
        equalTo.add(value);
        return this;
    }

    QuadraticProgram atMost(double[] row, double value) {
        atMost.add(row);
        bound.add(value);
        return this;
    }

    /** Σ x = 1 and every x within its bounds. */
    QuadraticProgram weights(WeightBounds bounds) {
        int n = linear.length;
        boolean neverAboveOne = true;
        for (int i = 0; i < n; i++) {
            neverAboveOne &= bounds.lower(i) >= 0;
        }
        double[] sum = new double[n];
        for (int i = 0; i < n; i++) {
            sum[i] = 1;
            if (bounds.lower(i) > Double.NEGATIVE_INFINITY) {
                atMost(unit(i, -1), -bounds.lower(i));
            }
            if (bounds.upper(i) < (neverAboveOne ? 1 : Double.POSITIVE_INFINITY)) {
                atMost(unit(i, 1), bounds.upper(i));
            }
        }
        return equal(sum, 1);
    }

    /** Lower and upper bounds on each x as fractions of Σ x, which is zero or more. */
    QuadraticProgram shares(WeightBounds bounds) {
        int n = linear.length;
        for (int i = 0; i < n; i++) {
            double[] least = new double[n];
            double[] most = new double[n];
            for (int j = 0; j < n; j++) {
                least[j] = bounds.lower(i) - (i == j ? 1 : 0);
                most[j] = (i == j ? 1 : 0) - bounds.upper(i);
            }
            if (bounds.lower(i) > Double.NEGATIVE_INFINITY) {
                atMost(bounds.lower(i) == 0 ? unit(i, -1) : least, 0);
            }
            if (bounds.upper(i) < 1) {
                atMost(most, 0);
            }
        }
        return this;
    }

    private double[] unit(int i, double value) {
        double[] row = new double[linear.length];
        row[i] = value;
        return row;
    }

    /** @throws IllegalArgumentException when nothing satisfies the constraints */
    double[] solve() {
        double[] negated = new double[linear.length];
        for (int i = 0; i < negated.length; i++) {
            // ojAlgo's convex objective is ½ x′Qx − c′x
            negated[i] = -linear[i];
        }
        ConvexSolver.Builder program =
                ConvexSolver.newBuilder(table(quadratic)).linear(R064Store.FACTORY.column(negated));
        if (!equal.isEmpty()) {
            program.equalities(table(equal.toArray(new double[0][])), column(equalTo));
        }
        if (!atMost.isEmpty()) {
            program.inequalities(table(atMost.toArray(new double[0][])), column(bound));
        }
        Optimisation.Result result = program.solve();
        if (!result.getState().isFeasible()) {
            throw new IllegalArgumentException("no weights satisfy the constraints (" + result.getState() + ")");
        }
        double[] solution = new double[linear.length];
        for (int i = 0; i < solution.length; i++) {
            solution[i] = result.doubleValue(i);
        }
        return solution;
    }

    private static R064Store table(double[][] rows) {
        R064Store table = R064Store.FACTORY.make(rows.length, rows[0].length);
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < rows[i].length; j++) {
                table.set(i, j, rows[i][j]);
            }
        }
        return table;
    }

    private static R064Store column(List<Double> values) {
        return R064Store.FACTORY.column(
                values.stream().mapToDouble(Double::doubleValue).toArray());
    }
}
