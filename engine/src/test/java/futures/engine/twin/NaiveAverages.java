package futures.engine.twin;

import java.util.List;

/** The average true range by its definition, from the first bar each time. */
final class NaiveAverages {
    private NaiveAverages() {}

    static double trueRange(List<NaiveBar> bars, int period, int at) {
        double average = 0;
        for (int i = 1; i <= period; i++) {
            average += range(bars, i);
        }
        average /= period;
        for (int i = period + 1; i <= at; i++) {
            average = (average * (period - 1) + range(bars, i)) / period;
        }
        return average;
    }

    private static double range(List<NaiveBar> bars, int i) {
        double high = bars.get(i).high().doubleValue();
        double low = bars.get(i).low().doubleValue();
        double before = bars.get(i - 1).close().doubleValue();
        return Math.max(high - low, Math.max(Math.abs(high - before), Math.abs(low - before)));
    }
}
