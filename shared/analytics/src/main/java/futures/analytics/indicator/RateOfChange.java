package futures.analytics.indicator;

import futures.model.BarSeries;

/**
 * Rate of change in percent: {@code 100 * (p[i] / p[i - period] - 1)}. Warm-up: first defined at bar {@code period}, NaN
 * before, and NaN where the price so long ago was 0. The convention of TA-Lib. A ratio of prices means little on
 * difference-adjusted series and none where prices change their sign.
 */
public final class RateOfChange extends Indicator {
    private final Price price;
    private final int period;

    public RateOfChange(Price price, int period) {
        this.price = price;
        this.period = period(period, 1);
    }

    @Override
    double[] compute(IndicatorValues values) {
        BarSeries bars = values.bars();
        double[] rates = new double[bars.size()];
        for (int i = 0; i < rates.length; i++) {
            double before = i < period ? 0 : price.of(bars, i - period);
            rates[i] = before == 0 ? Double.NaN : 100 * (price.of(bars, i) - before) / before;
        }
        return rates;
    }

    @Override
    public String toString() {
        return "ROC(" + price + ", " + period + ")";
    }
}
