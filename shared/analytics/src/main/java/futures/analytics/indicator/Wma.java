package futures.analytics.indicator;

import java.util.Arrays;
import java.util.Optional;

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
        Optional<DecimalColumn> column =
                values.columns().of(price).filter(it -> it.sumsExactly(period * (period + 1.0) / 2));
        return column.isPresent() ? exact(column.get()) : afresh(Rolling.prices(values.bars(), price), period);
    }

    private double[] exact(DecimalColumn column) {
        long[] units = column.units();
        double[] means = new double[units.length];
        Arrays.fill(means, 0, Math.min(period - 1, means.length), Double.NaN);
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
        return means;
    }

    static double[] afresh(double[] prices, int period) {
        return Rolling.afresh(prices, period, (window, from) -> {
            double weighted = 0;
            for (int k = 0; k < period; k++) {
                weighted += (k + 1) * window[from + k];
            }
            return weighted / (period * (period + 1.0) / 2);
        });
    }

    @Override
    public String toString() {
        return "WMA(" + price + ", " + period + ")";
    }
}
