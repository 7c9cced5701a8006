package futures.engine.twin;

import futures.model.Exit;
import java.math.BigDecimal;
import java.util.List;

/** An order of the naive exchange. */
final class NaiveOrder {
    int id;
    boolean buy;
    int contracts;
    int left;
    /** M market, L limit, S stop, C stop-limit, T if touched, O on open, E on close, R rest of a stop or touch. */
    char type;
    /** What it was sent as. */
    char sentAs;

    BigDecimal price;
    BigDecimal limitPrice;
    /** Distance of a trailing stop; null for others. */
    BigDecimal trail;

    String lasting = "GTC";
    long until;
    /** The bar whose close ends it. */
    int lastBar = Integer.MAX_VALUE;

    /** The first bar in which it may fill. */
    int bornBar;

    boolean reduce;
    Exit stop;
    Exit target;
    /** The holding that this order protects; null for an order of its own. */
    NaiveHolding protects;

    List<NaiveOrder> group = List.of();
    /** Bar in which the volume gave out for it. */
    int starved = -1;
    /** Moment (bar or finer bar) inside which a stop-limit was triggered. */
    int triggered = -1;

    boolean liquidation;
    String state = "WORKING";

    boolean works() {
        return state.equals("WORKING");
    }

    boolean isStop() {
        return type == 'S' || type == 'C';
    }

    boolean waits() {
        return isStop() || type == 'L' || type == 'T';
    }

    /** Everything that it names as a price, so many points higher. */
    void move(BigDecimal points) {
        price = price == null ? null : price.add(points);
        limitPrice = limitPrice == null ? null : limitPrice.add(points);
        stop = moved(stop, points);
        target = moved(target, points);
    }

    private static Exit moved(Exit exit, BigDecimal points) {
        return exit instanceof Exit.At at
                ? new Exit.At(BigDecimal.valueOf(at.price()).add(points).doubleValue())
                : exit;
    }

    /** A stop-limit order becomes a limit order. */
    void trigger(int when) {
        type = 'L';
        price = limitPrice;
        triggered = when;
    }

    /** The bar has no volume for the rest of it. */
    void starve(int bar) {
        starved = bar;
        if (type == 'S' || type == 'T') {
            type = 'R';
        } else if (type == 'C') {
            trigger(-1);
        } else if (type == 'O' || type == 'E') {
            type = 'M';
            bornBar = bar + 1;
        }
    }
}
