package futures.engine;

import futures.model.Fill;
import futures.model.FillRule;
import futures.model.Side;
import futures.model.TickGrid;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.RandomAccess;

/** Fills in columns, in the order in which they happened; a record is made when it is asked for. */
final class FillRows extends AbstractList<Fill> implements RandomAccess {
    private final String symbol;
    private final TickGrid grid;
    private int size;
    private int[] order = new int[16];
    private int[] bar = new int[16];
    private int[] contracts = new int[16];
    private int[] slipped = new int[16];
    private long[] tick = new long[16];
    private long[] time = new long[16];
    private FillRule[] rule = new FillRule[16];
    private boolean[] doubt = new boolean[16];

    FillRows(String symbol, TickGrid grid) {
        this.symbol = symbol;
        this.grid = grid;
    }

    /** @return its row */
    int add(Working by, BarTicks at, int number, long atTick, int slippage, FillRuling ruling) {
        if (size == order.length) {
            grow(size * 2);
        }
        order[size] = by.id;
        bar[size] = at.bar;
        contracts[size] = by.buy ? number : -number;
        slipped[size] = slippage;
        tick[size] = atTick;
        time[size] = at.time();
        rule[size] = ruling.rule();
        doubt[size] = ruling.ambiguous();
        return size++;
    }

    private void grow(int to) {
        order = Arrays.copyOf(order, to);
        bar = Arrays.copyOf(bar, to);
        contracts = Arrays.copyOf(contracts, to);
        slipped = Arrays.copyOf(slipped, to);
        tick = Arrays.copyOf(tick, to);
        time = Arrays.copyOf(time, to);
        rule = Arrays.copyOf(rule, to);
        doubt = Arrays.copyOf(doubt, to);
    }

    int bar(int row) {
        return bar[row];
    }

    int order(int row) {
        return order[row];
    }

    long tick(int row) {
        return tick[row];
    }

    long time(int row) {
        return time[row];
    }

    FillRule rule(int row) {
        return rule[row];
    }

    /** Positive bought, negative sold. */
    int contracts(int row) {
        return contracts[row];
    }

    @Override
    public Fill get(int row) {
        return new Fill(
                symbol,
                order[row],
                bar[row],
                time[row],
                contracts[row] > 0 ? Side.LONG : Side.SHORT,
                Math.abs(contracts[row]),
                grid.price(tick[row]),
                slipped[row],
                rule(row),
                doubt[row]);
    }

    @Override
    public int size() {
        return size;
    }
}
