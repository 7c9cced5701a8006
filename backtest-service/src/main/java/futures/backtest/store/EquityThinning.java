package futures.backtest.store;

import java.io.IOException;

/**
 * Fewer points of equity: each stretch of bars gives its lowest, its highest and its last one, so that no peak and no
 * drawdown is lost.
 */
public final class EquityThinning {
    /** Takes points, oldest first. */
    @FunctionalInterface
    public interface Taker {
        /**
         * @param time     close of the bar, epoch milliseconds UTC
         * @param equity   millionths
         * @param drawdown equity less its highest so far, the start included; millionths, zero or negative
         */
        void take(long time, long equity, long drawdown) throws IOException;
    }

    private static final int PER_STRETCH = 3;

    private final Taker taker;
    private final int stretch;
    private final Point lowest = new Point();
    private final Point highest = new Point();
    private final Point last = new Point();
    private int rows;

    private EquityThinning(Taker taker, int stretch) {
        this.taker = taker;
        this.stretch = stretch;
    }

    /** @param most points, at least 3; 0 for all bars */
    public static void walk(EquityWalk walk, int most, Taker taker) throws IOException {
        int stretches = Math.max(1, most / PER_STRETCH);
        boolean all = most == 0 || walk.bars() <= most;
        EquityThinning thinning = new EquityThinning(taker, all ? 1 : (walk.bars() + stretches - 1) / stretches);
        long peak = walk.initial();
        while (walk.next()) {
            peak = Math.max(peak, walk.equity());
            thinning.bar(walk.time(), walk.equity(), walk.equity() - peak);
        }
        thinning.give();
    }

    private void bar(long time, long equity, long drawdown) throws IOException {
        last.set(time, equity, drawdown);
        if (rows == 0 || equity < lowest.equity) {
            lowest.set(time, equity, drawdown);
        }
        if (rows == 0 || equity > highest.equity) {
            highest.set(time, equity, drawdown);
        }
        if (++rows == stretch) {
            give();
        }
    }

    private void give() throws IOException {
        if (rows == 0) {
            return;
        }
        Point first = lowest.time <= highest.time ? lowest : highest;
        Point second = first == lowest ? highest : lowest;
        give(first);
        if (second.time > first.time) {
            give(second);
        }
        if (last.time > second.time) {
            give(last);
        }
        rows = 0;
    }

    private void give(Point point) throws IOException {
        taker.take(point.time, point.equity, point.drawdown);
    }

    private static final class Point {
        private long time;
        private long equity;
        private long drawdown;

        void set(long at, long worth, long below) {
            time = at;
            equity = worth;
            drawdown = below;
        }
    }
}
