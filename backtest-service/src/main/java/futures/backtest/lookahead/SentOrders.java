package futures.backtest.lookahead;

import futures.engine.OrderLife;
import futures.model.ExitReason;
import futures.wire.backtest.Lookahead.Difference;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * The orders that a strategy sent itself in a run, in their order. What the engine made of them, the legs of brackets and orders of rolls
 * and margin calls, follows from these and from the prices.
 */
final class SentOrders {
    private final List<OrderLife> orders;

    private SentOrders(List<OrderLife> orders) {
        this.orders = orders;
    }

    static SentOrders of(List<OrderLife> all) {
        return new SentOrders(
                all.stream().filter(order -> order.role() == ExitReason.ORDER).toList());
    }

    int size() {
        return orders.size();
    }

    /** When each was sent, epoch milliseconds. */
    long[] times() {
        return orders.stream().mapToLong(OrderLife::sentTime).toArray();
    }

    int sentBy(long time) {
        return (int) orders.stream().filter(order -> order.sentTime() <= time).count();
    }

    /**
     * The first order sent by a time that is another one, or only there, in the other run; null when there is none.
     *
     * @param known epoch milliseconds
     */
    Difference differenceTo(SentOrders other, String kind, long known) {
        int mine = sentBy(known);
        int theirs = other.sentBy(known);
        for (int i = 0; i < Math.max(mine, theirs); i++) {
            OrderLife with = i < mine ? orders.get(i) : null;
            OrderLife without = i < theirs ? other.orders.get(i) : null;
            if (with == null || without == null || !same(with, without, known)) {
                long at = Math.min(time(with), time(without));
                // The one that was sent later is not the counterpart of the other, it is the next one.
                return new Difference(
                        kind,
                        Instant.ofEpochMilli(known),
                        Instant.ofEpochMilli(at),
                        words(with != null && with.sentTime() == at ? with : null),
                        words(without != null && without.sentTime() == at ? without : null));
            }
        }
        return null;
    }

    private static long time(OrderLife order) {
        return order == null ? Long.MAX_VALUE : order.sentTime();
    }

    private static boolean same(OrderLife a, OrderLife b, long known) {
        boolean sent = a.sentTime() == b.sentTime()
                && a.side() == b.side()
                && a.type() == b.type()
                && a.contracts() == b.contracts()
                && a.reduceOnly() == b.reduceOnly()
                && Objects.equals(a.lasting(), b.lasting())
                && Objects.equals(a.tag(), b.tag());
        if (!sent || ended(a, known) != ended(b, known)) {
            return false;
        }
        // The price of one that still works then may be moved later, and only its last one is known.
        return !ended(a, known)
                || (Double.compare(a.price(), b.price()) == 0
                        && Double.compare(a.limitPrice(), b.limitPrice()) == 0
                        && a.status() == b.status()
                        && Objects.equals(a.doneTime(), b.doneTime())
                        && a.filled() == b.filled());
    }

    private static boolean ended(OrderLife order, long known) {
        return order.doneTime() != null && order.doneTime() < known;
    }

    private static String words(OrderLife order) {
        if (order == null) {
            return "no order";
        }
        String price = Double.isNaN(order.price()) ? "" : " at " + order.price();
        return order.side().name().toLowerCase(Locale.ROOT) + " " + order.contracts() + " "
                + order.type().name().toLowerCase(Locale.ROOT).replace('_', ' ') + price
                + (order.doneTime() == null
                        ? ""
                        : ", " + order.status().name().toLowerCase(Locale.ROOT) + " "
                                + Instant.ofEpochMilli(order.doneTime()));
    }
}
