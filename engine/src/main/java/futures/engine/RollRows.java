package futures.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** The rolls of a desk's positions, and how far each moved what a position had cost. */
final class RollRows {
    private final List<RollTrade> trades = new ArrayList<>();
    private int[] bars = new int[4];
    private long[] ticks = new long[4];

    /** @param moved price of the opening leg less that of the closing one, in ticks */
    void add(RollTrade trade, long moved) {
        int row = trades.size();
        if (row == bars.length) {
            bars = Arrays.copyOf(bars, row * 2);
            ticks = Arrays.copyOf(ticks, row * 2);
        }
        bars[row] = trade.bar();
        ticks[row] = moved;
        trades.add(trade);
    }

    List<RollTrade> trades() {
        return Collections.unmodifiableList(trades);
    }

    int size() {
        return trades.size();
    }

    int bar(int row) {
        return bars[row];
    }

    long ticks(int row) {
        return ticks[row];
    }

    /** The first roll that a position entered in a bar has lived through. */
    int firstAfter(int entryBar) {
        int found = Arrays.binarySearch(bars, 0, trades.size(), entryBar + 1);
        int row = found >= 0 ? found : -found - 1;
        while (row > 0 && bars[row - 1] > entryBar) {
            row--;
        }
        return row;
    }

    /** By how many ticks all rolls between entry and exit moved what the position had cost. */
    long between(int entryBar, int exitBar) {
        long moved = 0;
        for (int row = firstAfter(entryBar); row < trades.size() && bars[row] <= exitBar; row++) {
            moved += ticks[row];
        }
        return moved;
    }
}
