package futures.engine;

import futures.model.BarSeries;
import futures.model.Side;
import futures.model.TickGrid;

/**
 * How far price went against and with a round trip, counted over what it is certain to have lived through: the whole of
 * each bar between entry and exit; the bar of entry if it was entered at the open, else that bar's close; of the bar of
 * exit its open and the exit itself, or all of it when the exit was at its close.
 *
 * @param against ticks per contract, zero or negative
 * @param with    ticks per contract, zero or positive
 */
record Excursions(long against, long with) {

    static Excursions of(
            Market market,
            Side side,
            Lot.Entry entry,
            int entryBar,
            long entryTick,
            int exitBar,
            long exitTick,
            boolean exitAtClose) {
        BarSeries bars = market.bars();
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        int whole = entryBar;
        if (entry != Lot.Entry.AT_OPEN) {
            whole++;
            if (entry == Lot.Entry.INSIDE && (exitBar > entryBar || exitAtClose)) {
                low = bars.close(entryBar);
                high = low;
            }
        }
        int end = exitAtClose ? exitBar + 1 : exitBar;
        for (int i = whole; i < end; i++) {
            low = Math.min(low, bars.low(i));
            high = Math.max(high, bars.high(i));
        }
        if (!exitAtClose && exitBar > entryBar) {
            low = Math.min(low, bars.open(exitBar));
            high = Math.max(high, bars.open(exitBar));
        }
        TickGrid grid = market.contract().ticks();
        long least = Math.min(entryTick, exitTick);
        long most = Math.max(entryTick, exitTick);
        if (low <= high) {
            least = Math.min(least, grid.nearest(low));
            most = Math.max(most, grid.nearest(high));
        }
        return side == Side.LONG
                ? new Excursions(least - entryTick, most - entryTick)
                : new Excursions(entryTick - most, entryTick - least);
    }
}
