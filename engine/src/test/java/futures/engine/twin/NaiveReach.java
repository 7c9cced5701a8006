package futures.engine.twin;

import java.math.BigDecimal;

/** Which prices fill which order, and which of them the present part of the bar has. */
final class NaiveReach {
    private final NaiveRules rules;
    private final NaiveMoment now;
    private final NaiveBook book;

    NaiveReach(NaiveMoment now, NaiveBook book) {
        this.rules = now.market.rules;
        this.now = now;
        this.book = book;
    }

    /** Whether an order may fill in this bar at all, now. */
    boolean may(NaiveOrder order) {
        return order.works() && order.bornBar <= now.bar && order.starved != now.bar;
    }

    /** Whether it may, and waits for a price. */
    boolean live(NaiveOrder order) {
        return may(order) && order.waits() && (!order.reduce || book.opposes(order.buy));
    }

    /** Whether it closes what was entered inside this very part. */
    boolean bornInside(NaiveOrder order) {
        NaiveHolding holding = book.reduces(order);
        return holding != null && holding.insideMoment == now.number;
    }

    static boolean waitsAbove(NaiveOrder order) {
        return order.buy == order.isStop();
    }

    BigDecimal neededPrice(NaiveOrder order) {
        BigDecimal need = order.type == 'L' && rules.through ? rules.tick : BigDecimal.ZERO;
        return waitsAbove(order) ? order.price.add(need) : order.price.subtract(need);
    }

    /** Whether a trade at this price fills the order. */
    boolean fills(NaiveOrder order, BigDecimal price) {
        int way = price.compareTo(neededPrice(order));
        return waitsAbove(order) ? way >= 0 : way <= 0;
    }

    /** A stop goes by the open itself, a limit by the tick that the trader would get. */
    boolean openFills(NaiveOrder order) {
        return fills(order, order.isStop() ? now.part.open() : rules.worse(order.buy, now.part.open()));
    }

    boolean closeFills(NaiveOrder order) {
        return fills(order, now.part.close());
    }

    boolean reached(NaiveOrder order) {
        return fills(order, waitsAbove(order) ? now.part.high() : now.part.low());
    }

    boolean anyReached(boolean rising) {
        return book.working().stream().anyMatch(o -> live(o) && waitsAbove(o) == rising && reached(o));
    }

    /** Whether a price is within the limit of a stop-limit order. */
    boolean within(NaiveOrder order, BigDecimal price) {
        BigDecimal need = rules.through ? rules.tick : BigDecimal.ZERO;
        return order.buy
                ? price.compareTo(order.limitPrice.subtract(need)) <= 0
                : price.compareTo(order.limitPrice.add(need)) >= 0;
    }

    /** Whether the bar leaves open if this exit came before or after the entry of what it closes. */
    boolean unclear(NaiveOrder exit, NaiveHolding holding) {
        return holding.insideMoment == now.number
                && exit.isStop() != holding.byLimit
                && !fills(exit, holding.market)
                && reached(exit)
                && !closeFills(exit);
    }
}
