package futures.engine;

import futures.model.ExitReason;
import futures.model.RoundTrip;
import futures.model.Side;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.RandomAccess;

/**
 * Round trips in the order of exits, each as a row of whole numbers; a record, with its excursions, is made when it is asked
 * for.
 */
@SuppressWarnings("EnumOrdinal") // of one run in one process: never stored
final class TripRows extends AbstractList<RoundTrip> implements RandomAccess {
    private static final int WIDTH = 5;
    private static final Lot.Entry[] ENTRIES = Lot.Entry.values();
    private static final ExitReason[] REASONS = ExitReason.values();

    private final Market market;
    private final FillRows fills;
    private final long tickValue;
    private final RateSchedule rates;
    private int size;
    /** For each round trip: fills of entry and exit, contracts (negative short) and what else, gross, costs, risk. */
    private long[] rows = new long[32 * WIDTH];

    TripRows(Market market, FillRows fills, long tickValue, RateSchedule rates) {
        this.market = market;
        this.fills = fills;
        this.tickValue = tickValue;
        this.rates = rates;
    }

    void add(
            Lot lot,
            int number,
            int exitRow,
            boolean exitAtClose,
            ExitReason why,
            long grossGain,
            long allCosts,
            boolean ambiguous) {
        int row = size * WIDTH;
        if (row == rows.length) {
            rows = Arrays.copyOf(rows, row * 2);
        }
        int what = lot.entry.ordinal() | (why.ordinal() << 4) | (exitAtClose ? 1 << 8 : 0) | (ambiguous ? 1 << 9 : 0);
        rows[row] = ((long) lot.entryFill << 32) | exitRow;
        rows[row + 1] = ((long) (lot.side == Side.LONG ? number : -number) << 32) | what;
        rows[row + 2] = grossGain;
        rows[row + 3] = allCosts;
        rows[row + 4] = lot.riskTicks;
        size++;
    }

    long net(int row) {
        return rows[row * WIDTH + 2] - rows[row * WIDTH + 3];
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public RoundTrip get(int row) {
        int at = row * WIDTH;
        int in = (int) (rows[at] >> 32);
        int out = (int) rows[at];
        int signed = (int) (rows[at + 1] >> 32);
        int what = (int) rows[at + 1];
        int number = Math.abs(signed);
        Side side = signed > 0 ? Side.LONG : Side.SHORT;
        long entryTick = fills.tick(in);
        long exitTick = fills.tick(out);
        Excursions lived = Excursions.of(
                market,
                side,
                ENTRIES[what & 15],
                fills.bar(in),
                entryTick,
                fills.bar(out),
                exitTick,
                (what & (1 << 8)) != 0);
        long rate = rates.at(fills.bar(out));
        long perTick = tickValue * number;
        long atRisk = CurrencyRates.convert(rows[at + 4] * perTick, rate);
        return new RoundTrip(
                row + 1,
                market.bars().symbol(),
                side,
                number,
                fills.order(in),
                fills.time(in),
                price(entryTick),
                fills.rule(in),
                fills.order(out),
                fills.time(out),
                price(exitTick),
                fills.rule(out),
                REASONS[(what >> 4) & 15],
                side.sign() * (exitTick - entryTick),
                Money.toDouble(rows[at + 2]),
                Money.toDouble(rows[at + 3]),
                Money.toDouble(net(row)),
                lived.against(),
                lived.with(),
                Money.toDouble(CurrencyRates.convert(lived.against() * perTick, rate)),
                Money.toDouble(CurrencyRates.convert(lived.with() * perTick, rate)),
                atRisk == 0 ? null : Double.valueOf((double) net(row) / atRisk),
                fills.bar(out) - fills.bar(in),
                (what & (1 << 9)) != 0);
    }

    private double price(long tick) {
        return market.contract().ticks().price(tick);
    }
}
