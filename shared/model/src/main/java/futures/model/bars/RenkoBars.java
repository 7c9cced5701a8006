package futures.model.bars;

import futures.model.TickGrid;

/**
 * Bricks of so many ticks: one more in the direction of the last one when the price has gone a brick beyond it, one the other way
 * when it has gone a brick beyond its other end.
 */
final class RenkoBars extends PathBars {
    private final long size;
    private boolean begun;
    private long began;
    private long top;
    private long bottom;
    private double volume;

    RenkoBars(BarForm form, DayCourse days, TickGrid grid, BarSink sink) {
        super(days, grid, sink);
        this.size = form.size();
    }

    @Override
    void jump(long tick) {
        if (!begun) {
            begun = true;
            began = stamp();
            top = tick;
            bottom = tick;
        }
        walk(tick);
    }

    @Override
    void walk(long tick) {
        while (tick >= top + size) {
            brick(top, top + size);
        }
        while (tick <= bottom - size) {
            brick(bottom, bottom - size);
        }
    }

    private void brick(long open, long close) {
        top = Math.max(open, close);
        bottom = Math.min(open, close);
        ended(began, open, top, bottom, close);
        began = stamp();
    }

    @Override
    boolean open() {
        return false;
    }

    @Override
    double carried() {
        return volume;
    }

    @Override
    void carry(double carried) {
        volume = carried;
    }

    /** What went on after the last brick is in none. */
    @Override
    void endDay() {
        begun = false;
        volume = 0;
    }

    @Override
    public void finish(boolean unfinishedToo) {
        begun = false;
    }
}
