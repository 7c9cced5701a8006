package futures.analytics.indicator;

import futures.model.BarSeries;
import futures.model.TickGrid;
import futures.model.TradingDays;
import java.util.Arrays;

/**
 * Volume by price of the trading day: point of control and value area, in price units, of the day so far (the current bar
 * included) and of the whole previous trading day.
 *
 * <p>A bar's volume is spread evenly over all rows from the one nearest to its low to the one nearest to its high, for bars do
 * not tell more; shares are counted in whole millionths of a contract, so that sums are exact and equal rows are equal. The
 * <em>point of control</em> is the row with the most volume; of several that nearest to the middle of the day's range, and the
 * lower of two equally near. The <em>value area</em> grows from there: of the next two rows above and the next two below the
 * pair with more volume joins (the upper one if equal) until the area holds the given share of the day's volume (J. P.
 * Steidlmayer, CBOT Market Profile, 1984: 70 %). Values are the prices of rows.
 *
 * <p>The day's lines are NaN until it has volume, those of the previous day during the first one and after a day without any.
 */
public final class VolumeProfile extends Study {
    private final TickGrid rows;
    private final int percent;

    /**
     * @param rows    heights of the rows; the product's ticks are the finest that make sense
     * @param percent share of the volume in the value area, from 1 to 100; 70 is usual
     */
    public VolumeProfile(TickGrid rows, int percent) {
        if (percent < 1 || percent > 100) {
            throw new IllegalArgumentException("a value area holds 1 to 100 percent, found " + percent);
        }
        this.rows = rows;
        this.percent = percent;
    }

    /** Point of control of the day so far. */
    public Indicator pointOfControl() {
        return line(0);
    }

    public Indicator valueAreaHigh() {
        return line(1);
    }

    public Indicator valueAreaLow() {
        return line(2);
    }

    public Indicator previousPointOfControl() {
        return line(3);
    }

    public Indicator previousValueAreaHigh() {
        return line(4);
    }

    public Indicator previousValueAreaLow() {
        return line(5);
    }

    @Override
    double[][] compute(IndicatorValues values) {
        BarSeries bars = values.bars();
        TradingDays days = values.days();
        double[][] lines = new double[6][bars.size()];
        double[] before = {Double.NaN, Double.NaN, Double.NaN};
        for (int d = 0; d < days.count(); d++) {
            int first = days.firstBar(d);
            int end = d + 1 < days.count() ? days.firstBar(d + 1) : bars.size();
            ProfileRows profile = new ProfileRows(percent);
            for (int line = 0; line < 3; line++) {
                Arrays.fill(lines[3 + line], first, end, before[line]);
            }
            for (int i = first; i < end; i++) {
                profile.add(rows.nearest(bars.low(i)), rows.nearest(bars.high(i)), bars.volume(i));
                boolean traded = profile.measure();
                lines[0][i] = traded ? rows.price(profile.pointOfControl()) : Double.NaN;
                lines[1][i] = traded ? rows.price(profile.valueAreaHigh()) : Double.NaN;
                lines[2][i] = traded ? rows.price(profile.valueAreaLow()) : Double.NaN;
            }
            before = new double[] {lines[0][end - 1], lines[1][end - 1], lines[2][end - 1]};
        }
        return lines;
    }

    @Override
    String[] names() {
        return new String[] {"poc", "vah", "val", "previous_poc", "previous_vah", "previous_val"};
    }

    @Override
    public String toString() {
        return "VOLUME_PROFILE(" + rows.tickSize().toPlainString() + ", " + percent + ")";
    }
}
