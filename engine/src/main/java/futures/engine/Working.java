package futures.engine;

import futures.model.ExitReason;
import futures.model.FillRule;
import futures.model.Order;
import futures.model.OrderType;
import futures.model.Side;
import futures.model.TickGrid;
import java.util.List;

/** An order and what becomes of it. */
final class Working {
    /** How it meets a bar now; a stop-limit order changes from a stop to a limit when it is triggered. */
    enum Kind {
        MARKET,
        STOP,
        STOP_LIMIT,
        LIMIT,
        TOUCH,
        ON_OPEN,
        ON_CLOSE,
        /** What a bar had too little volume for, of a stop or an order that was touched: at the next open. */
        REST
    }

    static final int NEVER = Integer.MAX_VALUE;

    final int id;
    /** The contracts that this leg of a bracket closes; null for an order that the strategy sent. */
    final Lot lot;

    final ExitReason role;
    /** One of {@link Moments}, as is the end. */
    final long sentTime;

    final boolean buy;
    final boolean reduces;
    /** As it was sent, in prices of the contract of the moment. */
    Order order;

    Kind kind;
    /** Limit, stop or touch price as it stands in the result; NaN for an order without. */
    double price;
    /** Price in ticks; without meaning where the kind has none. */
    long tick;

    long limitTick;
    /** Distance of a trailing stop in ticks; 0 for other orders. */
    long trailTicks;
    /** First bar in which it may fill. */
    int firstBar;
    /** Bar at whose open (on-open, GTD) or close (on-close, DAY) its time comes; {@link #NEVER} without one. */
    int dueBar;
    /** Bar in which nothing more can be had for it. */
    int spentBar;
    /** Step of the bar inside which a stop-limit order was triggered. */
    int triggeredStep;
    /** Those of which only one may fill, itself included; null for an order of its own. */
    List<Working> group;

    int remaining;
    OrderStatus status;
    long doneTime;
    String reason;
    int filled;
    FillRule rule;
    int slippageTicks;
    long tickSum;
    /** The order that closed what this leg protected; 0 when it ended otherwise. */
    int closedBy;

    Working(int id, Order order, Kind kind, Lot lot, ExitReason role, long sentTime, int firstBar) {
        this.id = id;
        this.order = order;
        this.kind = kind;
        this.lot = lot;
        this.role = role;
        this.sentTime = sentTime;
        this.firstBar = firstBar;
        this.buy = order.side() == Side.LONG;
        this.reduces = order.reduceOnly();
        this.remaining = order.contracts();
        this.price = order.price();
        this.dueBar = NEVER;
        this.spentBar = -1;
        this.triggeredStep = -1;
        this.status = OrderStatus.WORKING;
        this.doneTime = -1;
        this.reason = "";
    }

    static Kind kindOf(OrderType type) {
        return switch (type) {
            case MARKET -> Kind.MARKET;
            case LIMIT -> Kind.LIMIT;
            case STOP, TRAILING_STOP -> Kind.STOP;
            case STOP_LIMIT -> Kind.STOP_LIMIT;
            case MARKET_IF_TOUCHED -> Kind.TOUCH;
            case MARKET_ON_OPEN -> Kind.ON_OPEN;
            case MARKET_ON_CLOSE -> Kind.ON_CLOSE;
        };
    }

    boolean works() {
        return status == OrderStatus.WORKING;
    }

    boolean isStop() {
        return kind == Kind.STOP || kind == Kind.STOP_LIMIT;
    }

    /** Whether it waits for a price, better or worse than the present one. */
    boolean waitsForPrice() {
        return kind == Kind.STOP || kind == Kind.LIMIT || kind == Kind.TOUCH || kind == Kind.STOP_LIMIT;
    }

    /** Whether a rising price fills it: a stop that buys, or a limit that sells. */
    boolean waitsAbove() {
        return isStop() == buy;
    }

    boolean trails() {
        return trailTicks > 0;
    }

    /** Moves its prices with its market's contract. */
    void roll(long spread, TickGrid grid) {
        tick += spread;
        limitTick += spread;
        price = grid.moved(price, spread);
        order = OrderPrices.moved(grid, order, spread);
    }

    void trigger(int step) {
        kind = Kind.LIMIT;
        tick = limitTick;
        triggeredStep = step;
    }

    void filled(int contracts, long atTick, FillRule by, int slipped) {
        filled += contracts;
        remaining -= contracts;
        tickSum += contracts * atTick;
        rule = by;
        slippageTicks = slipped;
    }

    boolean refused() {
        return status == OrderStatus.REJECTED && filled == 0;
    }

    void end(OrderStatus how, long time, String why) {
        status = how;
        doneTime = time;
        reason = why.isEmpty() ? reason : why;
    }
}
