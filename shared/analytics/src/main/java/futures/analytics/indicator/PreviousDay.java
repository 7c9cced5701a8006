package futures.analytics.indicator;

import futures.model.BarSeries;
import futures.model.TradingDays;

/**
 * Open, high, low and close of the trading day before the current bar's, in price units: of the last one that has bars, with
 * all its bars. NaN during the first trading day. Exact.
 */
public final class PreviousDay extends Study {
    public Indicator open() {
        return line(0);
    }

    public Indicator high() {
        return line(1);
    }

    public Indicator low() {
        return line(2);
    }

    public Indicator close() {
        return line(3);
    }

    @Override
    double[][] compute(IndicatorValues values) {
        BarSeries bars = values.bars();
        TradingDays days = values.days();
        double[][] lines = new double[4][bars.size()];
        double[] before = {Double.NaN, Double.NaN, Double.NaN, Double.NaN};
        for (int d = 0; d < days.count(); d++) {
            int first = days.firstBar(d);
            int end = d + 1 < days.count() ? days.firstBar(d + 1) : bars.size();
            double high = bars.high(first);
            double low = bars.low(first);
            for (int i = first; i < end; i++) {
                for (int line = 0; line < lines.length; line++) {
                    lines[line][i] = before[line];
                }
                high = Math.max(high, bars.high(i));
                low = Math.min(low, bars.low(i));
            }
            before = new double[] {bars.open(first), high, low, bars.close(end - 1)};
        }
        return lines;
    }

    @Override
    String[] names() {
        return new String[] {"open", "high", "low", "close"};
    }

    @Override
    public String toString() {
        return "PREVIOUS_DAY";
    }
}
