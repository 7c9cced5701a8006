package futures.analytics.indicator;

/**
 * Moving average convergence/divergence (Gerald Appel, 1979), in price units: {@code line = EMA(fast) - EMA(slow)}, {@code
 * signal} = EMA of the line, {@code histogram = line - signal}.
 *
 * <p>Both averages are exactly those of {@link Ema}, each with its own seed; the signal's seed is the mean of the line's
 * first <em>signal</em> values. (TA-Lib seeds the fast average later, together with the slow one; the difference fades
 * within some slow periods.) Warm-up: the line is defined from bar {@code slow - 1}, signal and histogram from bar {@code
 * slow + signal - 2}; NaN before.
 */
public final class Macd extends Study {
    private final Price price;
    private final int fast;
    private final int slow;
    private final int signal;

    /** @throws IllegalArgumentException when a period is below 1 or the fast one not shorter than the slow one */
    public Macd(Price price, int fast, int slow, int signal) {
        this.price = price;
        this.fast = Indicator.period(fast, 1);
        this.slow = Indicator.period(slow, 1);
        this.signal = Indicator.period(signal, 1);
        if (fast >= slow) {
            throw new IllegalArgumentException(
                    "the fast period of a MACD must be shorter than the slow one, found " + fast + " and " + slow);
        }
    }

    public Indicator line() {
        return line(0);
    }

    public Indicator signal() {
        return line(1);
    }

    public Indicator histogram() {
        return line(2);
    }

    @Override
    double[][] compute(IndicatorValues values) {
        double[] quick = values.of(new Ema(price, fast));
        double[] calm = values.of(new Ema(price, slow));
        double[] line = new double[quick.length];
        for (int i = 0; i < line.length; i++) {
            line[i] = quick[i] - calm[i];
        }
        double[] smoothed = Ema.smooth(line, slow - 1, signal);
        double[] histogram = new double[line.length];
        for (int i = 0; i < line.length; i++) {
            histogram[i] = line[i] - smoothed[i];
        }
        return new double[][] {line, smoothed, histogram};
    }

    @Override
    String[] names() {
        return new String[] {"line", "signal", "histogram"};
    }

    @Override
    public String toString() {
        return "MACD(" + price + ", " + fast + ", " + slow + ", " + signal + ")";
    }
}
