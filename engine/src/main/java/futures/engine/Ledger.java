package futures.engine;

import futures.analytics.performance.TradeColumns;
import futures.model.ExitReason;
import futures.model.Roll;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Books what happens to one strategy in one market: cash flow, lots, round trips, costs. */
final class Ledger {
    final Account account;
    final OrderRows orders;
    final FillRows fills;
    final RollRows rolls = new RollRows();
    final TripRows trips;
    /** Where the figures of round trips go when no rows are kept; null when they are. */
    private final TradeColumns figures;

    private final Market market;
    private final long commission;
    private final long fees;
    private final Deque<Lot> lots = new ArrayDeque<>();
    /** One that is closed and can be made into another; null when there is none. */
    private Lot spare;

    private long contractsTraded;
    private long costsPaid;
    private long commissionPaid;
    private long slippage;
    private int ambiguousBars;
    private int lastAmbiguousBar = -1;
    private int liquidations;

    /** @param figures takes round trips of a run of which nobody will ask for orders, fills or trips; else null */
    Ledger(Market market, Costs costs, RateSchedule rates, TradeColumns figures) {
        this.market = market;
        this.figures = figures;
        this.account = new Account(Money.of(market.contract().tickValue(), "the tick value"), rates);
        this.commission = Money.of(costs.commission(), "the commission");
        this.fees = Money.of(costs.fees(), "the fees");
        this.orders = new OrderRows(market, figures == null);
        this.fills = new FillRows(market, figures == null);
        this.trips = new TripRows(market, fills, rolls, account.tickValue, rates);
    }

    /** The number of a new order. */
    int nextOrder() {
        return orders.next();
    }

    Deque<Lot> lots() {
        return lots;
    }

    /**
     * A fill and its costs; {@link #open} and {@link #close} move the position.
     *
     * @return row of the fill
     */
    int filled(Working order, BarTicks ticks, int contracts, long tick, int slipped, FillRuling ruling) {
        pay(contracts, slipped);
        order.filled(contracts, tick, ruling.rule(), slipped);
        return fills.add(order, ticks, contracts, tick, slipped, ruling);
    }

    /** The costs of a fill; slippage is in its price and only counted. */
    void pay(int contracts, int slipped) {
        long cost = costPerContract() * contracts;
        account.cash -= cost;
        costsPaid += cost;
        commissionPaid += account.convert(commission) * contracts;
        contractsTraded += contracts;
        if (slipped != 0) {
            slippage += account.convert(slipped * account.tickValue * contracts);
        }
    }

    /** What a fill costs, slippage included. */
    long priceOf(int contracts, long slipped) {
        return costPerContract() * contracts + account.convert(slipped * account.tickValue * contracts);
    }

    long costPerContract() {
        return account.convert(commission + fees);
    }

    Lot newLot() {
        Lot lot = spare == null ? new Lot() : spare;
        spare = null;
        return lot;
    }

    /** A lot that is closed can be made into another one, unless the book still has a leg of it. */
    void forget(Lot lot) {
        spare = lot.withoutLegs() ? lot : spare;
    }

    void open(Lot lot) {
        account.open(lot.side, lot.contracts, lot.entryTick);
        lots.addLast(lot);
    }

    void close(Lot lot, int contracts, int exitRow, BarTicks ticks, ExitReason why, long tick, boolean ambiguous) {
        long gross = account.close(lot.side, contracts, lot.entryTick, tick);
        long costs = (lot.entryCost + costPerContract()) * contracts;
        boolean doubtful = lot.ambiguous || ambiguous;
        if (figures == null) {
            trips.add(lot, contracts, exitRow, ticks.atClose(), why, gross, costs, doubtful);
        } else {
            int bars = ticks.bar - lot.entryBar;
            double multiple = trips.riskMultiple(lot.riskTicks, contracts, gross - costs, account.rate);
            figures.add(lot.side, gross - costs, gross, bars, multiple, doubtful);
        }
        lot.contracts -= contracts;
        if (lot.contracts == 0) {
            if (lots.peekFirst() == lot) {
                lots.removeFirst();
            } else {
                lots.remove(lot);
            }
        }
    }

    /**
     * Takes what is held over to the next contract: both legs have filled, and what each lot had cost moves with them.
     *
     * @param spread  new price less old price, in ticks
     * @param out     tick of the closing leg
     * @param in      tick of the opening leg
     * @param slipped ticks by which each of them was worse
     */
    void roll(Roll roll, int bar, long spread, long out, long in, int slipped) {
        long held = account.position;
        long moved = in - out;
        account.basis += held * moved;
        for (Lot lot : lots) {
            lot.entryTick += moved;
            lot.entryCost += 2 * costPerContract();
        }
        if (figures != null) {
            return;
        }
        long costs = 2 * costPerContract() * Math.abs(held);
        long lost = 2 * account.convert(slipped * account.tickValue * Math.abs(held));
        rolls.add(
                new RollTrade(
                        market.bars().symbol(),
                        bar,
                        market.bars().openTime(bar),
                        roll.from(),
                        roll.to(),
                        (int) held,
                        roll.oldPrice().doubleValue(),
                        roll.newPrice().doubleValue(),
                        price(out),
                        price(in),
                        price(spread),
                        Money.toDouble(costs),
                        Money.toDouble(lost),
                        Money.toDouble(-costs - lost),
                        Money.toDouble(account.convert(held * spread * account.tickValue))),
                moved);
    }

    void ambiguous(int bar) {
        if (bar != lastAmbiguousBar) {
            ambiguousBars++;
            lastAmbiguousBar = bar;
        }
    }

    void liquidated() {
        liquidations++;
    }

    int liquidations() {
        return liquidations;
    }

    int ambiguousBars() {
        return ambiguousBars;
    }

    CostBreakdown costs() {
        return new CostBreakdown(
                Money.toDouble(commissionPaid),
                Money.toDouble(costsPaid - commissionPaid),
                Money.toDouble(slippage),
                contractsTraded);
    }

    List<OpenPosition> openPositions() {
        int last = market.bars().size() - 1;
        long mark = market.ticks().close(last);
        List<OpenPosition> open = new ArrayList<>();
        for (Lot lot : lots) {
            long gain = lot.side.sign() * (mark - lot.entryTick) * account.tickValue * lot.contracts;
            open.add(new OpenPosition(
                    lot.side,
                    lot.contracts,
                    lot.entryOrder,
                    fills.time(lot.entryFill),
                    price(fills.tick(lot.entryFill)),
                    price(mark),
                    Money.toDouble(account.convert(gain)),
                    Money.toDouble(lot.entryCost * lot.contracts)));
        }
        return List.copyOf(open);
    }

    private double price(long tick) {
        return market.contract().ticks().price(tick);
    }

    /** Mean entry price of all contracts held; NaN when flat. */
    double meanEntryPrice() {
        return account.position == 0
                ? Double.NaN
                : (double) account.basis
                        / account.position
                        * market.contract().ticks().tickSize().doubleValue();
    }

    boolean opposes(boolean buyer) {
        return buyer ? account.position < 0 : account.position > 0;
    }

    Lot oldest() {
        return lots.peekFirst();
    }
}
