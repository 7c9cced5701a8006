package futures.strategy;

import futures.model.Order;
import java.util.OptionalInt;

/**
 * Takes orders. What is sent at the close of a bar can fill in the next bar at the earliest; {@code docs/fills.md} says
 * when and where.
 */
public interface Broker {
    /** Contracts held: positive long, negative short, 0 flat. Orders that have not filled do not count. */
    int position();

    default boolean flat() {
        return position() == 0;
    }

    /** Mean price of the contracts held; NaN when flat. */
    double entryPrice();

    /** Cash plus the gain of the open position at the current bar's close, in the contract's currency. */
    double equity();

    /**
     * Sends an order.
     *
     * @return its number, by which it can be cancelled. An order that is refused (a price off the tick grid) has one too
     *     and stands in the result with the reason
     */
    int send(Order order);

    /** Closes the position as it is now by a market order that only reduces; nothing when flat. */
    OptionalInt close();

    /** Cancels an order that still works, and says whether there was one. */
    boolean cancel(int order);

    /** Cancels every order that still works, the legs of brackets included. */
    void cancelAll();

    /** Whether the order still works: not filled, cancelled or refused. */
    boolean working(int order);
}
