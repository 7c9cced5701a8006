package futures.engine;

import futures.model.BarSeries;
import futures.model.TickGrid;

/**
 * The current bar on the tick grid. Prices of back-adjusted series lie between ticks: {@code Up} is the tick at or
 * above, {@code Down} the one at or below, and both are the same for a price on the grid.
 */
final class BarTicks {
    private final BarSeries bars;
    private final TickGrid grid;

    int bar;
    long openUp;
    long openDown;
    long highUp;
    long highDown;
    long lowUp;
    long lowDown;
    long closeUp;
    long closeDown;

    BarTicks(BarSeries bars, TickGrid grid) {
        this.bars = bars;
        this.grid = grid;
    }

    void set(int i) {
        bar = i;
        openUp = grid.ceil(bars.open(i));
        openDown = grid.floor(bars.open(i));
        highUp = grid.ceil(bars.high(i));
        highDown = grid.floor(bars.high(i));
        lowUp = grid.ceil(bars.low(i));
        lowDown = grid.floor(bars.low(i));
        closeUp = grid.ceil(bars.close(i));
        closeDown = grid.floor(bars.close(i));
    }

    /** The open as a buyer pays or a seller gets it: the worse tick. */
    long open(boolean buy) {
        return buy ? openUp : openDown;
    }

    long openTime() {
        return bars.openTime(bar);
    }
}
