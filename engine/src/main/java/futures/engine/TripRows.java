package futures.engine;

import futures.model.ExitReason;
import futures.model.RoundTrip;
import futures.model.Side;
import java.util.AbstractList;
import java.util.RandomAccess;

/**
 * Round trips in the order of exits, each as a row of whole numbers; a record, with its excursions, is made when it is asked
 * for.
 */
@SuppressWarnings("EnumOrdinal") // of one run in one process: never stored
final class TripRows extends AbstractList<RoundTrip> implements RandomAccess {
    private static final Lot.Entry[] ENTRIES = Lot.Entry.values();
    private static final ExitReason[] REASONS = ExitReason.values();

    private final Market market;
    private final FillRows fills;
    private final RollRows rolls;
    private final long tickValue;
    private final RateSchedule rates;
    /** For each round trip: fills of entry and exit, contracts (negative short) and what else, gross, costs, risk. */
    private final LongRows rows = new LongRows(5);

    TripRows(Market market, FillRows fills, RollRows rolls, long tickValue, RateSchedule rates) {
        this.market = market;
        this.fills = fills;
        this.rolls = rolls;
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
        int what = lot.entry.ordinal() | (why.ordinal() << 4) | (exitAtClose ? 1 << 8 : 0) | (ambiguous ? 1 << 9 : 0);
        int row = rows.add();
        long[] to = rows.chunk(row);
        int start = rows.start(row);
        to[start] = ((long) lot.entryFill << 32) | exitRow;
        to[start + 1] = ((long) (lot.side == Side.LONG ? number : -number) << 32) | what;
        to[start + 2] = grossGain;
        to[start + 3] = allCosts;
        to[start + 4] = lot.riskTicks;
    }

    long net(int row) {
        return rows.get(row, 2) - rows.get(row, 3);
    }

    /**
     * Net in units of what the first protective stop put at risk; NaN without one.
     *
     * @param rate of the bar of exit
     */
    double riskMultiple(long riskTicks, int contracts, long net, long rate) {
        long atRisk = CurrencyRates.convert(riskTicks * tickValue * contracts, rate);
        return atRisk == 0 ? Double.NaN : (double) net / atRisk;
    }

    int entryBar(int row) {
        return fills.bar((int) (rows.get(row, 0) >> 32));
    }

    int exitBar(int row) {
        return fills.bar((int) rows.get(row, 0));
    }

    @Override
    public int size() {
        return rows.size();
    }

    @Override
    public RoundTrip get(int row) {
        int in = (int) (rows.get(row, 0) >> 32);
        int out = (int) rows.get(row, 0);
        int signed = (int) (rows.get(row, 1) >> 32);
        int what = (int) rows.get(row, 1);
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
                (what & (1 << 8)) != 0,
                rolls);
        long rate = rates.at(fills.bar(out));
        long perTick = tickValue * number;
        double multiple = riskMultiple(rows.get(row, 4), number, net(row), rate);
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
                side.sign() * (exitTick - entryTick - rolls.between(fills.bar(in), fills.bar(out))),
                Money.toDouble(rows.get(row, 2)),
                Money.toDouble(rows.get(row, 3)),
                Money.toDouble(net(row)),
                lived.against(),
                lived.with(),
                Money.toDouble(CurrencyRates.convert(lived.against() * perTick, rate)),
                Money.toDouble(CurrencyRates.convert(lived.with() * perTick, rate)),
                Double.isNaN(multiple) ? null : Double.valueOf(multiple),
                fills.bar(out) - fills.bar(in),
                (what & (1 << 9)) != 0);
    }

    private double price(long tick) {
        return market.contract().ticks().price(tick);
    }
}
