package futures.analytics.indicator;

import futures.model.BarSeries;
import java.util.Arrays;

/**
 * SuperTrend (Olivier Seban), in price units: a trailing line below price in an upward trend, above it in a downward one.
 *
 * <p>With {@code basic = (high + low) / 2 ± width * ATR(period)} the upper line is the lower one of the basic upper and the
 * upper line before, unless the close before was above that, when it starts anew at the basic one; the lower line likewise
 * with the sides exchanged. The trend turns up when a close is above the upper line, down when it is below the lower one,
 * else it goes on.
 *
 * <p>Seed: the first bar with an ATR (see {@link Atr}), where both lines are the basic ones and the trend is up if the close is
 * at or above the bar's middle. Warm-up: first defined at bar {@code period}, NaN before.
 */
public final class SuperTrend extends Study {
    private final int period;
    private final double width;

    /** @param width in average true ranges, above zero; 3 is usual */
    public SuperTrend(int period, double width) {
        this.period = Indicator.period(period, 1);
        this.width = width(width);
    }

    /** The line on the side that trails price. */
    public Indicator line() {
        return line(0);
    }

    /** 1 in an upward trend, −1 in a downward one. */
    public Indicator direction() {
        return line(1);
    }

    @Override
    double[][] compute(IndicatorValues values) {
        BarSeries bars = values.bars();
        double[] atr = values.of(new Atr(period));
        double[] trail = new double[atr.length];
        double[] direction = new double[atr.length];
        int seed = Math.min(period, atr.length);
        Arrays.fill(trail, 0, seed, Double.NaN);
        Arrays.fill(direction, 0, seed, Double.NaN);
        double upper = 0;
        double lower = 0;
        for (int i = seed; i < atr.length; i++) {
            double middle = (bars.high(i) + bars.low(i)) / 2;
            double basicUpper = middle + width * atr[i];
            double basicLower = middle - width * atr[i];
            if (i == seed) {
                upper = basicUpper;
                lower = basicLower;
                direction[i] = bars.close(i) >= middle ? 1 : -1;
            } else {
                upper = bars.close(i - 1) > upper ? basicUpper : Math.min(basicUpper, upper);
                lower = bars.close(i - 1) < lower ? basicLower : Math.max(basicLower, lower);
                direction[i] = bars.close(i) > upper ? 1 : bars.close(i) < lower ? -1 : direction[i - 1];
            }
            trail[i] = direction[i] > 0 ? lower : upper;
        }
        return new double[][] {trail, direction};
    }

    @Override
    String[] names() {
        return new String[] {"line", "direction"};
    }

    @Override
    public String toString() {
        return "SUPERTREND(" + period + ", " + width + ")";
    }
}
