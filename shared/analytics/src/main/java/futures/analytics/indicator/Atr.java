package futures.analytics.indicator;

import futures.model.BarSeries;

/**
 * Average true range (Wilder, New Concepts in Technical Trading Systems, 1978), in price units.
 *
 * <p>True range is the largest of high − low, |high − previous close| and |low − previous close|; the first bar has
 * none. The seed, at bar {@code period}, is the mean of the first <em>period</em> true ranges; then {@code atr = (atr *
 * (period - 1) + tr) / period}. NaN before the seed. This is the convention of TA-Lib.
 */
public final class Atr extends Indicator {
    private final int period;

    public Atr(int period) {
        this.period = period(period, 1);
    }

    @Override
    double[] compute(IndicatorValues values) {
        BarSeries bars = values.bars();
        double[] averages = new double[bars.size()];
        double sum = 0;
        double atr = Double.NaN;
        for (int i = 0; i < averages.length; i++) {
            if (i > period) {
                atr = (atr * (period - 1) + trueRange(bars, i)) / period;
            } else if (i > 0) {
                sum += trueRange(bars, i);
                atr = i == period ? sum / period : Double.NaN;
            }
            averages[i] = atr;
        }
        return averages;
    }

    /** Of a bar that has one before it. */
    static double trueRange(BarSeries bars, int i) {
        double before = bars.close(i - 1);
        return Math.max(bars.high(i), before) - Math.min(bars.low(i), before);
    }

    @Override
    public String toString() {
        return "ATR(" + period + ")";
    }
}
