package futures.engine;

import futures.model.TickGrid;
import java.util.ArrayList;
import java.util.List;

/** The orders that work, oldest first, and the prices between which a bar can be passed over. */
final class Book {
    private final TickGrid grid;
    private final double noise;
    private final List<Working> orders = new ArrayList<>();
    private double below;
    private double above;

    Book(TickGrid grid) {
        this.grid = grid;
        this.noise = grid.tickSize().doubleValue() * 1e-5;
        refresh();
    }

    /** Whether a bar of this range may fill something. */
    boolean concerns(double low, double high) {
        return low <= below || high >= above;
    }

    List<Working> orders() {
        return orders;
    }

    void add(Working order) {
        orders.add(order);
        watch(order);
    }

    /** Forgets orders that have come to their end. */
    void refresh() {
        orders.removeIf(order -> order.status != OrderStatus.WORKING);
        below = Double.NEGATIVE_INFINITY;
        above = Double.POSITIVE_INFINITY;
        orders.forEach(this::watch);
    }

    private void watch(Working order) {
        if (order.isMarket()) {
            below = Double.POSITIVE_INFINITY;
        } else if (order.waitsAbove()) {
            above = Math.min(above, grid.price(order.tick) - noise);
        } else {
            below = Math.max(below, grid.price(order.tick) + noise);
        }
    }
}
