package futures.analytics.indicator;

/**
 * Slow stochastic (George Lane), from 0 to 100: {@code raw = 100 * (close - lowest low) / (highest high - lowest low)} of the
 * last <em>period</em> bars, {@code k} = simple average of the last <em>slowing</em> raw values, {@code d} = simple average
 * of the last <em>smoothing</em> values of k. A slowing of 1 gives the fast stochastic.
 *
 * <p>Warm-up: k from bar {@code period + slowing - 2}, d from bar {@code period + slowing + smoothing - 3}; NaN before. Where
 * highest and lowest are the same, raw is 50, the middle. The convention of TA-Lib but for that (it gives 0). The averages
 * are summed afresh for every bar.
 */
public final class Stochastic extends Study {
    private final int period;
    private final int slowing;
    private final int smoothing;

    public Stochastic(int period, int slowing, int smoothing) {
        this.period = Indicator.period(period, 1);
        this.slowing = Indicator.period(slowing, 1);
        this.smoothing = Indicator.period(smoothing, 1);
    }

    public Indicator k() {
        return line(0);
    }

    public Indicator d() {
        return line(1);
    }

    @Override
    double[][] compute(IndicatorValues values) {
        double[] highest = values.of(new Highest(Price.HIGH, period));
        double[] lowest = values.of(new Lowest(Price.LOW, period));
        double[] raw = new double[highest.length];
        for (int i = 0; i < raw.length; i++) {
            double height = highest[i] - lowest[i];
            raw[i] = height == 0 ? 50 : 100 * (values.bars().close(i) - lowest[i]) / height;
        }
        double[] k = average(raw, slowing);
        return new double[][] {k, average(k, smoothing)};
    }

    private static double[] average(double[] values, int period) {
        return Rolling.afresh(values, period, (window, from) -> Rolling.mean(window, from, period));
    }

    @Override
    String[] names() {
        return new String[] {"k", "d"};
    }

    @Override
    public String toString() {
        return "STOCHASTIC(" + period + ", " + slowing + ", " + smoothing + ")";
    }
}
