package futures.analytics.tail;

import java.util.Arrays;

/**
 * Forecasts of one period ahead along a series, each made of the window before it and nothing later. A model that has to be
 * searched for is fitted again only every so many periods; in between it stays as it was and sees the new returns.
 */
public final class RollingTail {
    private final double[] valueAtRisk;
    private final boolean[] exceeded;

    private RollingTail(double[] valueAtRisk, boolean[] exceeded) {
        this.valueAtRisk = valueAtRisk;
        this.exceeded = exceeded;
    }

    /**
     * @param window returns before each forecast, at least {@link TailMethod#least}
     * @param refit  periods from one search to the next, for GARCH and Student
     * @param paths  for methods that draw
     */
    public static RollingTail of(
            TailMethod method, double[] returns, int window, double level, int refit, int paths, long seed) {
        int count = returns.length - window;
        double[] values = new double[count];
        boolean[] exceeded = new boolean[count];
        VarianceModel garch = null;
        TailModel kept = null;
        for (int i = 0; i < count; i++) {
            double[] past = Arrays.copyOfRange(returns, i, i + window);
            TailModel model;
            if (method == TailMethod.GARCH_FILTERED) {
                if (garch == null || i % refit == 0) {
                    garch = VarianceModel.garch(past);
                }
                model = FilteredTail.of(garch, past, 1, paths, seed);
            } else if (method == TailMethod.STUDENT || method == TailMethod.MONTE_CARLO) {
                if (kept == null || i % refit == 0) {
                    kept = method.fit(past, 1, paths, seed);
                }
                model = kept;
            } else {
                model = method.fit(past, 1, paths, seed);
            }
            TailRisk risk = model.at(level);
            values[i] = risk.valueAtRisk().defined() ? risk.valueAtRisk().value() : Double.NaN;
            exceeded[i] = returns[i + window] < -values[i];
        }
        return new RollingTail(values, exceeded);
    }

    /** By forecast period; NaN where the method has none. Not a copy, as below. */
    public double[] valueAtRisk() {
        return valueAtRisk;
    }

    /** Whether the loss was larger. */
    public boolean[] exceeded() {
        return exceeded;
    }
}
