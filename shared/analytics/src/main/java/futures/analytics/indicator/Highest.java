package futures.analytics.indicator;

/**
 * The highest price of the last <em>period</em> bars, <strong>the current bar included</strong>: a breakout compares with the
 * value of one bar ago. Warm-up: first defined at bar {@code period - 1}, NaN before. Exact.
 */
public final class Highest extends Indicator {
    private final Price price;
    private final int period;

    public Highest(Price price, int period) {
        this.price = price;
        this.period = period(period, 1);
    }

    @Override
    double[] compute(IndicatorValues values) {
        return Extremes.highest(Rolling.prices(values.bars(), price), period);
    }

    @Override
    public String toString() {
        return "HIGHEST(" + price + ", " + period + ")";
    }
}
