package futures.engine;

import futures.model.Exit;
import futures.model.ExitReason;
import futures.model.FillRule;
import futures.model.Order;
import futures.model.Side;
import java.math.BigDecimal;

/**
 * Leads the working orders through one bar: first what fills at its open, then what fills inside, stops before limits
 * before targets. The order of events follows {@code docs/fills.md}.
 */
final class BarWalk {
    private final Ledger ledger;
    private final Book book;
    private final BarTicks ticks;
    private final FillModel model;
    private final FillSettings settings;
    private final Costs costs;
    private final Market market;
    private final long margin;
    private boolean bothSides;

    BarWalk(Market market, Ledger ledger, Book book, Costs costs, FillSettings settings) {
        this.market = market;
        this.ledger = ledger;
        this.book = book;
        this.costs = costs;
        this.settings = settings;
        this.ticks = new BarTicks(market.bars(), market.contract().ticks());
        this.model = new FillModel(ticks, settings.limitsNeedThrough());
        BigDecimal initial = market.contract().initialMargin();
        this.margin = settings.checkMargin() && initial != null ? Money.of(initial, "the initial margin") : 0;
    }

    void walk(int bar) {
        ticks.set(bar);
        bothSides = false;
        atOpen();
        inside();
        doubtTargetsOfNewLots();
        book.refresh();
    }

    private void atOpen() {
        for (int i = 0; i < book.orders().size(); i++) {
            Working order = book.orders().get(i);
            if (order.isMarket() && order.status == OrderStatus.WORKING) {
                fill(order, model.atOpen(order));
            }
        }
        boolean again = true;
        while (again) {
            again = firstAtOpen(true) || firstAtOpen(false);
        }
    }

    private boolean firstAtOpen(boolean stops) {
        for (int i = 0; i < book.orders().size(); i++) {
            Working order = book.orders().get(i);
            if (order.isStop() == stops && eligible(order)) {
                FillRuling ruling = model.atOpen(order);
                if (ruling != null) {
                    fill(order, ruling);
                    return true;
                }
            }
        }
        return false;
    }

    private void inside() {
        bothSides = reachable(true) && reachable(false);
        if (bothSides) {
            ledger.ambiguous(ticks.bar);
        }
        while (true) {
            Working next = null;
            FillRuling where = null;
            for (int i = 0; i < book.orders().size(); i++) {
                Working order = book.orders().get(i);
                if (eligible(order) && (next == null || before(order, next))) {
                    FillRuling ruling = model.inside(order, reduces(order));
                    if (ruling != null) {
                        next = order;
                        where = ruling;
                    }
                }
            }
            if (next == null) {
                return;
            }
            fill(next, doubts(next, where));
        }
    }

    private boolean reachable(boolean above) {
        for (int i = 0; i < book.orders().size(); i++) {
            Working order = book.orders().get(i);
            if (order.waitsAbove() == above && eligible(order) && model.reached(order)) {
                return true;
            }
        }
        return false;
    }

    /** Stops come before limits, limits before targets; then the price nearer to the open; then the older order. */
    private boolean before(Working one, Working other) {
        int rank = Integer.compare(rank(one), rank(other));
        if (rank == 0) {
            rank = Long.compare(Math.abs(one.tick - ticks.openUp), Math.abs(other.tick - ticks.openUp));
        }
        return rank < 0;
    }

    private static int rank(Working order) {
        return order.isStop() ? 0 : order.lot == null ? 1 : 2;
    }

    private boolean eligible(Working order) {
        return order.status == OrderStatus.WORKING
                && !order.isMarket()
                && (!order.order.reduceOnly() || ledger.opposes(order.order.side()));
    }

    /** A reducing order is a leg, in all but name, of the oldest contracts. */
    private Lot reduces(Working order) {
        return order.lot == null && order.order.reduceOnly() ? ledger.lots().peekFirst() : order.lot;
    }

    private FillRuling doubts(Working order, FillRuling ruling) {
        FillRuling result = bothSides ? ruling.doubtful() : ruling;
        if (order.role == ExitReason.STOP_LOSS && ruling.rule() != FillRule.EXIT_AT_ENTRY) {
            Working target = order.lot.target;
            if (target != null && model.reached(target)) {
                result = new FillRuling(ruling.tick(), FillRule.STOP_BEFORE_TARGET, true, true);
            }
        }
        if (result.ambiguous()) {
            ledger.ambiguous(ticks.bar);
        }
        return result;
    }

