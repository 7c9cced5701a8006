package futures.engine;

import futures.model.BarSeries;
import futures.model.Side;
import futures.model.TickGrid;

/**
 * How far price went against and with a round trip, counted over what it is certain to have lived through: the whole of
 * each bar between entry and exit; the bar of entry if it was entered at the open, else that bar's close; of the bar of
 * exit its open and the exit itself.
 */
final class Excursions {
    private final BarSeries bars;
    private final TickGrid grid;
    private long against;
    private long with;

    Excursions(Market market) {
        this.bars = market.bars();
        this.grid = market.contract().ticks();
    }

    void measure(Lot lot, int exitBar, long exitTick) {
        long least = Math.min(lot.entryTick, exitTick);
        long most = Math.max(lot.entryTick, exitTick);
        if (exitBar > lot.entryBar) {
            double low = bars.open(exitBar);
            double high = low;
            int whole = lot.entryBar;
            if (lot.insideBar) {
                low = Math.min(low, bars.close(whole));
                high = Math.max(high, bars.close(whole));
                whole++;
            }
            for (int i = whole; i < exitBar; i++) {
                low = Math.min(low, bars.low(i));
                high = Math.max(high, bars.high(i));
            }
            least = Math.min(least, grid.nearest(low));
            most = Math.max(most, grid.nearest(high));
        }
        boolean isLong = lot.side == Side.LONG;
        against = isLong ? least - lot.entryTick : lot.entryTick - most;
        with = isLong ? most - lot.entryTick : lot.entryTick - least;
    }

    /** Ticks per contract, zero or negative. */
    long against() {
        return against;
    }

    /** Ticks per contract, zero or positive. */
    long with() {
        return with;
    }
}
