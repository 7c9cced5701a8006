package futures.analytics.indicator;

/**
 * One line of an indicator and its parameters; equal indicators have equal values on one series, which is what lets
 * {@link IndicatorValues} compute each only once. Kinds with several lines are a {@link Study}, whose lines are
 * indicators too.
 *
 * <p>The kinds are closed on purpose: they are given the whole series, which nothing that a strategy writes may be.
 */
public abstract sealed class Indicator
        permits Atr,
                Cci,
                Ema,
                Highest,
                Hma,
                LinearRegressionSlope,
                Lowest,
                OnBalanceVolume,
                RateOfChange,
                Rsi,
                Sma,
                StandardDeviation,
                StudyLine,
                Wma {

    /** One value for each bar; NaN where it is not yet defined. */
    abstract double[] compute(IndicatorValues values);

    /** @throws IllegalArgumentException when the period is shorter than the formula needs */
    static int period(int period, int least) {
        if (period < least) {
            throw new IllegalArgumentException("a period must be at least " + least + ", found " + period);
        }
        return period;
    }

    @Override
    public final boolean equals(Object other) {
        return other instanceof Indicator that && that.toString().equals(toString());
    }

    @Override
    public final int hashCode() {
        return toString().hashCode();
    }

    /** Kind and parameters, e.g. {@code SMA(CLOSE, 20)}; indicators with the same text are the same. */
    @Override
    public abstract String toString();
}
