package futures.analytics.indicator;

/**
 * Simple moving average: the mean of the last <em>period</em> prices. Warm-up: first defined at bar {@code period - 1},
 * NaN before.
 *
 * <p>Sums must not drift: prices are decimals, so they are summed as whole numbers of their last decimal place, which is
 * exact however long the series. The mean is one correctly rounded division, hence two averages that are equal in
 * exact arithmetic are equal here, and a cross never comes from rounding noise. Prices that are no decimals of up to
 * nine places (or too large for that) are summed afresh for every bar instead, which cannot drift either.
 */
public final class Sma extends Indicator {
    private final Price price;
    private final int period;

    public Sma(Price price, int period) {
        this.price = price;
        this.period = period(period, 1);
    }

    @Override
    double[] compute(IndicatorValues values) {
        return Rolling.values(
                values, price, period, period, this::exact, (prices, from) -> Rolling.mean(prices, from, period));
    }

    private void exact(DecimalColumn column, double[] means) {
        long[] units = column.units();
        int warmUp = Math.min(period - 1, units.length);
        long sum = 0;
        for (int i = 0; i < warmUp; i++) {
            sum += units[i];
        }
        double divisor = column.perOne() * period;
        for (int i = warmUp; i < units.length; i++) {
            sum += units[i];
            means[i] = sum / divisor;
            sum -= units[i - period + 1];
        }
    }

    @Override
    public String toString() {
        return "SMA(" + price + ", " + period + ")";
    }
}
