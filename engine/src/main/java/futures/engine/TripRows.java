package futures.engine;

import futures.model.ExitReason;
import futures.model.RoundTrip;
import futures.model.Side;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.RandomAccess;

/** Round trips in columns, in the order of exits; a record, with its excursions, is made when it is asked for. */
final class TripRows extends AbstractList<RoundTrip> implements RandomAccess {
    private final Market market;
    private final FillRows fills;
    private final long tickValue;
    private final RateSchedule rates;
    private int size;
    private int[] entryFill = new int[16];
    private int[] exitFill = new int[16];
    /** Positive long, negative short. */
    private int[] contracts = new int[16];

    private long[] gross = new long[16];
    private long[] costs = new long[16];
    private long[] risk = new long[16];
    private Lot.Entry[] entry = new Lot.Entry[16];
    private ExitReason[] reason = new ExitReason[16];
    private boolean[] atClose = new boolean[16];
    private boolean[] doubt = new boolean[16];

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
        if (size == entryFill.length) {
            grow(size * 2);
        }
        entryFill[size] = lot.entryFill;
        exitFill[size] = exitRow;
        contracts[size] = lot.side.sign() * number;
        gross[size] = grossGain;
        costs[size] = allCosts;
        risk[size] = lot.riskTicks;
        entry[size] = lot.entry;
        reason[size] = why;
        atClose[size] = exitAtClose;
        doubt[size] = ambiguous;
        size++;
    }

    private void grow(int to) {
        entryFill = Arrays.copyOf(entryFill, to);
        exitFill = Arrays.copyOf(exitFill, to);
        contracts = Arrays.copyOf(contracts, to);
        gross = Arrays.copyOf(gross, to);
        costs = Arrays.copyOf(costs, to);
        risk = Arrays.copyOf(risk, to);
        entry = Arrays.copyOf(entry, to);
        reason = Arrays.copyOf(reason, to);
        atClose = Arrays.copyOf(atClose, to);
        doubt = Arrays.copyOf(doubt, to);
    }

    long net(int row) {
        return gross[row] - costs[row];
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public RoundTrip get(int row) {
        int in = entryFill[row];
        int out = exitFill[row];
        int number = Math.abs(contracts[row]);
        Side side = contracts[row] > 0 ? Side.LONG : Side.SHORT;
        long entryTick = fills.tick(in);
        long exitTick = fills.tick(out);
        Excursions lived = Excursions.of(
                market, side, entry[row], fills.bar(in), entryTick, fills.bar(out), exitTick, atClose[row]);
        long rate = rates.at(fills.bar(out));
        long perTick = tickValue * number;
        long atRisk = CurrencyRates.convert(risk[row] * perTick, rate);
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
                reason[row],
                side.sign() * (exitTick - entryTick),
                Money.toDouble(gross[row]),
                Money.toDouble(costs[row]),
                Money.toDouble(net(row)),
                lived.against(),
                lived.with(),
                Money.toDouble(CurrencyRates.convert(lived.against() * perTick, rate)),
                Money.toDouble(CurrencyRates.convert(lived.with() * perTick, rate)),
                atRisk == 0 ? null : Double.valueOf((double) net(row) / atRisk),
                fills.bar(out) - fills.bar(in),
                doubt[row]);
    }

    private double price(long tick) {
        return market.contract().ticks().price(tick);
    }
}