    /** A limit filled inside the bar, whose target the bar also reached, perhaps before: taken as not filled. */
    private void doubtTargetsOfNewLots() {
        for (Lot lot : ledger.lots()) {
            if (lot.enteredInside(ticks.bar) && lot.target != null && model.reached(lot.target)) {
                lot.ambiguous = true;
                ledger.ambiguous(ticks.bar);
            }
        }
    }

    private void fill(Working order, FillRuling ruling) {
        int closing = closing(order);
        int opening = order.lot != null || order.order.reduceOnly() ? 0 : order.order.contracts() - closing;
        if (closing + opening == 0) {
            order.end(OrderStatus.CANCELLED, ticks.openTime(), "there was no position to reduce");
            return;
        }
        if (opening > 0 && refusedForMargin(order, ruling.tick(), opening)) {
            return;
        }
        int slip = order.isMarket() ? costs.marketSlippageTicks() : order.isStop() ? costs.stopSlippageTicks() : 0;
        long tick = slipped(ruling.tick(), slip, order.isBuy());
        ledger.filled(order, ticks, closing + opening, tick, (int) Math.abs(tick - ruling.tick()), ruling);
        close(order, closing, tick, ruling);
        if (opening > 0) {
            open(order, opening, tick, ruling);
        }
    }

    private int closing(Working order) {
        if (order.lot != null) {
            return order.lot.contracts;
        }
        return ledger.opposes(order.order.side())
                ? (int) Math.min(order.order.contracts(), Math.abs(ledger.account.position))
                : 0;
    }

    private boolean refusedForMargin(Working order, long tick, int opening) {
        long held = ledger.opposes(order.order.side()) ? opening : Math.abs(ledger.account.position) + opening;
        long equity = ledger.account.equity(tick);
        if (margin == 0 || held * margin <= equity) {
            return false;
        }
        order.end(
                OrderStatus.REJECTED,
                ticks.openTime(),
                held + " contracts need an initial margin of " + Money.text(held * margin) + ", equity is "
                        + Money.text(equity));
        return true;
    }

    private long slipped(long tick, int slip, boolean buy) {
        long worse = buy ? tick + slip : tick - slip;
        if (!settings.capSlippage()) {
            return worse;
        }
        return buy ? Math.max(tick, Math.min(worse, ticks.highUp)) : Math.min(tick, Math.max(worse, ticks.lowDown));
    }

    private void close(Working order, int contracts, long tick, FillRuling ruling) {
        if (order.lot != null) {
            Lot lot = order.lot;
            ledger.close(lot, contracts, order, ticks, tick, ruling);
            cancelLegs(lot, order);
            return;
        }
        int left = contracts;
        while (left > 0) {
            Lot oldest = ledger.lots().peekFirst();
            int part = Math.min(left, oldest.contracts);
            ledger.close(oldest, part, order, ticks, tick, ruling);
            left -= part;
            if (oldest.contracts == 0) {
                cancelLegs(oldest, order);
            }
        }
    }

    private void cancelLegs(Lot lot, Working because) {
        for (Working leg : new Working[] {lot.stop, lot.target}) {
            if (leg != null && leg != because && leg.status == OrderStatus.WORKING) {
                leg.end(OrderStatus.CANCELLED, ticks.openTime(), "its position was closed by order " + because.id);
            }
        }
    }

    private void open(Working order, int contracts, long tick, FillRuling ruling) {
        Lot lot = new Lot(order, contracts, ticks.bar, tick, ruling.rule(), ruling.inside(), ruling.tick());
        lot.ambiguous = ruling.ambiguous();
        ledger.open(lot);
        Order sent = order.order;
        if (sent.stop() != null) {
            lot.stop = leg(lot, sent.stop(), ExitReason.STOP_LOSS);
            lot.riskTicks = Math.max(0, (tick - lot.stop.tick) * lot.side.sign());
        }
        if (sent.target() != null) {
            lot.target = leg(lot, sent.target(), ExitReason.TARGET);
        }
    }

    private Working leg(Lot lot, Exit exit, ExitReason role) {
        boolean stop = role == ExitReason.STOP_LOSS;
        Side side = lot.side.opposite();
        long tick = exit instanceof Exit.Ticks away
                ? lot.entryTick + (long) lot.side.sign() * (stop ? -away.ticks() : away.ticks())
                : OrderPrices.worseTick(market.contract().ticks(), side, ((Exit.At) exit).price());
        double price = market.contract().ticks().price(tick);
        Order order = stop ? Order.stop(side, lot.contracts, price) : Order.limit(side, lot.contracts, price);
        Working leg = new Working(ledger.nextOrder(), order.reducing(), tick, lot, role, ticks.openTime());
        ledger.sent(leg);
        book.add(leg);
        return leg;
    }
}
