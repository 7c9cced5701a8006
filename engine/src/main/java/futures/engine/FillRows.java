package futures.engine;

import futures.model.Fill;
import futures.model.FillRule;
import futures.model.Side;
import futures.model.TickGrid;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.RandomAccess;

/**
 * Fills in the order in which they happened, each as a row of whole numbers; a record is made when it is asked for.
 */
@SuppressWarnings("EnumOrdinal") // of one run in one process: never stored
final class FillRows extends AbstractList<Fill> implements RandomAccess {
    private static final int WIDTH = 5;
    private static final FillRule[] RULES = FillRule.values();

    private final String symbol;
    private final TickGrid grid;
    private int size;
    /** For each fill: order and bar, contracts and slippage, tick, time, rule and doubt. */
    private long[] rows = new long[64 * WIDTH];

    FillRows(String symbol, TickGrid grid) {
        this.symbol = symbol;
        this.grid = grid;
    }

    /** @return its row */
    int add(Working by, BarTicks at, int number, long atTick, int slippage, FillRuling ruling) {
        int row = size * WIDTH;
        if (row == rows.length) {
            rows = Arrays.copyOf(rows, row * 2);
        }
        rows[row] = ((long) by.id << 32) | at.bar;
        rows[row + 1] = ((long) (by.buy ? number : -number) << 32) | slippage;
        rows[row + 2] = atTick;
        rows[row + 3] = at.time();
        rows[row + 4] = 2L * ruling.rule().ordinal() + (ruling.ambiguous() ? 1 : 0);
        return size++;
    }

    int bar(int row) {
        return (int) rows[row * WIDTH];
    }

    int order(int row) {
        return (int) (rows[row * WIDTH] >> 32);
    }

    /** Positive bought, negative sold. */
    private int contracts(int row) {
        return (int) (rows[row * WIDTH + 1] >> 32);
    }

    long tick(int row) {
        return rows[row * WIDTH + 2];
    }

    long time(int row) {
        return rows[row * WIDTH + 3];
    }

    FillRule rule(int row) {
        return RULES[(int) (rows[row * WIDTH + 4] >> 1)];
    }

    @Override
    public Fill get(int row) {
        int contracts = contracts(row);
        return new Fill(
                symbol,
                order(row),
                bar(row),
                time(row),
                contracts > 0 ? Side.LONG : Side.SHORT,
                Math.abs(contracts),
                grid.price(tick(row)),
                (int) rows[row * WIDTH + 1],
                rule(row),
                (rows[row * WIDTH + 4] & 1) != 0);
    }

    @Override
    public int size() {
        return size;
    }
}
