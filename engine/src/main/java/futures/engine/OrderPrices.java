package futures.engine;

import futures.model.Exit;
import futures.model.Order;
import futures.model.Side;
import futures.model.TickGrid;
import futures.model.Trail;

/** Brings the prices of an order onto the tick grid, or says why not. */
final class OrderPrices {
    private OrderPrices() {}

    /** A buyer's price rounds up and a seller's down. */
    static long worseTick(TickGrid grid, Side side, double price) {
        return side == Side.LONG ? grid.ceil(price) : grid.floor(price);
    }

    /** What is off the grid in the order: its own price, its trail or a leg; null when nothing is. */
    static String offGrid(TickGrid grid, Order order) {
        String found = off(grid, "price", order.price());
        found = found != null ? found : off(grid, "limit price", order.limitPrice());
        found = found != null ? found : off(grid, "trail", order.trail());
        found = found != null ? found : leg(grid, "stop", order.stop());
        return found != null ? found : leg(grid, "target", order.target());
    }

    private static String leg(TickGrid grid, String what, Exit exit) {
        if (exit instanceof Exit.At at) {
            return off(grid, what, at.price());
        }
        return exit instanceof Exit.Trailing trailing ? off(grid, what + "'s trail", trailing.trail()) : null;
    }

    private static String off(TickGrid grid, String what, Trail trail) {
        return trail instanceof Trail.Points points ? off(grid, what, points.points()) : null;
    }

    private static String off(TickGrid grid, String what, double price) {
        return Double.isNaN(price) || grid.isOnGrid(price)
                ? null
                : what + " " + price + " is not a multiple of the tick size " + grid;
    }
}
