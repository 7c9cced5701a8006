package futures.engine;

import futures.model.ExitReason;
import futures.model.Order;
import futures.model.TickGrid;
import futures.model.TimeInForce;
import java.util.Arrays;

/** The orders that work, oldest first, and the prices and bars between which nothing can happen to them. */
final class Book {
    private final TickGrid grid;
    private final OrderRows log;
    private final double noise;
    private Working[] orders = new Working[8];
    private int size;
    /** An order that has ended and can be made into another one; null when there is none. */
    private Working spare;

    private double below;
    private double above;
    private int due;

    Book(TickGrid grid, OrderRows log) {
        this.grid = grid;
        this.log = log;
        this.noise = grid.tickSize().doubleValue() * 1e-5;
        refresh();
    }

    /** Whether something may happen to an order in a bar of this range. */
    boolean concerns(int bar, double low, double high) {
        return low <= below || high >= above || bar >= due;
    }

    int size() {
        return size;
    }

    Working get(int index) {
        return orders[index];
    }

    void add(Working order) {
        if (size == orders.length) {
            orders = Arrays.copyOf(orders, size * 2);
        }
        orders[size++] = order;
        watch(order);
    }

    /** Forgets orders that have come to their end, and looks anew at what the others wait for. */
    void refresh() {
        int kept = 0;
        below = Double.NEGATIVE_INFINITY;
        above = Double.POSITIVE_INFINITY;
        due = Working.NEVER;
        for (int i = 0; i < size; i++) {
            Working order = orders[i];
            if (order.works()) {
                orders[kept++] = order;
                watch(order);
            } else {
                log.write(order);
                if (order.reusable()) {
                    spare = order;
                }
            }
        }
        for (int i = kept; i < size; i++) {
            orders[i] = null;
        }
        size = kept;
    }

    /** A new order, perhaps in the place of one that has ended. */
    Working begin(Order order, long sentTime, int firstBar) {
        Working.Kind kind = Working.kindOf(order.type());
        Working made = spare;
        if (made == null) {
            return new Working(log.next(), order, kind, null, ExitReason.ORDER, sentTime, firstBar);
        }
        spare = null;
        made.begin(log.next(), order, kind, null, ExitReason.ORDER, sentTime, firstBar);
        return made;
    }

    /** Whether nothing but market orders works, as after a strategy that turns its position around. */
    boolean onlyMarketOrders() {
        for (int i = 0; i < size; i++) {
            Working order = orders[i];
            if (order.works() && (order.kind != Working.Kind.MARKET || order.order.lasting() != TimeInForce.GTC)) {
                return false;
            }
        }
        return true;
    }

    /** The order of a number, if it still works. */
    Working find(int id) {
        for (int i = 0; i < size; i++) {
            if (orders[i].id == id && orders[i].works()) {
                return orders[i];
            }
        }
        return null;
    }

    /** Writes down the orders that the run leaves working. */
    void end() {
        for (int i = 0; i < size; i++) {
            log.write(orders[i]);
        }
    }

    private void watch(Working order) {
        due = Math.min(due, order.dueBar);
        if (order.trails()) {
            due = 0;
        }
        switch (order.kind) {
            case MARKET, REST -> due = 0;
            case ON_OPEN, ON_CLOSE -> due = Math.min(due, order.firstBar);
            default -> {
                if (order.waitsAbove()) {
                    above = Math.min(above, grid.price(order.tick) - noise);
                } else {
                    below = Math.max(below, grid.price(order.tick) + noise);
                }
            }
        }
    }
}
