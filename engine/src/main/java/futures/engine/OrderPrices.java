package futures.engine;

import futures.model.Exit;
import futures.model.Order;
import futures.model.Side;
import futures.model.TickGrid;
import java.util.Optional;

/** Brings the prices of an order onto the tick grid, or says why not. */
final class OrderPrices {
    private OrderPrices() {}

    /** A buyer's price rounds up and a seller's down. */
    static long worseTick(TickGrid grid, Side side, double price) {
        return side == Side.LONG ? grid.ceil(price) : grid.floor(price);
    }

    /** What is off the grid in the order: its own price or that of a leg. */
    static Optional<String> offGrid(TickGrid grid, Order order) {
        if (!Double.isNaN(order.price()) && !grid.isOnGrid(order.price())) {
            return Optional.of(text(grid, "price", order.price()));
        }
        return leg(grid, "stop", order.stop()).or(() -> leg(grid, "target", order.target()));
    }

    private static Optional<String> leg(TickGrid grid, String what, Exit exit) {
        return exit instanceof Exit.At at && !grid.isOnGrid(at.price())
                ? Optional.of(text(grid, what, at.price()))
                : Optional.empty();
    }

    private static String text(TickGrid grid, String what, double price) {
        return what + " " + price + " is not a multiple of the tick size " + grid;
    }
}
