package futures.analytics.indicator;

/**
 * Commodity channel index (Donald Lambert, Commodities, October 1980), without unit: {@code (p - mean) / (0.015 * mean
 * deviation)} of the typical price p = (high + low + close) / 3, where mean and mean absolute deviation from it are those
 * of the last <em>period</em> bars. Warm-up: first defined at bar {@code period - 1}, NaN before; 0 where the typical
 * price stood still. The convention of TA-Lib.
 *
 * <p>Sums are whole numbers and exact, as in {@link Sma}: a typical price equal to its mean gives exactly 0.
 */
public final class Cci extends Indicator {
    private static final double LAMBERT = 0.015;

    private final int period;

    public Cci(int period) {
        this.period = period(period, 2);
    }

    @Override
    double[] compute(IndicatorValues values) {
        double weights = 2.0 * period * period;
        return Rolling.values(values, Price.TYPICAL, period, weights, this::exact, this::ofWindow);
    }

    private void exact(DecimalColumn column, double[] indices) {
        long[] units = column.units();
        long sum = 0;
        for (int i = 0; i < units.length; i++) {
            sum += units[i] - (i < period ? 0 : units[i - period]);
            if (i >= period - 1) {
                long deviations = 0;
                for (int k = i - period + 1; k <= i; k++) {
                    deviations += Math.abs(period * units[k] - sum);
                }
                indices[i] = index((double) (period * units[i] - sum), (double) deviations);
            }
        }
    }

    private double index(double distance, double deviations) {
        return deviations == 0 ? 0 : distance / deviations * period / LAMBERT;
    }

    private double ofWindow(double[] prices, int from) {
        double mean = Rolling.mean(prices, from, period);
        double deviations = 0;
        for (int k = from; k < from + period; k++) {
            deviations += Math.abs(prices[k] - mean);
        }
        return index(prices[from + period - 1] - mean, deviations);
    }

    @Override
    public String toString() {
        return "CCI(" + period + ")";
    }
}
