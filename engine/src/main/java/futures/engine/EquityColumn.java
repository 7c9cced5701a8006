package futures.engine;

import java.util.Arrays;

/** Keeps the equity of every bar. */
final class EquityColumn implements Marks {
    /** Up to here the prices beside the closes are read along: they are needed right after. */
    private static final int SHORT = 128;

    private final TickColumns ticks;
    private final int[] closes;
    private final long[] equity;

    EquityColumn(TickColumns ticks) {
        this.ticks = ticks;
        closes = ticks.closes();
        equity = new long[closes.length];
    }

    long[] values() {
        return equity;
    }

    @Override
    public void mark(int bar, long value) {
        equity[bar] = value;
    }

    @Override
    public void flat(int from, int to, long value) {
        Arrays.fill(equity, from, to, value);
    }

    @Override
    public int hold(int from, int to, long base, long perTick, long floor) {
        boolean near = to - from <= SHORT;
        for (int bar = from; bar < to; bar++) {
            long value = base + perTick * (near ? ticks.close(bar) : closes[bar]);
            if (value < floor) {
                return bar;
            }
            equity[bar] = value;
        }
        return to;
    }
}
