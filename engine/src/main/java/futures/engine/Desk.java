package futures.engine;

import futures.analytics.performance.TradeColumns;
import futures.model.ExitReason;
import futures.model.Order;
import futures.model.Side;

/** One strategy in one market: its orders, positions and books, and the walk that fills them. */
final class Desk {
    final Market market;
    final MarketCursor cursor;
    final Ledger ledger;
    final Book book;
    final MarginSchedule margins;
    private final TickColumns ticks;
    private final PlainOrders plain;
    private final BarWalk walk;
    private final Rolling rolling;
    final boolean sameClose;

    /** @param figures takes round trips of a run of which nobody will ask for orders, fills or trips; else null */
    Desk(
            MarketCursor cursor,
            Costs costs,
            FillSettings settings,
            CurrencyRates currency,
            Funds funds,
            TradeColumns figures) {
        this.cursor = cursor;
        this.market = cursor.market;
        this.ticks = market.ticks();
        RateSchedule rates = RateSchedule.of(market, currency);
        this.margins = new MarginSchedule(market, settings.checkMargin());
        this.ledger = new Ledger(market, costs, rates, figures);
        ledger.account.at(Math.max(0, cursor.at));
        this.book = new Book(ledger.orders);
        this.sameClose = settings.timing() == FillTiming.SAME_CLOSE;
        funds.add(this);
        BarTicks walked = new BarTicks(market.bars(), market.contract().ticks(), ticks);
        this.plain = new PlainOrders(this, walked, costs, settings, funds);
        this.walk = new BarWalk(this, walked, costs, settings, funds);
        this.rolling = new Rolling(this, walked, costs);
    }

    /** Fills what fills in a bar. */
    void bar(int bar) {
        ledger.account.at(bar);
        if (!plain.none()) {
            rolling.before(bar);
            plain.fill(bar);
        } else if (book.concerns(bar, ticks.low(bar), ticks.high(bar))) {
            rolling.before(bar);
            walk.walk(bar);
        }
    }

    /**
     * Takes a market order with nothing beside it by a short way, if there is one.
     *
     * @return its number; 0 when it has to stand in the book
     */
    int takePlain(Order order, long now) {
        return plain.take(order, now);
    }

    /** The book with every order that works in it. */
    Book everyOrder() {
        if (!plain.none()) {
            plain.handOver(cursor.at + 1);
        }
        return book;
    }

    /** Bar from which on something happens whatever the price; {@link Working#NEVER} when there is none. */
    int due() {
        return plain.none() ? book.due() : 0;
    }

    /** Fills market orders at the close at which they were sent, if the run is to. */
    boolean fillsAtSameClose(int bar) {
        if (!sameClose) {
            return false;
        }
        walk.atSameClose(bar);
        return true;
    }

    /** Cash flow so far and open gain at the last close, which a roll since then moves with the contract. */
    long worth() {
        return cursor.at < 0
                ? ledger.account.cash
                : ledger.account.worth(cursor.closeTick() + rolling.spreadAfter(cursor.at), cursor.at);
    }

    /** Cancels all orders and closes what is held at the next open: the account can no longer hold it. */
    void liquidate(String why, long now) {
        everyOrder();
        for (int i = 0; i < book.size(); i++) {
            book.get(i).end(OrderStatus.CANCELLED, now, why);
        }
        long held = ledger.account.position;
        if (held != 0) {
            int contracts = (int) Math.abs(held);
            // a bar of this market may be under way: its open is past
            int firstBar = Math.max(cursor.at + 1, market.bars().firstAtOrAfter(now));
            Order order = Order.closing(held > 0 ? Side.SHORT : Side.LONG, contracts);
            Working out = new Working(
                    ledger.nextOrder(), order, Working.Kind.MARKET, null, ExitReason.LIQUIDATION, now, firstBar);
            out.reason = why;
            book.add(out);
            ledger.liquidated();
        }
        book.refresh();
    }
}
