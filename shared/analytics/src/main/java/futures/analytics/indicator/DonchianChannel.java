package futures.analytics.indicator;

/**
 * Donchian channel (Richard Donchian), in price units: {@code upper} = highest high, {@code lower} = lowest low of the last
 * <em>period</em> bars, <strong>the current bar included</strong>, and {@code middle} = their mean. A breakout compares with
 * the value of one bar ago. Warm-up: first defined at bar {@code period - 1}, NaN before. Upper and lower are exact.
 */
public final class DonchianChannel extends Study {
    private final int period;

    public DonchianChannel(int period) {
        this.period = Indicator.period(period, 1);
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
        double[] upper = values.of(new Highest(Price.HIGH, period));
        double[] lower = values.of(new Lowest(Price.LOW, period));
        double[] middle = new double[upper.length];
        for (int i = 0; i < middle.length; i++) {
            middle[i] = (upper[i] + lower[i]) / 2;
        }
        return new double[][] {middle, upper, lower};
    }

    @Override
    String[] names() {
        return Bands.names();
    }

    @Override
    public String toString() {
        return "DONCHIAN(" + period + ")";
    }
}
