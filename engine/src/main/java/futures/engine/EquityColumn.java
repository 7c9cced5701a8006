package futures.engine;

import java.util.Arrays;

/** Keeps the equity of every bar. */
final class EquityColumn implements Marks {
    private final TickColumns ticks;
    private final long[] equity;

    EquityColumn(TickColumns ticks) {
        this.ticks = ticks;
        equity = new long[ticks.closes().length];
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
        int[] closes = ticks.closesAlong(to - from);
        int step = ticks.stepOf(closes);
        for (int bar = from, at = from * step + step - 1; bar < to; bar++, at += step) {
            long value = base + perTick * closes[at];
            if (value < floor) {
                return bar;
            }
            equity[bar] = value;
        }
        return to;
    }
}
