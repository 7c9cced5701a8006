package futures.engine.twin;

import futures.model.Exit;
import java.math.BigDecimal;

/** An order of the naive exchange. */
final class NaiveOrder {
    int id;
    boolean buy;
    int contracts;
    /** M, L or S. */
    char type;

    BigDecimal price;
    boolean reduce;
    Exit stop;
    Exit target;
    /** The holding that this order protects; null for an order of its own. */
    NaiveHolding protects;

    String state = "WORKING";

    boolean works() {
        return state.equals("WORKING");
    }
}
