package futures.analytics.indicator;

import futures.model.BarSeries;

/**
 * On-balance volume (Joseph Granville, 1963), in contracts: the volume of bars that closed higher than the bar before less
 * that of bars that closed lower. It begins with the first bar's volume (the convention of TA-Lib), so only its changes
 * mean something. Defined from the first bar on. Whole volumes add up exactly.
 */
public final class OnBalanceVolume extends Indicator {
    @Override
    double[] compute(IndicatorValues values) {
        BarSeries bars = values.bars();
        double[] balance = new double[bars.size()];
        for (int i = 0; i < balance.length; i++) {
            balance[i] = i == 0
                    ? bars.volume(0)
                    : balance[i - 1] + Math.signum(bars.close(i) - bars.close(i - 1)) * bars.volume(i);
        }
        return balance;
    }

    @Override
    public String toString() {
        return "OBV";
    }
}
