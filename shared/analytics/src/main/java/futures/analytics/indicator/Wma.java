package futures.analytics.indicator;

/**
 * Weighted moving average with weights falling linearly: {@code (n * p[i] + (n - 1) * p[i-1] + … + 1 * p[i-n+1]) / (n *
 * (n + 1) / 2)}, n being the period. Warm-up: first defined at bar {@code period - 1}, NaN before. The convention of
 * TA-Lib.
 *
 * <p>Sums are whole numbers and exact, as in {@link Sma}.
 */
public final class Wma extends Indicator {
    private final Price price;
    private final int period;

    public Wma(Price price, int period) {
        this.price = price;
        this.period = period(period, 1);
    }

    @Override
    double[] compute(IndicatorValues values) {
        double weights = period * (period + 1.0) / 2;
        return Rolling.values(
                values, price, period, weights, this::exact, (prices, from) -> ofWindow(prices, from, period));
    }

    private void exact(DecimalColumn column, double[] means) {
        long[] units = column.units();
        double divisor = column.perOne() * (period * (period + 1.0) / 2);
        long sum = 0;
        long weighted = 0;
        for (int i = 0; i < units.length; i++) {
            weighted += period * units[i] - sum;
            sum += units[i] - (i < period ? 0 : units[i - period]);
            if (i >= period - 1) {
                means[i] = weighted / divisor;
            }
        }
    }

    static double ofWindow(double[] prices, int from, int period) {
        double weighted = 0;
        for (int k = 0; k < period; k++) {
            weighted += (k + 1) * prices[from + k];
        }
        return weighted / (period * (period + 1.0) / 2);
    }

    @Override
    public String toString() {
        return "WMA(" + price + ", " + period + ")";
    }
}
