package futures.model.bars;

import futures.model.TickGrid;

/** Bars that end when the price leaves a range of so many ticks; the price that leaves it opens the next one. */
final class RangeBars extends PathBars {
    private final long size;
    private boolean begun;
    private long began;
    private long open;
    private long high;
    private long low;
    private long last;
    private double volume;

    RangeBars(BarForm form, DayCourse days, TickGrid grid, BarSink sink) {
        super(days, grid, sink);
        this.size = form.size();
    }

    @Override
    void jump(long tick) {
        if (!begun) {
            begin(tick);
        } else if (tick > low + size || tick < high - size) {
            ended(began, open, high, low, last);
            begin(tick);
        } else {
            extend(tick);
        }
    }

    @Override
    void walk(long tick) {
        while (tick > low + size) {
            extend(low + size);
            ended(began, open, high, low, last);
            begin(last + 1);
        }
        while (tick < high - size) {
            extend(high - size);
            ended(began, open, high, low, last);
            begin(last - 1);
        }
        extend(tick);
    }

    private void begin(long tick) {
        begun = true;
        began = stamp();
        open = tick;
        high = tick;
        low = tick;
        last = tick;
    }

    private void extend(long tick) {
        high = Math.max(high, tick);
        low = Math.min(low, tick);
        last = tick;
    }

    @Override
    boolean open() {
        return begun;
    }

    @Override
    double carried() {
        return volume;
    }

    @Override
    void carry(double carried) {
        volume = carried;
    }

    @Override
    void endDay() {
        if (begun) {
            long closeTime = lastOpen < day.closes() ? day.closes() : day.over();
            give(began, closeTime, price(open), price(high), price(low), price(last), volume);
        }
        begun = false;
        volume = 0;
    }

    @Override
    public void finish(boolean unfinishedToo) {
        if (begun && (unfinishedToo || reached >= day.over())) {
            endDay();
        }
        begun = false;
    }
}
