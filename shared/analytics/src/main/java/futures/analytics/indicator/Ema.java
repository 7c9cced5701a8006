package futures.analytics.indicator;

import futures.model.BarSeries;

/**
 * Exponential moving average: {@code ema += (price - ema) * 2 / (period + 1)}.
 *
 * <p>The seed is the simple average of the first <em>period</em> prices, at bar {@code period - 1}; NaN before. This is
 * the convention of TA-Lib.
 */
public final class Ema extends Indicator {
    private final Price price;

    public Ema(Price price, int period) {
        super(period);
        this.price = price;
    }

    @Override
    double[] compute(BarSeries bars) {
        double[] values = new double[bars.size()];
        double weight = 2.0 / (period() + 1);
        double sum = 0;
        double ema = Double.NaN;
        for (int i = 0; i < values.length; i++) {
            double value = price.of(bars, i);
            if (i < period()) {
                sum += value;
                ema = i == period() - 1 ? sum / period() : Double.NaN;
            } else {
                ema += (value - ema) * weight;
            }
            values[i] = ema;
        }
        return values;
    }

    @Override
    public String toString() {
        return "EMA(" + price + ", " + period() + ")";
    }
}
