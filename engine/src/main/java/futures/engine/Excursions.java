package futures.engine;

import futures.model.BarSeries;
import futures.model.Side;
import futures.model.TickGrid;

/**
 * How far price went against and with a round trip, counted over what it is certain to have lived through: the whole of
 * each bar between entry and exit; the bar of entry if it was entered at the open, else that bar's close; of the bar of
 * exit its open and the exit itself, or all of it when the exit was at its close. Where the position was carried over rolls,
 * each price counts against what the position had cost in its own contract.
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
            boolean exitAtClose,
            RollRows rolls) {
        BarSeries bars = market.bars();
        TickGrid grid = market.contract().ticks();
        int whole = entry == Lot.Entry.AT_OPEN ? entryBar : entryBar + 1;
        int end = exitAtClose ? exitBar + 1 : exitBar;
        long moved = rolls.between(entryBar, exitBar);
        long least = Math.min(entryTick, exitTick - moved);
        long most = Math.max(entryTick, exitTick - moved);
        moved = 0;
        int roll = rolls.firstAfter(entryBar);
        for (int from = entryBar, to; from <= exitBar; from = to) {
            to = roll < rolls.size() && rolls.bar(roll) <= exitBar ? rolls.bar(roll) : exitBar + 1;
            double low = Double.POSITIVE_INFINITY;
            double high = Double.NEGATIVE_INFINITY;
            if (from == entryBar && entry == Lot.Entry.INSIDE && (exitBar > entryBar || exitAtClose)) {
                low = bars.close(entryBar);
                high = low;
            }
            for (int i = Math.max(from, whole); i < Math.min(to, end); i++) {
                low = Math.min(low, bars.low(i));
                high = Math.max(high, bars.high(i));
            }
            if (to > exitBar && !exitAtClose && exitBar > entryBar) {
                low = Math.min(low, bars.open(exitBar));
                high = Math.max(high, bars.open(exitBar));
            }
            if (low <= high) {
                least = Math.min(least, grid.nearest(low) - moved);
                most = Math.max(most, grid.nearest(high) - moved);
            }
            moved += to > exitBar ? 0 : rolls.ticks(roll++);
        }
        return side == Side.LONG
                ? new Excursions(least - entryTick, most - entryTick)
                : new Excursions(entryTick - most, entryTick - least);
    }
}
