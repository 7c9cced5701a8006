package futures.analytics.indicator;

/**
 * Slope of the least-squares line through the last <em>period</em> prices, in price units per bar: {@code (n Σtp - Σt Σp) /
 * (n Σt² - (Σt)²)} with t = 0 for the oldest price and n − 1 for the current one. Warm-up: first defined at bar {@code
 * period - 1}, NaN before. The convention of TA-Lib's LINEARREG_SLOPE.
 *
 * <p>Sums are whole numbers and exact, as in {@link Sma}: a slope of 0 in exact arithmetic is 0 here.
 */
public final class LinearRegressionSlope extends Indicator {
    private final Price price;
    private final int period;

    public LinearRegressionSlope(Price price, int period) {
        this.price = price;
        this.period = period(period, 2);
    }

    @Override
    double[] compute(IndicatorValues values) {
        double weights = (double) period * period * period;
        return Rolling.values(values, price, period, weights, this::exact, this::ofWindow);
    }

    private void exact(DecimalColumn column, double[] slopes) {
        long[] units = column.units();
        long times = period * (period - 1L) / 2;
        double divisor = spread() * column.perOne();
        long sum = 0;
        long weighted = 0;
        for (int i = 0; i < units.length; i++) {
            // Everything moves one place to the past, where what leaves had weight 0; the new price has n - 1.
            long out = i < period ? 0 : units[i - period];
            weighted += (period - 1) * units[i] - (sum - out);
            sum += units[i] - out;
            if (i >= period - 1) {
                slopes[i] = (period * weighted - times * sum) / divisor;
            }
        }
    }

    /** n Σt² − (Σt)². */
    private double spread() {
        double n = period;
        return n * n * (n * n - 1) / 12;
    }

    private double ofWindow(double[] prices, int from) {
        double middle = (period - 1) / 2.0;
        double mean = Rolling.mean(prices, from, period);
        double product = 0;
        for (int t = 0; t < period; t++) {
            product += (t - middle) * (prices[from + t] - mean);
        }
        return product * period / spread();
    }

    @Override
    public String toString() {
        return "SLOPE(" + price + ", " + period + ")";
    }
}
