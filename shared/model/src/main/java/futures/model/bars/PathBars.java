package futures.model.bars;

import futures.model.TickGrid;
import java.util.Arrays;

/**
 * Bars that end at prices: each stored bar is walked from its open to the nearer extreme, the other one and the close, in ticks.
 * Each trading day begins anew.
 */
abstract class PathBars extends BarMaker {
    private final DayCourse days;
    private final TickGrid grid;
    /** Of the bars that ended in the stored one: open time and four prices each. */
    private long[] ended = new long[5 * 16];

    private int count;
    private long barTime;
    private long barCloses;
    private long stamp = Long.MIN_VALUE;

    DayHours day;
    long reached = Long.MIN_VALUE;
    long lastOpen;

    PathBars(DayCourse days, TickGrid grid, BarSink sink) {
        super(sink);
        this.days = days;
        this.grid = grid;
    }

    @Override
    public final void add(
            long openTime, long closeTime, double open, double high, double low, double close, double volume) {
        reached = closeTime;
        DayHours now = days.at(openTime);
        if (!now.takes(openTime)) {
            return;
        }
        if (day == null || !day.contains(openTime)) {
            if (day != null) {
                endDay();
            }
            day = now;
        }
        barTime = openTime;
        barCloses = closeTime;
        count = 0;
        long first = grid.nearest(open);
        long top = Math.max(first, grid.nearest(high));
        long bottom = Math.min(first, grid.nearest(low));
        jump(first);
        boolean up = top - first < first - bottom;
        walk(up ? top : bottom);
        walk(up ? bottom : top);
        walk(grid.nearest(close));
        lastOpen = openTime;
        share(volume, closeTime);
    }

    /** The first price of a stored bar: it need not follow the one before without a gap. */
    abstract void jump(long tick);

    /** All ticks up or down to a price. */
    abstract void walk(long tick);

    /** Whether a bar has begun that has a part of the stored bar's volume. */
    abstract boolean open();

    /** Volume of the bar that has begun. */
    abstract double carried();

    abstract void carry(double volume);

    abstract void endDay();

    /** When a bar begins in the stored one: its open, and a millisecond later for each further one. */
    final long stamp() {
        stamp = Math.max(barTime, stamp + 1);
        if (stamp >= barCloses) {
            throw new TooManyBars("one stored bar alone makes more of these bars than it has milliseconds");
        }
        return stamp;
    }

    final void ended(long openTime, long open, long high, long low, long close) {
        if (5 * count == ended.length) {
            ended = Arrays.copyOf(ended, 2 * ended.length);
        }
        int at = 5 * count++;
        ended[at] = openTime;
        ended[at + 1] = open;
        ended[at + 2] = high;
        ended[at + 3] = low;
        ended[at + 4] = close;
    }

    /** The volume goes in equal parts to the bars that it may have been traded in, whole contracts staying whole. */
    private void share(double volume, long closeTime) {
        int shares = count + (open() ? 1 : 0);
        if (shares == 0) {
            carry(carried() + volume);
            return;
        }
        boolean whole = volume == Math.rint(volume);
        double part = whole ? Math.floor(volume / shares) : volume / shares;
        double left = volume;
        double extra = whole ? volume - part * shares : 0;
        double before = carried();
        for (int i = 0; i < count; i++) {
            double own = part + (i < extra ? 1 : 0);
            // Without a bar that goes on, the last one has what rounding left over.
            if (!whole && i == shares - 1) {
                own = left;
            }
            left -= own;
            int at = 5 * i;
            give(
                    ended[at],
                    closeTime,
                    grid.price(ended[at + 1]),
                    grid.price(ended[at + 2]),
                    grid.price(ended[at + 3]),
                    grid.price(ended[at + 4]),
                    before + own);
            before = 0;
        }
        carry(before + (open() ? left : 0));
    }

    final double price(long tick) {
        return grid.price(tick);
    }
}
