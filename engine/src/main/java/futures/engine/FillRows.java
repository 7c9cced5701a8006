package futures.engine;

import futures.model.BarSeries;
import futures.model.Fill;
import futures.model.FillRule;
import futures.model.Side;
import futures.model.TickGrid;
import java.util.AbstractList;
import java.util.RandomAccess;

/**
 * Fills in the order in which they happened, each as a row of whole numbers; a record is made when it is asked for.
 */
@SuppressWarnings("EnumOrdinal") // of one run in one process: never stored
final class FillRows extends AbstractList<Fill> implements RandomAccess {
    private static final FillRule[] RULES = FillRule.values();

    private final BarSeries bars;
    private final TickGrid grid;
    private final boolean kept;
    /** For each fill: order and bar, contracts and slippage, tick, moment, rule and doubt. */
    private final LongRows rows = new LongRows(5);

    /** @param kept whether anybody will ask for them */
    FillRows(Market market, boolean kept) {
        this.bars = market.bars();
        this.grid = market.contract().ticks();
        this.kept = kept;
    }

    /** @return its row; without meaning when rows are not kept */
    int add(Working by, BarTicks at, int number, long atTick, int slippage, FillRuling ruling) {
        return add(by.id, by.buy ? number : -number, at, atTick, slippage, ruling.rule(), ruling.ambiguous());
    }

    /**
     * @param contracts positive bought, negative sold
     * @return its row; without meaning when rows are not kept
     */
    int add(int order, int contracts, BarTicks at, long atTick, int slippage, FillRule rule, boolean ambiguous) {
        if (!kept) {
            return 0;
        }
        int row = rows.add();
        long[] to = rows.chunk(row);
        int start = rows.start(row);
        to[start] = ((long) order << 32) | at.bar;
        to[start + 1] = ((long) contracts << 32) | slippage;
        to[start + 2] = atTick;
        to[start + 3] = at.time();
        to[start + 4] = 2L * rule.ordinal() + (ambiguous ? 1 : 0);
        return row;
    }

    int bar(int row) {
        return (int) rows.get(row, 0);
    }

    int order(int row) {
        return (int) (rows.get(row, 0) >> 32);
    }

    /** Positive bought, negative sold. */
    private int contracts(int row) {
        return (int) (rows.get(row, 1) >> 32);
    }

    long tick(int row) {
        return rows.get(row, 2);
    }

    long time(int row) {
        return Moments.millis(rows.get(row, 3), bars);
    }

    FillRule rule(int row) {
        return RULES[(int) (rows.get(row, 4) >> 1)];
    }

    @Override
    public Fill get(int row) {
        int contracts = contracts(row);
        return new Fill(
                bars.symbol(),
                order(row),
                bar(row),
                time(row),
                contracts > 0 ? Side.LONG : Side.SHORT,
                Math.abs(contracts),
                grid.price(tick(row)),
                (int) rows.get(row, 1),
                rule(row),
                (rows.get(row, 4) & 1) != 0);
    }

    @Override
    public int size() {
        return rows.size();
    }
}
