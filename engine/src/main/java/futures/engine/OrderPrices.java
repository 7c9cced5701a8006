package futures.engine;

import futures.model.Adjustment;
import futures.model.ContinuousSeries;
import futures.model.Exit;
import futures.model.Order;
import futures.model.Side;
import futures.model.TickGrid;
import futures.model.Trail;
import java.util.function.DoubleUnaryOperator;

/** Brings the prices of an order onto the tick grid, or says why not. */
final class OrderPrices {
    private OrderPrices() {}

    /** A buyer's price rounds up and a seller's down. */
    static long worseTick(TickGrid grid, Side side, double price) {
        return side == Side.LONG ? grid.ceil(price) : grid.floor(price);
    }

    /** Whether it names no price and no distance in prices. */
    static boolean plain(Order order) {
        return !order.type().priced() && order.trail() == null && order.stop() == null && order.target() == null;
    }

    /** The order with all of its prices so many ticks higher. */
    static Order moved(TickGrid grid, Order order, long ticks) {
        DoubleUnaryOperator price = at -> grid.moved(at, ticks);
        return plain(order) ? order : each(order, price, price, points -> points);
    }

    /**
     * The order in prices of the contract of a bar, given in those of the series that strategies see. By ratio they lie between
     * ticks as a rule, and are put on the worse one.
     */
    static Order real(TickGrid grid, Order order, ContinuousSeries series, int bar) {
        if (plain(order) || series.adjustment() == Adjustment.NONE) {
            return order;
        }
        DoubleUnaryOperator price = at -> series.real(bar, at);
        boolean ratio = series.adjustment() == Adjustment.RATIO;
        return each(
                order,
                ratio ? at -> grid.price(worseTick(grid, order.side(), series.real(bar, at))) : price,
                ratio ? at -> grid.price(worseTick(grid, order.side().opposite(), series.real(bar, at))) : price,
                points -> series.realDistance(bar, points));
    }

    /** @param leg does the same to prices of legs, which are on the other side */
    private static Order each(
            Order order, DoubleUnaryOperator price, DoubleUnaryOperator leg, DoubleUnaryOperator distance) {
        return new Order(
                order.side(),
                order.contracts(),
                order.type(),
                Double.isNaN(order.price()) ? order.price() : price.applyAsDouble(order.price()),
                Double.isNaN(order.limitPrice()) ? order.limitPrice() : price.applyAsDouble(order.limitPrice()),
                trail(order.trail(), distance),
                order.lasting(),
                order.until(),
                order.reduceOnly(),
                exit(order.stop(), leg, distance),
                exit(order.target(), leg, distance),
                order.tag());
    }

    private static Exit exit(Exit exit, DoubleUnaryOperator price, DoubleUnaryOperator distance) {
        if (exit instanceof Exit.At at) {
            return new Exit.At(price.applyAsDouble(at.price()));
        }
        return exit instanceof Exit.Trailing trailing ? new Exit.Trailing(trail(trailing.trail(), distance)) : exit;
    }

    private static Trail trail(Trail trail, DoubleUnaryOperator distance) {
        return trail instanceof Trail.Points points ? new Trail.Points(distance.applyAsDouble(points.points())) : trail;
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
