package futures.analytics.indicator;

import futures.model.BarSeries;
import futures.model.TradingDays;

/**
 * Opening range of the trading day, in price units: highest high and lowest low of the bars that open in the first
 * <em>minutes</em> after a moment of the session.
 *
 * <p>The moment is given in minutes after the session opens by the timetable: 0 is the session itself; 930 is 08:30 of a
 * session that opens at 17:00 the evening before, the regular hours of the equity index futures in Chicago. Minutes run on
 * the clock that counts them all, so a change to summer time inside a session would shift it (CME sessions have none).
 *
 * <p>Defined from the close of the last bar that lies in the range, that is from the first bar of the day whose close is at or
 * after the range's end; before that, and on days with no bar in the range, NaN. Exact.
 */
public final class OpeningRange extends Study {
    private static final long MINUTE = 60_000;

    private final int after;
    private final int minutes;

    /**
     * @param after   minutes from the session's opening to the range's beginning, 0 or more
     * @param minutes length of the range, at least 1
     */
    public OpeningRange(int after, int minutes) {
        if (after < 0 || minutes < 1) {
            throw new IllegalArgumentException(
                    "an opening range begins 0 or more minutes after the session's opening and is"
                            + " at least 1 minute long, found " + after + " and " + minutes);
        }
        this.after = after;
        this.minutes = minutes;
    }

    public Indicator high() {
        return line(0);
    }

    public Indicator low() {
        return line(1);
    }

    @Override
    double[][] compute(IndicatorValues values) {
        BarSeries bars = values.bars();
        TradingDays days = values.days();
        double[][] lines = new double[2][bars.size()];
        for (int d = 0; d < days.count(); d++) {
            long begin = days.opensAt(d) + after * MINUTE;
            long end = begin + minutes * MINUTE;
            double high = Double.NEGATIVE_INFINITY;
            double low = Double.POSITIVE_INFINITY;
            int next = d + 1 < days.count() ? days.firstBar(d + 1) : bars.size();
            for (int i = days.firstBar(d); i < next; i++) {
                if (bars.openTime(i) >= begin && bars.openTime(i) < end) {
                    high = Math.max(high, bars.high(i));
                    low = Math.min(low, bars.low(i));
                }
                boolean complete = bars.closeTime(i) >= end && high >= low;
                lines[0][i] = complete ? high : Double.NaN;
                lines[1][i] = complete ? low : Double.NaN;
            }
        }
        return lines;
    }

    @Override
    String[] names() {
        return new String[] {"high", "low"};
    }

    @Override
    public String toString() {
        return "OPENING_RANGE(" + after + ", " + minutes + ")";
    }
}
