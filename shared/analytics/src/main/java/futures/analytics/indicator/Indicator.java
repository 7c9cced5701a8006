package futures.analytics.indicator;

import futures.model.BarSeries;

/**
 * An indicator and its parameters; equal indicators have equal values on one series, which is what lets
 * {@link IndicatorValues} compute each only once.
 *
 * <p>The kinds are closed on purpose: they are given the whole series, which nothing that a strategy writes may be.
 */
public abstract sealed class Indicator permits Sma, Ema, Rsi, Atr {
    private final int period;

    Indicator(int period) {
        if (period < 1) {
            throw new IllegalArgumentException("a period must be at least 1, found " + period);
        }
        this.period = period;
    }

    public int period() {
        return period;
    }

    /** One value for each bar; NaN where it is not yet defined. */
    abstract double[] compute(BarSeries bars);

    @Override
    public boolean equals(Object other) {
        return other instanceof Indicator that && that.toString().equals(toString());
    }

    @Override
    public int hashCode() {
        return toString().hashCode();
    }

    /** Kind and parameters, e.g. {@code SMA(CLOSE, 20)}; indicators with the same text are the same. */
    @Override
    public abstract String toString();
}
