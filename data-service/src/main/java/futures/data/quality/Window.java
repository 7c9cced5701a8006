package futures.data.quality;

import futures.model.BarSeries;

/**
 * Whole trading days of a series, with bars around them to hold them against.
 *
 * @param bars the days' and those around
 * @param from first bar of the days
 * @param to   end of the days, exclusive
 * @param last whether there are no more days
 */
record Window(BarSeries bars, int from, int to, boolean last) {
    /** Bars on both sides, where there are as many: what {@link SpikeCheck} looks at. */
    static final int AROUND = 32;

    static Window whole(BarSeries bars) {
        return new Window(bars, 0, bars.size(), true);
    }
}
