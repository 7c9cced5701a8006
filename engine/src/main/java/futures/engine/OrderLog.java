package futures.engine;

import futures.model.TickGrid;
import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;

/** The orders of a run that has ended, each written out when it is asked for: a search never asks. */
final class OrderLog extends AbstractList<OrderLife> implements RandomAccess {
    private final List<Working> orders;
    private final TickGrid grid;

    OrderLog(List<Working> orders, TickGrid grid) {
        this.orders = orders;
        this.grid = grid;
    }

    @Override
    public OrderLife get(int index) {
        Working order = orders.get(index);
        boolean filled = order.filled > 0;
        boolean refused = order.status == OrderStatus.REJECTED && !filled;
        return new OrderLife(
                order.id,
                order.lot == null ? null : order.lot.entryOrder,
                order.role,
                order.order.side(),
                order.order.type(),
                order.order.contracts(),
                order.trails() && !refused ? grid.price(order.tick) : order.price,
                order.order.limitPrice(),
                order.order.lasting(),
                order.reduces,
                order.order.tag(),
                order.sentTime,
                order.status,
                order.works() ? null : Long.valueOf(order.doneTime),
                order.reason,
                order.filled,
                filled ? Double.valueOf(meanPrice(order)) : null,
                order.rule,
                order.slippageTicks);
    }

    private double meanPrice(Working order) {
        double tick = order.meanTick();
        return tick == Math.rint(tick)
                ? grid.price((long) tick)
                : tick * grid.tickSize().doubleValue();
    }

    @Override
    public int size() {
        return orders.size();
    }
}
