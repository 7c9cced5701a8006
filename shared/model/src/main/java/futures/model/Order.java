package futures.model;

import java.util.Objects;

/**
 * What a trader asks for. Immutable: {@code Order.buy(1).withStop(16).withTarget(32)} buys one contract at the market
 * and, once filled, protects it by a stop 16 ticks below and takes profit 32 ticks above, whichever comes first.
 *
 * @param side       {@code LONG} buys, {@code SHORT} sells
 * @param contracts  at least 1
 * @param price      limit or stop price; NaN for a market order
 * @param reduceOnly never opens or enlarges a position
 * @param stop       protective stop of the position that this order opens; null for none
 * @param target     profit target of the position that this order opens; null for none
 * @param tag        the trader's own word, shown with the order; may be empty
 */
public record Order(
        Side side,
        int contracts,
        OrderType type,
        double price,
        boolean reduceOnly,
        Exit stop,
        Exit target,
        String tag) {

    public Order {
        Objects.requireNonNull(side, "side");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(tag, "tag");
        if (contracts < 1) {
            throw new IllegalArgumentException("an order is for at least 1 contract, found " + contracts);
        }
        if (type == OrderType.MARKET ? !Double.isNaN(price) : !Double.isFinite(price)) {
            throw new IllegalArgumentException(
                    type == OrderType.MARKET
                            ? "a market order has no price, found " + price
                            : "a " + type + " order needs a finite price, found " + price);
        }
    }

    public static Order market(Side side, int contracts) {
        return new Order(side, contracts, OrderType.MARKET, Double.NaN, false, null, null, "");
    }

    public static Order limit(Side side, int contracts, double price) {
        return new Order(side, contracts, OrderType.LIMIT, price, false, null, null, "");
    }

    public static Order stop(Side side, int contracts, double price) {
        return new Order(side, contracts, OrderType.STOP, price, false, null, null, "");
    }

    public static Order buy(int contracts) {
        return market(Side.LONG, contracts);
    }

    public static Order sell(int contracts) {
        return market(Side.SHORT, contracts);
    }

    /** A protective stop so many ticks from the fill; 0 for none. */
    public Order withStop(int ticks) {
        return withStop(ticks == 0 ? null : new Exit.Ticks(ticks));
    }

    public Order withStop(Exit exit) {
        return new Order(side, contracts, type, price, reduceOnly, exit, target, tag);
    }

    /** A profit target so many ticks from the fill; 0 for none. */
    public Order withTarget(int ticks) {
        return withTarget(ticks == 0 ? null : new Exit.Ticks(ticks));
    }

    public Order withTarget(Exit exit) {
        return new Order(side, contracts, type, price, reduceOnly, stop, exit, tag);
    }

    /** The same in another direction. */
    public Order to(Side other) {
        return new Order(other, contracts, type, price, reduceOnly, stop, target, tag);
    }

    /** The same at another limit or stop price. */
    public Order at(double otherPrice) {
        return new Order(side, contracts, type, otherPrice, reduceOnly, stop, target, tag);
    }

    public Order reducing() {
        return new Order(side, contracts, type, price, true, stop, target, tag);
    }

    public Order tagged(String word) {
        return new Order(side, contracts, type, price, reduceOnly, stop, target, word);
    }
}
