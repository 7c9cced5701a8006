package futures.analytics.indicator;

import futures.model.BarSeries;
import java.util.Arrays;

/**
 * Directional movement (Wilder, New Concepts in Technical Trading Systems, 1978), from 0 to 100: the indices +DI and −DI
 * and the average ADX of {@code DX = 100 * |+DI - -DI| / (+DI + -DI)}.
 *
 * <p>Upward movement of a bar is {@code high - previous high} if that is above zero and above {@code previous low - low},
 * else 0; downward movement the other way round. Both and the true range are smoothed as {@code sum = sum - sum / period +
 * new}, beginning with the plain sum of the first {@code period - 1} (bars 1 to period − 1); {@code ±DI = 100 * movement
 * / range}. The seed of ADX is the mean of the first <em>period</em> DX, then {@code adx = (adx * (period - 1) + dx) /
 * period}. This is the convention of TA-Lib; Wilder himself began with a sum of <em>period</em> values.
 *
 * <p>Warm-up: ±DI from bar {@code period}, ADX from bar {@code 2 * period - 1}; NaN before. Where price has not moved at
 * all DI is 0, and where both DI are 0 so is DX.
 */
public final class AverageDirectionalIndex extends Study {
    private final int period;

    public AverageDirectionalIndex(int period) {
        this.period = Indicator.period(period, 2);
    }

    public Indicator adx() {
        return line(0);
    }

    /** +DI. */
    public Indicator plus() {
        return line(1);
    }

    /** −DI. */
    public Indicator minus() {
        return line(2);
    }

    @Override
    double[][] compute(IndicatorValues values) {
        BarSeries bars = values.bars();
        double[] plus = undefined(bars.size());
        double[] minus = undefined(bars.size());
        double range = 0;
        double up = 0;
        double down = 0;
        for (int i = 1; i < bars.size(); i++) {
            double kept = i < period ? 1 : (period - 1.0) / period;
            double higher = bars.high(i) - bars.high(i - 1);
            double lower = bars.low(i - 1) - bars.low(i);
            up = up * kept + (higher > 0 && higher > lower ? higher : 0);
            down = down * kept + (lower > 0 && lower > higher ? lower : 0);
            range = range * kept + Atr.trueRange(bars, i);
            if (i >= period) {
                plus[i] = range == 0 ? 0 : 100 * up / range;
                minus[i] = range == 0 ? 0 : 100 * down / range;
            }
        }
        return new double[][] {average(plus, minus), plus, minus};
    }

    private double[] average(double[] plus, double[] minus) {
        double[] averages = undefined(plus.length);
        double seed = 0;
        for (int i = period; i < averages.length; i++) {
            double both = plus[i] + minus[i];
            double index = both == 0 ? 0 : 100 * Math.abs(plus[i] - minus[i]) / both;
            if (i < 2 * period) {
                seed += index;
                averages[i] = i == 2 * period - 1 ? seed / period : Double.NaN;
            } else {
                averages[i] = (averages[i - 1] * (period - 1) + index) / period;
            }
        }
        return averages;
    }

    private static double[] undefined(int size) {
        double[] values = new double[size];
        Arrays.fill(values, Double.NaN);
        return values;
    }

    @Override
    String[] names() {
        return new String[] {"adx", "plus", "minus"};
    }

    @Override
    public String toString() {
        return "ADX(" + period + ")";
    }
}
