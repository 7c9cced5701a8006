package futures.engine;

import java.util.Arrays;

/** Keeps the equity of every bar. */
final class EquityColumn implements Marks {
    private final int[] closes;
    private final long[] equity;

    EquityColumn(TickColumns ticks) {
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
        for (int bar = from; bar < to; bar++) {
            long value = base + perTick * closes[bar];
            if (value < floor) {
                return bar;
            }
            equity[bar] = value;
        }
        return to;
    }
}
