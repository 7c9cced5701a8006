package futures.analytics.indicator;

import futures.model.BarSeries;
import java.util.Arrays;

/**
 * Values of moving windows of prices, in one of two ways that do not drift: by sums of whole numbers that run along, as far
 * as prices are decimals, and from there on by windows that are each computed afresh, which is slower.
 */
final class Rolling {
    /** Fills in the values of all bars of the column from bar {@code period - 1} on. */
    @FunctionalInterface
    interface Exact {
        void fill(DecimalColumn column, double[] values);
    }

    /** The value of the window of prices that begins at an index. */
    @FunctionalInterface
    interface Window {
        double value(double[] prices, int from);
    }

    private Rolling() {}

    /** @param weights what the largest sum of prices in the exact way weighs in total, counted in prices */
    static double[] values(
            IndicatorValues source, Price price, int period, double weights, Exact exact, Window window) {
        double[] values = new double[source.bars().size()];
        DecimalColumn column = source.columns().of(price);
        int done = 0;
        if (column.sumsExactly(weights)) {
            exact.fill(column, values);
            done = column.units().length;
        }
        if (done < values.length) {
            double[] prices = prices(source.bars(), price);
            for (int i = Math.max(done, period - 1); i < values.length; i++) {
                values[i] = window.value(prices, i - period + 1);
            }
        }
        Arrays.fill(values, 0, Math.min(period - 1, values.length), Double.NaN);
        return values;
    }

    static double[] prices(BarSeries bars, Price price) {
        double[] prices = new double[bars.size()];
        for (int i = 0; i < prices.length; i++) {
            prices[i] = price.of(bars, i);
        }
        return prices;
    }

    /** NaN until there are {@code period} values, counted from the first that is not NaN. */
    static double[] afresh(double[] prices, int period, Window window) {
        double[] values = new double[prices.length];
        int defined = 0;
        for (int i = 0; i < values.length; i++) {
            defined = Double.isNaN(prices[i]) ? 0 : defined + 1;
            values[i] = defined < period ? Double.NaN : window.value(prices, i - period + 1);
        }
        return values;
    }

    static double mean(double[] prices, int from, int period) {
        double sum = 0;
        for (int k = from; k < from + period; k++) {
            sum += prices[k];
        }
        return sum / period;
    }
}
