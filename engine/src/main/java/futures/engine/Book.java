package futures.engine;

import futures.model.TimeInForce;
import java.util.Arrays;

/** The orders that work, oldest first, and the prices and bars between which nothing can happen to them. */
final class Book {
    private final OrderRows log;
    private Working[] orders = new Working[8];
    private int size;
    private long below;
    private long above;
    private int due;
    /** A bar that is due though no order may work then; {@link Working#NEVER} when there is none. */
    private int called = Working.NEVER;

    Book(OrderRows log) {
        this.log = log;
        refresh();
    }

    /** Whether something may happen to an order in a bar that has traded at these ticks and between. */
    boolean concerns(int bar, long low, long high) {
        return low <= below || high >= above || bar >= due;
    }

    /** Bar from which on something happens whatever the price; {@link Working#NEVER} when there is none. */
    int due() {
        return due;
    }

    /**
     * The first bar in a range that something may happen in because of its price; the end of the range when there is
     * none.
     */
    int firstReached(int from, int to, TickColumns ticks) {
        if (below == Long.MIN_VALUE && above == Long.MAX_VALUE) {
            return to;
        }
        int bar = from;
        while (bar < to && ticks.low(bar) > below && ticks.high(bar) < above) {
            bar++;
        }
        return bar;
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

    /** Makes a bar due whether an order works or not. */
    void callAt(int bar) {
        called = bar;
        refresh();
    }

    /** Forgets orders that have come to their end, and looks anew at what the others wait for. */
    void refresh() {
        int kept = 0;
        below = Long.MIN_VALUE;
        above = Long.MAX_VALUE;
        due = called;
        for (int i = 0; i < size; i++) {
            Working order = orders[i];
            if (order.works()) {
                orders[kept++] = order;
                watch(order);
            } else {
                log.write(order);
            }
        }
        for (int i = kept; i < size; i++) {
            orders[i] = null;
        }
        size = kept;
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
                    above = Math.min(above, order.tick);
                } else {
                    below = Math.max(below, order.tick);
                }
            }
        }
    }
}
