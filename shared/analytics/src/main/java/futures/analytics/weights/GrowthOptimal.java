package futures.analytics.weights;

/**
 * The multiples that make capital grow fastest if the future were the past (Kelly 1956, for several bets at once): the maximum of the
 * mean of ln(1 + Σ fᵢ rᵢ). A bound and no size to trade, as {@link futures.analytics.allocation.Kelly} says.
 */
public final class GrowthOptimal {
    private static final int MOST_STEPS = 200;
    private static final double CLOSE = 1e-12;

    private final double[][] returns;
    private final WeightBounds bounds;
    private final double most;
    private final int n;

    private GrowthOptimal(double[][] returns, WeightBounds bounds, double most) {
        this.returns = returns;
        this.bounds = bounds;
        this.most = most;
        this.n = bounds.size();
    }

    /**
     * By sequential quadratic programs with the exact second derivatives, each step shortened until it gains.
     *
     * @param returns a row for each period
     * @param bounds  on each multiple as a share of their sum, 0 or more
     * @param most    what the multiples may sum to; without it there is no maximum when some mix never lost
     * @return multiples of capital, 0 or more; all zero when no mix grew
     */
    public static double[] multiples(double[][] returns, WeightBounds bounds, double most) {
        return new GrowthOptimal(returns, bounds, most).search();
    }

    private double[] search() {
        double[] at = new double[n];
        double growth = 0;
        for (int step = 0; step < MOST_STEPS; step++) {
            double[] towards = solve(at);
            double[] next = at;
            double gained = Double.NEGATIVE_INFINITY;
            for (double part = 1; part > 1e-10 && !(gained > growth); part /= 2) {
                next = between(at, towards, part);
                gained = growth(next);
            }
            if (!(gained > growth)) {
                return at;
            }
            double moved = 0;
            for (int i = 0; i < n; i++) {
                moved = Math.max(moved, Math.abs(next[i] - at[i]));
            }
            at = next;
            growth = gained;
            if (moved <= CLOSE * Math.max(1, most)) {
                return at;
            }
        }
        return at;
    }

    /** The maximum of the second-order approximation around a point. */
    private double[] solve(double[] at) {
        double[][] curvature = new double[n][n];
        double[] slope = new double[n];
        for (double[] row : returns) {
            double wealth = 1 + Mix.mean(row, at);
            for (int i = 0; i < n; i++) {
                slope[i] += row[i] / wealth / returns.length;
                for (int j = 0; j <= i; j++) {
                    curvature[i][j] += row[i] * row[j] / (wealth * wealth) / returns.length;
                }
            }
        }
        double[] linear = new double[n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                curvature[j][i] = curvature[i][j];
            }
        }
        double[] all = new double[n];
        for (int i = 0; i < n; i++) {
            linear[i] = -slope[i] - Mix.mean(curvature[i], at);
            all[i] = 1;
        }
        double[] solution = new QuadraticProgram(curvature, linear)
                .shares(bounds)
                .atMost(all, most)
                .solve();
        for (int i = 0; i < n; i++) {
            solution[i] = Math.max(0, solution[i]);
        }
        return solution;
    }

    private static double[] between(double[] from, double[] to, double part) {
        double[] between = new double[from.length];
        for (int i = 0; i < from.length; i++) {
            between[i] = from[i] + part * (to[i] - from[i]);
        }
        return between;
    }

    /** Mean of ln(1 + Σ f r); not a number when it would have lost everything. */
    private double growth(double[] multiples) {
        double sum = 0;
        for (double[] row : returns) {
            double wealth = 1 + Mix.mean(row, multiples);
            if (!(wealth > 0)) {
                return Double.NaN;
            }
            sum += StrictMath.log(wealth);
        }
        return sum / returns.length;
    }
}
