package futures.engine;

import futures.analytics.indicator.Atr;
import futures.model.TickGrid;
import futures.model.Trail;

/** Turns the distance of a trailing stop into ticks. */
final class TrailDistance {
    private TrailDistance() {}

    /**
     * Whole ticks, rounded up; 0 when the average true range is not warm at that bar.
     *
     * @param bar the last one that is known, -1 when there is none
     */
    static long ticks(Trail trail, Market market, int bar) {
        TickGrid grid = market.contract().ticks();
        if (trail instanceof Trail.Ticks ticks) {
            return ticks.ticks();
        }
        if (trail instanceof Trail.Points points) {
            return grid.ceil(points.points());
        }
        Trail.Atr atr = (Trail.Atr) trail;
        double range = bar < 0
                ? Double.NaN
                : market.series().realDistance(bar, market.indicators().of(new Atr(atr.period()))[bar]);
        return Double.isNaN(range) ? 0 : Math.max(1, grid.ceil(range * atr.multiple()));
    }
}
