package futures.analytics.indicator;

import futures.model.BarSeries;

/**
 * Relative strength index (Wilder, New Concepts in Technical Trading Systems, 1978), from 0 to 100: {@code 100 * gain /
 * (gain + loss)} of averaged gains and losses of the price from bar to bar.
 *
 * <p>The averages are seeded, at bar {@code period}, with the mean of the first <em>period</em> changes and then
 * smoothed as {@code (average * (period - 1) + change) / period}. NaN before the seed, and 50 while price has not moved at
 * all, for then neither side is stronger. Seed and smoothing are those of TA-Lib.
 */
public final class Rsi extends Indicator {
    private final Price price;
    private final int period;

    public Rsi(Price price, int period) {
        this.price = price;
        this.period = period(period, 1);
    }

    @Override
    double[] compute(IndicatorValues values) {
        BarSeries bars = values.bars();
        double[] rsi = new double[bars.size()];
        double gain = 0;
        double loss = 0;
        for (int i = 0; i < rsi.length; i++) {
            double change = i == 0 ? 0 : price.of(bars, i) - price.of(bars, i - 1);
            double up = Math.max(change, 0);
            double down = Math.max(-change, 0);
            if (i <= period) {
                gain += up / period;
                loss += down / period;
            } else {
                gain = (gain * (period - 1) + up) / period;
                loss = (loss * (period - 1) + down) / period;
            }
            rsi[i] = i < period ? Double.NaN : gain + loss == 0 ? 50 : 100 * gain / (gain + loss);
        }
        return rsi;
    }

    @Override
    public String toString() {
        return "RSI(" + price + ", " + period + ")";
    }
}
