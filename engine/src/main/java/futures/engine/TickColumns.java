package futures.engine;

import futures.model.BarSeries;
import futures.model.TickGrid;

/**
 * The prices of a series in ticks, as far as they lie on the grid: a series with prices between ticks (back-adjusted) has
 * only its closes here. Shared: never written to.
 */
final class TickColumns {
    /** Whether every price is on the grid; the first three columns are null otherwise. */
    final boolean onGrid;

    final int[] open;
    final int[] high;
    final int[] low;
    /** Each close as the nearest tick, half a tick to the higher one. */
    final int[] close;

    TickColumns(BarSeries bars, TickGrid grid) {
        int size = bars.size();
        close = new int[size];
        boolean exact = true;
        for (int i = 0; i < size; i++) {
            close[i] = Math.toIntExact(grid.nearest(bars.close(i)));
            exact = exact
                    && grid.isOnGrid(bars.open(i))
                    && grid.isOnGrid(bars.high(i))
                    && grid.isOnGrid(bars.low(i))
                    && grid.isOnGrid(bars.close(i));
        }
        onGrid = exact;
        open = exact ? new int[size] : null;
        high = exact ? new int[size] : null;
        low = exact ? new int[size] : null;
        if (exact) {
            for (int i = 0; i < size; i++) {
                open[i] = Math.toIntExact(grid.nearest(bars.open(i)));
                high[i] = Math.toIntExact(grid.nearest(bars.high(i)));
                low[i] = Math.toIntExact(grid.nearest(bars.low(i)));
            }
        }
    }
}
