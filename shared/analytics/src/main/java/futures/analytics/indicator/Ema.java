package futures.analytics.indicator;

import java.util.Arrays;

/**
 * Exponential moving average: {@code ema += (price - ema) * 2 / (period + 1)}.
 *
 * <p>The seed is the simple average of the first <em>period</em> prices, at bar {@code period - 1}; NaN before. This is
 * the convention of TA-Lib.
 */
public final class Ema extends Indicator {
    private final Price price;
    private final int period;

    public Ema(Price price, int period) {
        this.price = price;
        this.period = period(period, 1);
    }

    @Override
    double[] compute(IndicatorValues values) {
        return smooth(Rolling.prices(values.bars(), price), 0, period);
    }

    /** Smooths values that are defined from an index on; the seed is the mean of the first <em>period</em> of them. */
    static double[] smooth(double[] values, int from, int period) {
        double[] smoothed = new double[values.length];
        int seed = Math.min(from + period - 1, values.length);
        Arrays.fill(smoothed, 0, seed, Double.NaN);
        if (seed == values.length) {
            return smoothed;
        }
        double weight = 2.0 / (period + 1);
        double ema = Rolling.mean(values, from, period);
        smoothed[seed] = ema;
        for (int i = seed + 1; i < values.length; i++) {
            ema += (values[i] - ema) * weight;
            smoothed[i] = ema;
        }
        return smoothed;
    }

    @Override
    public String toString() {
        return "EMA(" + price + ", " + period + ")";
    }
}
