package futures.engine;

import futures.model.BarSeries;
import futures.model.TickGrid;

/**
 * The prices of a series in ticks, those of a bar side by side. Of a price between ticks (back-adjusted series) there is the
 * tick inside the bar's range: a bar has traded at least as far as that. Shared: never written to.
 */
final class TickColumns {
    /** Whether every price of the series is on the grid: then these are the prices themselves. */
    final boolean onGrid;

    /** Bars whose prices are read faster in passing than the next bar's by itself. */
    private static final int FEW = 256;

    /** Bars whose closes have their lowest and highest kept; a power of two. */
    static final int BLOCK = 16;

    private final int[] prices;
    /** The closes once more, by themselves: stretches in which nothing happens read nothing else. */
    private final int[] closes;
    /** Lowest and highest close of each whole block, side by side. */
    private final int[] extremes;

    TickColumns(BarSeries bars, TickGrid grid) {
        int size = bars.size();
        prices = new int[4 * size];
        closes = new int[size];
        boolean exact = true;
        for (int i = 0; i < size; i++) {
            exact = exact
                    && grid.isOnGrid(bars.open(i))
                    && grid.isOnGrid(bars.high(i))
                    && grid.isOnGrid(bars.low(i))
                    && grid.isOnGrid(bars.close(i));
            prices[4 * i] = Math.toIntExact(grid.nearest(bars.open(i)));
            prices[4 * i + 1] = Math.toIntExact(grid.floor(bars.high(i)));
            prices[4 * i + 2] = Math.toIntExact(grid.ceil(bars.low(i)));
            closes[i] = Math.toIntExact(grid.nearest(bars.close(i)));
            prices[4 * i + 3] = closes[i];
        }
        onGrid = exact;
        extremes = new int[2 * (size / BLOCK)];
        for (int block = 0; block < size / BLOCK; block++) {
            int low = Integer.MAX_VALUE;
            int high = Integer.MIN_VALUE;
            for (int i = block * BLOCK; i < (block + 1) * BLOCK; i++) {
                low = Math.min(low, closes[i]);
                high = Math.max(high, closes[i]);
            }
            extremes[2 * block] = low;
            extremes[2 * block + 1] = high;
        }
    }

    /** The lowest close of a whole block of {@link #BLOCK} bars. */
    int lowestClose(int block) {
        return extremes[2 * block];
    }

    int highestClose(int block) {
        return extremes[2 * block + 1];
    }

    /** The nearest tick, half a tick to the higher one. */
    int open(int bar) {
        return prices[4 * bar];
    }

    /** The highest tick in the bar's range. */
    int high(int bar) {
        return prices[4 * bar + 1];
    }

    /** The lowest tick in the bar's range. */
    int low(int bar) {
        return prices[4 * bar + 2];
    }

    /** The nearest tick, half a tick to the higher one. */
    int close(int bar) {
        return prices[4 * bar + 3];
    }

    /** The closes of all bars. Shared: never written to. */
    int[] closes() {
        return closes;
    }

    /**
     * An array with the closes, each {@link #stepOf} places after the one before, for reading so many of them in a row. Of
     * few, what stands beside them is read along, since the bar after them is looked at whole and would have to be waited
     * for.
     */
    int[] closesAlong(int bars) {
        return bars <= FEW ? prices : closes;
    }

    int stepOf(int[] array) {
        return array == prices ? 4 : 1;
    }
}
