package futures.engine;

import java.util.function.IntToLongFunction;

/**
 * Cash plus the gain of open positions, marked at the close of every bar (of a joint run, whenever bars close). Exact: kept in millionths of the currency's
 * unit.
 *
 * <p>Its first peak is the initial cash, so that a loss from the start is a drawdown.
 */
public final class EquityCurve {
    private final IntToLongFunction time;
    private final long initialCash;
    private final long[] equity;

    /** @param time of each value, epoch milliseconds UTC */
    EquityCurve(IntToLongFunction time, long initialCash, long[] equity) {
        this.time = time;
        this.initialCash = initialCash;
        this.equity = equity;
    }

    /** Number of bars; of a joint run, of moments at which bars closed. */
    public int size() {
        return equity.length;
    }

    public double initialCash() {
        return Money.toDouble(initialCash);
    }

    /** Close time of a bar, epoch milliseconds UTC: when the equity was this. */
    public long time(int bar) {
        return time.applyAsLong(bar);
    }

    public double equity(int bar) {
        return Money.toDouble(equity[bar]);
    }

    public double last() {
        return equity(equity.length - 1);
    }

    /** What was made from the start to the last bar, open positions at their market value, in the account's currency. */
    public double profit() {
        return last() - initialCash();
    }

    /** Start and all bars, for statistics and charts. */
    public double[] withStart() {
        double[] values = new double[equity.length + 1];
        values[0] = initialCash();
        for (int i = 0; i < equity.length; i++) {
            values[i + 1] = equity(i);
        }
        return values;
    }

    /** Equity less the highest equity until then, for each bar; zero or negative. */
    public double[] drawdown() {
        double[] falls = new double[equity.length];
        long peak = initialCash;
        for (int i = 0; i < falls.length; i++) {
            peak = Math.max(peak, equity[i]);
            falls[i] = Money.toDouble(equity[i] - peak);
        }
        return falls;
    }

    /** In millionths, the start included. */
    long lowest() {
        long lowest = initialCash;
        for (long value : equity) {
            lowest = Math.min(lowest, value);
        }
        return lowest;
    }

    /** Equity at a bar's close, exactly, in millionths of the currency's unit. */
    public long millionths(int bar) {
        return equity[bar];
    }

    public long initialMillionths() {
        return initialCash;
    }
}
