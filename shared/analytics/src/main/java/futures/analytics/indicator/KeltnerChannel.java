package futures.analytics.indicator;

/**
 * Keltner channel in the form of Linda Raschke, in price units: {@code middle = EMA(close, period)}, {@code upper/lower =
 * middle ± width * ATR(atrPeriod)}. (Chester Keltner, How to Make Money in Commodities, 1960, used simple averages of
 * typical price and range.)
 *
 * <p>Warm-up: the middle is defined from bar {@code period - 1}, upper and lower from bar {@code max(period - 1,
 * atrPeriod)}; NaN before. Seeds are those of {@link Ema} and {@link Atr}.
 */
public final class KeltnerChannel extends Study {
    private final int period;
    private final int atrPeriod;
    private final double width;

    /** @param width in average true ranges, above zero; 2 is usual */
    public KeltnerChannel(int period, int atrPeriod, double width) {
        this.period = Indicator.period(period, 1);
        this.atrPeriod = Indicator.period(atrPeriod, 1);
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
        return Bands.around(values.of(new Ema(Price.CLOSE, period)), values.of(new Atr(atrPeriod)), width);
    }

    @Override
    String[] names() {
        return Bands.names();
    }

    @Override
    public String toString() {
        return "KELTNER(" + period + ", " + atrPeriod + ", " + width + ")";
    }
}
