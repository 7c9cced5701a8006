package futures.analytics.label;

import futures.analytics.inference.NormalDistribution;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.DecompositionSolver;
import org.hipparchus.linear.QRDecomposition;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;

/**
 * The augmented Dickey-Fuller test with a constant: whether a series has a unit root, and so is not stationary. Where it is not
 * given, the number of lagged changes is that of the lowest Akaike criterion, up to 12 (n / 100)^¼ (Schwert 1989), all compared on the
 * same values.
 *
 * @param statistic    t of the level's coefficient
 * @param probability  of a statistic as low in a series with a unit root (MacKinnon 1994)
 * @param lags         changes before the last one in the regression
 * @param observations in the regression
 */
public record DickeyFuller(double statistic, double probability, int lags, int observations) {
    private static final int FEWEST = 12;
    /** Response surface of the statistic with a constant, one series (MacKinnon 1994, table 3): below and above the turning point. */
    private static final double TURN = -1.61;

    private static final double LOWEST = -18.83;
    private static final double HIGHEST = 2.74;

    private static double below(double tau) {
        return 2.1659 + tau * (1.4412 + tau * 0.038269);
    }

    private static double above(double tau) {
        return 1.7339 + tau * (0.93202 + tau * (-0.12745 + tau * -0.010368));
    }

    /** With the number of lags that has the lowest criterion; see {@link #of(double[], int)}. */
    public static DickeyFuller of(double[] series) {
        check(series);
        int most = Math.min((int) Math.ceil(12 * Math.pow(series.length / 100.0, 0.25)), series.length / 2 - 2);
        int best = 0;
        double lowest = Double.POSITIVE_INFINITY;
        for (int lags = 0; lags <= most; lags++) {
            double criterion = Fit.of(series, lags, most).akaike;
            if (criterion < lowest) {
                lowest = criterion;
                best = lags;
            }
        }
        return of(series, best);
    }

    /**
     * With a number of lags.
     *
     * @throws IllegalArgumentException for fewer than 12 values, one that is not finite, a series that does not move or that follows
     *     from its own past without error, or more lags than half of its values can tell
     */
    public static DickeyFuller of(double[] series, int lags) {
        check(series);
        if (lags < 0 || lags > series.length / 2 - 2) {
            throw new IllegalArgumentException(
                    series.length + " values can tell 0 to " + (series.length / 2 - 2) + " lags, found " + lags);
        }
        Fit fit = Fit.of(series, lags, lags);
        return new DickeyFuller(fit.statistic, probability(fit.statistic), lags, fit.observations);
    }

    private static void check(double[] series) {
        if (series.length < FEWEST) {
            throw new IllegalArgumentException("at least " + FEWEST + " values were expected, found " + series.length);
        }
        boolean moves = false;
        for (double value : series) {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("finite values were expected, found " + value);
            }
            moves |= value != series[0];
        }
        if (!moves) {
            throw new IllegalArgumentException(
                    "all values are " + series[0] + ": a series that does not move cannot be tested");
        }
    }

    private static double probability(double tau) {
        if (tau > HIGHEST) {
            return 1;
        }
        if (tau < LOWEST) {
            return 0;
        }
        return NormalDistribution.probability(tau <= TURN ? below(tau) : above(tau));
    }

    /**
     * The statistic below which a unit root is rejected (MacKinnon 2010, table 2, constant).
     *
     * @param level 0.01, 0.05 or 0.1
     */
    public double critical(double level) {
        double n = observations;
        if (level == 0.01) {
            return -3.43035 + (-6.5393 + (-16.786 - 79.433 / n) / n) / n;
        }
        if (level == 0.05) {
            return -2.86154 + (-2.8903 + (-4.234 - 40.040 / n) / n) / n;
        }
        if (level == 0.1) {
            return -2.56677 + (-1.5384 - 2.809 / n) / n;
        }
        throw new IllegalArgumentException("there are critical values at 0.01, 0.05 and 0.1, not at " + level);
    }

    /** Least squares of the change on the level before it, the changes before it, and a constant. */
    private record Fit(double statistic, double akaike, int observations) {
        /** @param skipped changes at the beginning that are left out besides, so that fits with fewer lags have the same ones */
        static Fit of(double[] series, int lags, int skipped) {
            int rows = series.length - 1 - skipped;
            double[][] design = new double[rows][lags + 2];
            double[] changes = new double[rows];
            for (int r = 0; r < rows; r++) {
                int t = r + skipped + 1;
                changes[r] = series[t] - series[t - 1];
                design[r][0] = series[t - 1];
                design[r][1] = 1;
                for (int k = 1; k <= lags; k++) {
                    design[r][1 + k] = series[t - k] - series[t - k - 1];
                }
            }
            RealMatrix matrix = new Array2DRowRealMatrix(design, false);
            QRDecomposition decomposed = new QRDecomposition(matrix);
            DecompositionSolver solver = decomposed.getSolver();
            RealVector target = new ArrayRealVector(changes, false);
            if (!solver.isNonSingular()) {
                throw new IllegalArgumentException("the series follows from its own past without error with " + lags
                        + " lags, so it cannot be tested");
            }
            RealVector coefficients = solver.solve(target);
            RealVector rest = target.subtract(matrix.operate(coefficients));
            double squares = rest.dotProduct(rest);
            int columns = lags + 2;
            // the level's row of the inverse of R has the length that its standard error needs
            RealMatrix upper = decomposed.getR().getSubMatrix(0, columns - 1, 0, columns - 1);
            RealVector first =
                    new QRDecomposition(upper.transpose()).getSolver().solve(unit(columns));
            double error = Math.sqrt(squares / (rows - columns)) * first.getNorm();
            double akaike = rows * (Math.log(2 * Math.PI * squares / rows) + 1) + 2 * columns;
            return new Fit(coefficients.getEntry(0) / error, akaike, rows);
        }

        private static RealVector unit(int length) {
            RealVector unit = new ArrayRealVector(length);
            unit.setEntry(0, 1);
            return unit;
        }
    }
}
