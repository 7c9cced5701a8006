package futures.engine;

import futures.model.ExitReason;
import futures.model.Order;
import futures.model.OrderType;
import futures.model.TickGrid;
import futures.strategy.Broker;
import java.util.Optional;
import java.util.OptionalInt;

/** Takes the strategy's orders at the close of the current bar. */
final class EngineBroker implements Broker {
    private final Market market;
    private final Ledger ledger;
    private final Book book;
    private final boolean roundOffGridPrices;
    private final int[] closeTicks;
    private int bar;

    EngineBroker(Market market, Ledger ledger, Book book, FillSettings settings) {
        this.market = market;
        this.ledger = ledger;
        this.book = book;
        this.roundOffGridPrices = settings.roundOffGridPrices();
        this.closeTicks = market.closeTicks();
    }

    void at(int index) {
        bar = index;
    }

    @Override
    public int position() {
        return (int) ledger.account.position;
    }

    @Override
    public double entryPrice() {
        return ledger.meanEntryPrice();
    }

    @Override
    public double equity() {
        return Money.toDouble(ledger.account.equity(closeTicks[bar]));
    }

    @Override
    public int send(Order order) {
        TickGrid grid = market.contract().ticks();
        Optional<String> offGrid = OrderPrices.offGrid(grid, order);
        long tick = order.type() == OrderType.MARKET ? 0 : OrderPrices.worseTick(grid, order.side(), order.price());
        boolean legsOnReduction = order.reduceOnly() && (order.stop() != null || order.target() != null);
        boolean refused = legsOnReduction || (offGrid.isPresent() && !roundOffGridPrices);
        Order kept = order.type() == OrderType.MARKET || refused ? order : order.at(grid.price(tick));
        Working working = new Working(ledger.nextOrder(), kept, tick, null, ExitReason.ORDER, now());
        ledger.sent(working);
        if (legsOnReduction) {
            working.end(
                    OrderStatus.REJECTED,
                    now(),
                    "an order that only reduces opens nothing that a stop or target could protect");
        } else if (refused) {
            working.end(OrderStatus.REJECTED, now(), offGrid.get());
        } else {
            working.reason =
                    offGrid.map(what -> what + ", rounded to the worse tick").orElse("");
            book.add(working);
        }
        return working.id;
    }

    @Override
    public OptionalInt close() {
        int held = position();
        if (held == 0) {
            return OptionalInt.empty();
        }
        return OptionalInt.of(
                send(held > 0 ? Order.sell(held).reducing() : Order.buy(-held).reducing()));
    }

    @Override
    public boolean cancel(int id) {
        if (!working(id)) {
            return false;
        }
        ledger.order(id).end(OrderStatus.CANCELLED, now(), "cancelled by the strategy");
        book.refresh();
        return true;
    }

    @Override
    public void cancelAll() {
        book.orders().forEach(order -> order.end(OrderStatus.CANCELLED, now(), "cancelled by the strategy"));
        book.refresh();
    }

    @Override
    public boolean working(int id) {
        Working order = ledger.order(id);
        return order != null && order.status == OrderStatus.WORKING;
    }

    private long now() {
        return market.bars().closeTime(bar);
    }
}
