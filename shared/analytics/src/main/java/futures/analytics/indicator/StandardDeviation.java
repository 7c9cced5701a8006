package futures.analytics.indicator;

/**
 * Standard deviation of the last <em>period</em> prices, of the population (divided by n, not n − 1), in price units:
 * {@code √(n Σp² - (Σp)²) / n}. Warm-up: first defined at bar {@code period - 1}, NaN before. The convention of TA-Lib's
 * STDDEV.
 *
 * <p>What stands under the root is kept as a whole number of 128 bits in units of the last decimal place, so that it
 * neither drifts nor loses digits, is never negative and is exactly 0 where price stood still. When a price p leaves the
 * window and q enters, it grows by {@code (q - p) * (n * (q + p) - S - S')}, S and S' being the sums before and after.
 */
public final class StandardDeviation extends Indicator {
    private final Price price;
    private final int period;

    public StandardDeviation(Price price, int period) {
        this.price = price;
        this.period = period(period, 2);
    }

    @Override
    double[] compute(IndicatorValues values) {
        return Rolling.values(values, price, period, period, this::exact, this::ofWindow);
    }

    private void exact(DecimalColumn column, double[] deviations) {
        long[] units = column.units();
        double divisor = column.perOne() * period;
        // As if the first price had been there all the time before: then nothing has deviated yet.
        long sum = units.length == 0 ? 0 : period * units[0];
        WideSum squares = new WideSum();
        for (int i = 0; i < units.length; i++) {
            long out = units[Math.max(0, i - period)];
            long in = units[i];
            long next = sum + in - out;
            squares.addProduct(in - out, period * (in + out) - sum - next);
            sum = next;
            if (i >= period - 1) {
                deviations[i] = Math.sqrt(squares.value() / (divisor * divisor));
            }
        }
    }

    private double ofWindow(double[] prices, int from) {
        double mean = Rolling.mean(prices, from, period);
        double squares = 0;
        for (int k = from; k < from + period; k++) {
            squares += (prices[k] - mean) * (prices[k] - mean);
        }
        return Math.sqrt(squares / period);
    }

    @Override
    public String toString() {
        return "STDDEV(" + price + ", " + period + ")";
    }
}
