package futures.engine;

import futures.model.BarSeries;
import futures.model.TickGrid;

/**
 * The bar that is being walked, on the tick grid: a bar of the run, or one of the finer bars in it. Prices of
 * back-adjusted series lie between ticks: {@code Up} is the tick at or above, {@code Down} the one at or below, and both
 * are the same for a price on the grid.
 */
final class BarTicks {
    private final BarSeries bars;
    private final TickGrid grid;
    private final TickColumns columns;

    /** Index of the run's bar. */
    int bar;
    /** Counts the bars walked, finer ones included: what has the same step happened in the same bar. */
    int step;
    /** Whether this is the run's bar, or the first of its finer ones. */
    boolean first;

    long openUp;
    long openDown;
    long highUp;
    long highDown;
    long lowUp;
    long lowDown;
    long closeUp;
    long closeDown;
    /** Of a finer bar, epoch milliseconds UTC. */
    private long openTime;

    private boolean finer;
    /** Fills now are fills at the close of the run's bar. */
    private boolean atClose;

    BarTicks(BarSeries bars, TickGrid grid, TickColumns columns) {
        this.bars = bars;
        this.grid = grid;
        this.columns = columns;
    }

    void set(int i) {
        bar = i;
        first = true;
        atClose = false;
        step++;
        finer = false;
        if (columns.onGrid) {
            openUp = openDown = columns.open(i);
            highUp = highDown = columns.high(i);
            lowUp = lowDown = columns.low(i);
            closeUp = closeDown = columns.close(i);
        } else {
            prices(bars, i);
        }
    }

    void setFiner(int i, BarSeries from, int index, boolean isFirst) {
        bar = i;
        first = isFirst;
        atClose = false;
        step++;
        finer = true;
        openTime = from.openTime(index);
        prices(from, index);
    }

    private void prices(BarSeries from, int i) {
        openUp = grid.ceil(from.open(i));
        openDown = grid.floor(from.open(i));
        highUp = grid.ceil(from.high(i));
        highDown = grid.floor(from.high(i));
        lowUp = grid.ceil(from.low(i));
        lowDown = grid.floor(from.low(i));
        closeUp = grid.ceil(from.close(i));
        closeDown = grid.floor(from.close(i));
    }

    /** From here on fills are at the close. */
    void toClose() {
        atClose = true;
    }

    boolean atClose() {
        return atClose;
    }

    /** The open as a buyer pays or a seller gets it: the worse tick. */
    long open(boolean buy) {
        return buy ? openUp : openDown;
    }

    long close(boolean buy) {
        return buy ? closeUp : closeDown;
    }

    /** A price made worse by slippage, as far as the bar's range when that caps it. */
    long slipped(long tick, int slip, boolean buy, boolean cap) {
        if (slip == 0) {
            return tick;
        }
        long worse = buy ? tick + slip : tick - slip;
        if (!cap) {
            return worse;
        }
        return buy ? Math.max(tick, Math.min(worse, highUp)) : Math.min(tick, Math.max(worse, lowDown));
    }

    /** When what fills now fills: one of {@link Moments}. */
    long time() {
        return atClose ? Moments.close(bar) : finer ? openTime : Moments.open(bar);
    }

    /** Open, high and low as the nearest ticks. */
    boolean highIsNearer() {
        if (columns.onGrid) {
            return highUp - openUp < openUp - lowUp;
        }
        long open = grid.nearest(bars.open(bar));
        return grid.nearest(bars.high(bar)) - open < open - grid.nearest(bars.low(bar));
    }
}
