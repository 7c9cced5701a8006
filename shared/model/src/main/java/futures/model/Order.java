package futures.model;

import java.util.Objects;

/**
 * What a trader asks for. Immutable: {@code Order.buy(1).withStop(16).withTarget(32)} buys one contract at the market
 * and, once filled, protects it by a stop 16 ticks below and takes profit 32 ticks above, whichever comes first.
 *
 * @param side       {@code LONG} buys, {@code SHORT} sells
 * @param contracts  at least 1
 * @param price      limit, stop or touch price; NaN for the types that have none
 * @param limitPrice worst price that a stop-limit order accepts; NaN for the others
 * @param trail      distance of a trailing stop; null for the others
 * @param lasting    how long it works
 * @param until      end of a GTD order, epoch milliseconds UTC; 0 for the others
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
        double limitPrice,
        Trail trail,
        TimeInForce lasting,
        long until,
        boolean reduceOnly,
        Exit stop,
        Exit target,
        String tag) {

    public Order {
        Objects.requireNonNull(side, "side");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(lasting, "lasting");
        Objects.requireNonNull(tag, "tag");
        if (contracts < 1) {
            throw new IllegalArgumentException("an order is for at least 1 contract, found " + contracts);
        }
        if (type.priced() ? !Double.isFinite(price) : !Double.isNaN(price)) {
            throw new IllegalArgumentException("a " + type + " order "
                    + (type.priced() ? "needs a finite price, found " : "has no price, found ") + price);
        }
        if (type == OrderType.STOP_LIMIT) {
            requireLimit(side, price, limitPrice);
        }
        if ((type == OrderType.TRAILING_STOP) != (trail != null)) {
            throw new IllegalArgumentException("a trailing stop, and no other order, needs a trail");
        }
        requireLasting(type, lasting, until);
        if (target instanceof Exit.Trailing) {
            throw new IllegalArgumentException("a target cannot trail; use withTrailingStop");
        }
    }

    private static void requireLimit(Side side, double price, double limitPrice) {
        if (!Double.isFinite(limitPrice) || side.sign() * (limitPrice - price) < 0) {
            throw new IllegalArgumentException("a stop-limit order that "
                    + (side == Side.LONG
                            ? "buys needs a limit at its stop price or above"
                            : "sells needs a limit at its" + " stop price or below")
                    + ", found stop " + price + " and limit " + limitPrice);
        }
    }

    private static void requireLasting(OrderType type, TimeInForce lasting, long until) {
        boolean immediate = lasting == TimeInForce.IOC || lasting == TimeInForce.FOK;
        if (immediate && type != OrderType.MARKET && type != OrderType.LIMIT) {
            throw new IllegalArgumentException(lasting + " is for market and limit orders, not for " + type);
        }
        if ((lasting == TimeInForce.GTD) != (until != 0)) {
            throw new IllegalArgumentException("a GTD order, and no other, names its end; use until(...)");
        }
    }

    private static Order plain(Side side, int contracts, OrderType type, double price) {
        return new Order(side, contracts, type, price, Double.NaN, null, TimeInForce.GTC, 0, false, null, null, "");
    }

    public static Order market(Side side, int contracts) {
        return plain(side, contracts, OrderType.MARKET, Double.NaN);
    }

    public static Order limit(Side side, int contracts, double price) {
        return plain(side, contracts, OrderType.LIMIT, price);
    }

    public static Order stop(Side side, int contracts, double price) {
        return plain(side, contracts, OrderType.STOP, price);
    }

    /** @param limitPrice the stop price or a worse one: as exchanges demand */
    public static Order stopLimit(Side side, int contracts, double stopPrice, double limitPrice) {
        return new Order(
                side,
                contracts,
                OrderType.STOP_LIMIT,
                stopPrice,
                limitPrice,
                null,
                TimeInForce.GTC,
                0,
                false,
                null,
                null,
                "");
    }

    public static Order trailingStop(Side side, int contracts, Trail trail) {
        return new Order(
                side,
                contracts,
                OrderType.TRAILING_STOP,
                Double.NaN,
                Double.NaN,
                trail,
                TimeInForce.GTC,
                0,
                false,
                null,
                null,
                "");
    }

    public static Order ifTouched(Side side, int contracts, double price) {
        return plain(side, contracts, OrderType.MARKET_IF_TOUCHED, price);
    }

    /** At the open of the next trading day. */
    public static Order onOpen(Side side, int contracts) {
        return plain(side, contracts, OrderType.MARKET_ON_OPEN, Double.NaN);
    }

    /** At the close of the trading day. */
    public static Order onClose(Side side, int contracts) {
        return plain(side, contracts, OrderType.MARKET_ON_CLOSE, Double.NaN);
    }

    public static Order buy(int contracts) {
        return market(Side.LONG, contracts);
    }

    public static Order sell(int contracts) {
        return market(Side.SHORT, contracts);
    }

    /** A market order that only reduces. */
    public static Order closing(Side side, int contracts) {
        return new Order(
                side,
                contracts,
                OrderType.MARKET,
                Double.NaN,
                Double.NaN,
                null,
                TimeInForce.GTC,
                0,
                true,
                null,
                null,
                "");
    }

    /** A protective stop so many ticks from the fill; 0 for none. */
    public Order withStop(int ticks) {
        return withStop(ticks == 0 ? null : new Exit.Ticks(ticks));
    }

    public Order withStop(Exit exit) {
        return with(price, limitPrice, lasting, until, exit, target);
    }

    /** A protective stop that follows the market from the fill on. */
    public Order withTrailingStop(Trail distance) {
        return withStop(new Exit.Trailing(distance));
    }

    /** A profit target so many ticks from the fill; 0 for none. */
    public Order withTarget(int ticks) {
        return withTarget(ticks == 0 ? null : new Exit.Ticks(ticks));
    }

    public Order withTarget(Exit exit) {
        return with(price, limitPrice, lasting, until, stop, exit);
    }

    /** The same in another direction; a stop-limit order must be made anew. */
    public Order to(Side other) {
        return new Order(
                other, contracts, type, price, limitPrice, trail, lasting, until, reduceOnly, stop, target, tag);
    }

    /** The same for another number of contracts. */
    public Order of(int number) {
        return new Order(side, number, type, price, limitPrice, trail, lasting, until, reduceOnly, stop, target, tag);
    }

    /** The same at another price. */
    public Order at(double otherPrice) {
        return with(otherPrice, limitPrice, lasting, until, stop, target);
    }

    /** The same stop-limit order at other prices. */
    public Order at(double stopPrice, double otherLimit) {
        return with(stopPrice, otherLimit, lasting, until, stop, target);
    }

    /** The same with another life; {@link #until} for a GTD order. */
    public Order lasting(TimeInForce life) {
        return with(price, limitPrice, life, 0, stop, target);
    }

    /** Good until an instant, epoch milliseconds UTC. */
    public Order until(long instant) {
        return with(price, limitPrice, TimeInForce.GTD, instant, stop, target);
    }

    public Order reducing() {
        return new Order(side, contracts, type, price, limitPrice, trail, lasting, until, true, stop, target, tag);
    }

    public Order tagged(String word) {
        return new Order(
                side, contracts, type, price, limitPrice, trail, lasting, until, reduceOnly, stop, target, word);
    }

    private Order with(double at, double limit, TimeInForce life, long end, Exit loss, Exit gain) {
        return new Order(side, contracts, type, at, limit, trail, life, end, reduceOnly, loss, gain, tag);
    }
}
