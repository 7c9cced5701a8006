package futures.strategy;

import futures.model.Order;
import java.util.OptionalInt;

/**
 * Takes orders. What is sent at the close of a bar can fill in the next bar at the earliest; {@code docs/fills.md} says
 * when and where. Position, prices and orders are those of one market; {@link #in} gives the broker of another one. Where the
 * series that the strategy sees is adjusted for rolls, all prices here are prices of that series; ticks are the contract's.
 */
public interface Broker {
    /** Contracts held: positive long, negative short, 0 flat. Orders that have not filled do not count. */
    int position();

    default boolean flat() {
        return position() == 0;
    }

    /** Mean price of the contracts held, rolls since then and what they cost in price included; NaN when flat. */
    double entryPrice();

    /** The account's cash plus the gain of all that it holds at the latest closes, in the account's currency. */
    double equity();

    /**
     * What the strategy has made in this market since the run began: gains of what is closed and, at the latest close, of what is
     * held, less all costs paid so far; in the account's currency.
     */
    double profit();

    /**
     * Sends an order.
     *
     * @return its number, by which it can be cancelled. An order that is refused (a price off the tick grid) has one too
     *     and stands in the result with the reason
     */
    int send(Order order);

    /** Sends orders of which at most one fills: as soon as one does, the others are cancelled. Numbers as sent. */
    int[] sendOneCancelsOther(Order... orders);

    /**
     * Cancels an order that still works and sends another in its place; nothing when it no longer works, or is the leg
     * of a bracket, which can be moved instead.
     *
     * @return number of the new order
     */
    OptionalInt replace(int order, Order by);

    /**
     * Moves a working limit, stop, if-touched order or a leg of a bracket to another price, from the next bar on.
     *
     * @return whether it was moved: not when it no longer works, has no price, or the price is off the tick grid and
     *     such prices are refused
     */
    boolean move(int order, double price);

    /** Number of the protective stop that works for an entry; nothing when there is none. */
    OptionalInt stopOf(int entry);

    /** Number of the profit target that works for an entry; nothing when there is none. */
    OptionalInt targetOf(int entry);

    /** Closes the position as it is now by a market order that only reduces; nothing when flat. */
    OptionalInt close();

    /** Cancels every working order but the legs of brackets, and closes the position; nothing when flat. */
    OptionalInt flatten();

    /** Cancels an order that still works, and says whether there was one. */
    boolean cancel(int order);

    /** Cancels every order that still works, the legs of brackets included. */
    void cancelAll();

    /** Whether the order still works: not filled, cancelled or refused. */
    boolean working(int order);

    /**
     * The same account in another market of the run, with positions, orders and order numbers of its own.
     *
     * @param symbol as in the request
     * @throws IllegalArgumentException when the run has no such market; the message names those it has
     */
    Broker in(String symbol);
}
