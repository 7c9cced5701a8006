package futures.engine;

import futures.model.ExitReason;
import futures.model.FillRule;
import futures.model.Order;
import futures.model.OrderType;
import futures.model.Side;

/** An order and what becomes of it. */
final class Working {
    final int id;
    final Order order;
    /** Price in ticks; without meaning for a market order. */
    final long tick;
    /** The contracts that this leg of a bracket closes; null for an order that the strategy sent. */
    final Lot lot;

    final ExitReason role;
    final long sentTime;

    OrderStatus status = OrderStatus.WORKING;
    long doneTime = -1;
    String reason = "";
    int filled;
    double fillPrice;
    FillRule rule;
    int slippageTicks;

    Working(int id, Order order, long tick, Lot lot, ExitReason role, long sentTime) {
        this.id = id;
        this.order = order;
        this.tick = tick;
        this.lot = lot;
        this.role = role;
        this.sentTime = sentTime;
    }

    boolean isBuy() {
        return order.side() == Side.LONG;
    }

    boolean isStop() {
        return order.type() == OrderType.STOP;
    }

    boolean isLimit() {
        return order.type() == OrderType.LIMIT;
    }

    boolean isMarket() {
        return order.type() == OrderType.MARKET;
    }

    /** Whether a rising price fills it: a stop that buys or a limit that sells. */
    boolean waitsAbove() {
        return isStop() == isBuy();
    }

    void end(OrderStatus how, long time, String why) {
        status = how;
        doneTime = time;
        reason = why.isEmpty() ? reason : why;
    }

    OrderLife life() {
        boolean didFill = filled > 0;
        return new OrderLife(
                id,
                lot == null ? null : lot.entryOrder,
                role,
                order.side(),
                order.type(),
                order.contracts(),
                order.price(),
                order.reduceOnly(),
                order.tag(),
                sentTime,
                status,
                status == OrderStatus.WORKING ? null : Long.valueOf(doneTime),
                reason,
                filled,
                didFill ? Double.valueOf(fillPrice) : null,
                rule,
                slippageTicks);
    }
}
