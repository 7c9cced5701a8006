package futures.analytics.indicator;

import futures.model.BarSeries;

/**
 * Values of windows that are each computed afresh, for prices that are no decimals: slower than sums that run along, but
 * free of drift too.
 */
final class Rolling {
    /** The value of the window of prices that begins at an index. */
    @FunctionalInterface
    interface Window {
        double value(double[] prices, int from);
    }

    private Rolling() {}

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
