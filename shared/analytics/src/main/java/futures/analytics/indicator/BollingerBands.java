package futures.analytics.indicator;

/**
 * Bollinger bands (John Bollinger, Bollinger on Bollinger Bands, 2001), in price units: {@code middle = SMA(period)},
 * {@code upper/lower = middle ± width * standard deviation} of the same window, that of the population.
 *
 * <p>Warm-up: first defined at bar {@code period - 1}, NaN before. Both parts are free of drift, see {@link Sma} and
 * {@link StandardDeviation}. The convention of TA-Lib.
 */
public final class BollingerBands extends Study {
    private final Price price;
    private final int period;
    private final double width;

    /** @param width in standard deviations, above zero; 2 is usual */
    public BollingerBands(Price price, int period, double width) {
        this.price = price;
        this.period = Indicator.period(period, 2);
        this.width = width(width);
    }

    public Indicator middle() {
        return line(0);
    }

    public Indicator upper() {
        return line(1);
    }

    public Indicator lower() {
        return line(2);
    }

    @Override
    double[][] compute(IndicatorValues values) {
        return Bands.around(values.of(new Sma(price, period)), values.of(new StandardDeviation(price, period)), width);
    }

    @Override
    String[] names() {
        return Bands.names();
    }

    @Override
    public String toString() {
        return "BOLLINGER(" + price + ", " + period + ", " + width + ")";
    }
}
