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
    int sentBar;
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
    int bornBar;
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
}
