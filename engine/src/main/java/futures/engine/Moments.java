package futures.engine;

import futures.model.BarSeries;

/**
 * Instants of a run as single numbers: the open or close of a bar by its index, which a run knows without looking it up, or
 * any other one as epoch milliseconds UTC.
 */
final class Moments {
    /** Far before any date: what lies above and below its end counts bars. */
    private static final long BARS = Long.MIN_VALUE;

    private static final long END_OF_BARS = BARS + (1L << 33);

    private Moments() {}

    static long open(int bar) {
        return BARS + 2L * bar;
    }

    static long close(int bar) {
        return BARS + 2L * bar + 1;
    }

    /** Epoch milliseconds UTC. */
    static long millis(long moment, BarSeries bars) {
        if (moment >= END_OF_BARS) {
            return moment;
        }
        int bar = (int) ((moment - BARS) >> 1);
        return (moment & 1) == 0 ? bars.openTime(bar) : bars.closeTime(bar);
    }
}
