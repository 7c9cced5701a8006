package futures.analytics.indicator;

/**
 * The lowest price of the last <em>period</em> bars, <strong>the current bar included</strong>: a breakout compares with the
 * value of one bar ago. Warm-up: first defined at bar {@code period - 1}, NaN before. Exact.
 */
public final class Lowest extends Indicator {
    private final Price price;
    private final int period;

    public Lowest(Price price, int period) {
        this.price = price;
        this.period = period(period, 1);
    }

    @Override
    double[] compute(IndicatorValues values) {
        return Extremes.lowest(Rolling.prices(values.bars(), price), period);
    }

    @Override
    public String toString() {
        return "LOWEST(" + price + ", " + period + ")";
    }
}
