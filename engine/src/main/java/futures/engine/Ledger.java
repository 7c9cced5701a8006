package futures.engine;

import futures.model.Fill;
import futures.model.RoundTrip;
import futures.model.Side;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Books what happens: cash, lots, round trips, costs. */
final class Ledger {
    final Account account;
    private final Market market;
    private final long commission;
    private final long fees;
    private final Excursions excursions;
    private final Deque<Lot> lots = new ArrayDeque<>();
    private final List<Working> sent = new ArrayList<>();
    private final List<Fill> fills = new ArrayList<>();
    private final List<RoundTrip> trips = new ArrayList<>();
    private long contractsTraded;
    private long slippage;
    private int ambiguousBars;
    private int lastAmbiguousBar = -1;

    Ledger(Market market, long initialCash, Costs costs) {
        this.market = market;
        this.account = new Account(initialCash, Money.of(market.contract().tickValue(), "the tick value"));
        this.commission = Money.of(costs.commission(), "the commission");
        this.fees = Money.of(costs.fees(), "the fees");
        this.excursions = new Excursions(market);
    }

    int nextOrder() {
        return sent.size() + 1;
    }

    void sent(Working order) {
        sent.add(order);
    }

    Working order(int id) {
        return id >= 1 && id <= sent.size() ? sent.get(id - 1) : null;
    }

    Deque<Lot> lots() {
        return lots;
    }

    /** Costs of a fill; the fill itself moves the position through {@link #open} and {@link #close}. */
    void filled(Working order, BarTicks ticks, int contracts, long tick, int slipped, FillRuling ruling) {
        account.cash -= (commission + fees) * contracts;
        contractsTraded += contracts;
        slippage += slipped * account.tickValue * contracts;
        order.filled = contracts;
        order.fillPrice = price(tick);
        order.rule = ruling.rule();
        order.slippageTicks = slipped;
        order.end(OrderStatus.FILLED, ticks.openTime(), "");
        fills.add(new Fill(
                order.id,
                ticks.bar,
                ticks.openTime(),
                order.order.side(),
                contracts,
                order.fillPrice,
                slipped,
                ruling.rule(),
                ruling.ambiguous()));
    }

    void open(Lot lot) {
        account.open(lot.side, lot.contracts, lot.entryTick);
        lots.addLast(lot);
    }

    void close(Lot lot, int contracts, Working exit, BarTicks ticks, long tick, FillRuling ruling) {
        account.close(lot.side, contracts, lot.entryTick, tick);
        long gained = lot.side.sign() * (tick - lot.entryTick);
        long gross = gained * account.tickValue * contracts;
        long costs = 2 * (commission + fees) * contracts;
        excursions.measure(lot, ticks.bar, tick);
        trips.add(new RoundTrip(
                trips.size() + 1,
                market.bars().symbol(),
                lot.side,
                contracts,
                lot.entryOrder,
                market.bars().openTime(lot.entryBar),
                price(lot.entryTick),
                lot.entryRule,
                exit.id,
                ticks.openTime(),
                price(tick),
                ruling.rule(),
                exit.role,
                gained,
                Money.toDouble(gross),
                Money.toDouble(costs),
                Money.toDouble(gross - costs),
                excursions.against(),
                excursions.with(),
                Money.toDouble(excursions.against() * account.tickValue * contracts),
                Money.toDouble(excursions.with() * account.tickValue * contracts),
                lot.riskTicks == 0
                        ? null
                        : Double.valueOf((double) (gross - costs) / (lot.riskTicks * account.tickValue * contracts)),
                ticks.bar - lot.entryBar,
                lot.ambiguous || ruling.ambiguous()));
        lot.contracts -= contracts;
        if (lot.contracts == 0) {
            lots.remove(lot);
        }
    }

    void ambiguous(int bar) {
        if (bar != lastAmbiguousBar) {
            ambiguousBars++;
            lastAmbiguousBar = bar;
        }
    }

    private double price(long tick) {
        return market.contract().ticks().price(tick);
    }

    List<Fill> fills() {
        return fills;
    }

    List<RoundTrip> trips() {
        return trips;
    }

    List<OrderLife> orders() {
        return new OrderLog(sent);
    }

    int ambiguousBars() {
        return ambiguousBars;
    }

    CostBreakdown costs() {
        return new CostBreakdown(
                Money.toDouble(commission * contractsTraded),
                Money.toDouble(fees * contractsTraded),
                Money.toDouble(slippage),
                contractsTraded);
    }

    List<OpenPosition> openPositions() {
        int[] closes = market.closeTicks();
        long mark = closes[closes.length - 1];
        return lots.stream()
                .map(lot -> new OpenPosition(
                        lot.side,
                        lot.contracts,
                        lot.entryOrder,
                        market.bars().openTime(lot.entryBar),
                        price(lot.entryTick),
                        price(mark),
                        Money.toDouble(lot.side.sign() * (mark - lot.entryTick) * account.tickValue * lot.contracts),
                        Money.toDouble((commission + fees) * lot.contracts)))
                .toList();
    }

    /** Mean entry price of all contracts held; NaN when flat. */
    double meanEntryPrice() {
        return account.position == 0
                ? Double.NaN
                : (double) account.basis
                        / account.position
                        * market.contract().ticks().tickSize().doubleValue();
    }

    boolean opposes(Side side) {
        return !lots.isEmpty() && lots.peekFirst().side != side;
    }
}
