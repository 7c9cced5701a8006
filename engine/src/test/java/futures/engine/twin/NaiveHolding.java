package futures.engine.twin;

import java.math.BigDecimal;

/** Contracts bought (or sold) by one order and still held. */
final class NaiveHolding {
    boolean isLong;
    int contracts;
    int entryOrder;
    int bar;
    BigDecimal price;
    /** Before slippage. */
    BigDecimal market;

    boolean insideBar;
    boolean byLimit;
    boolean doubtful;
    BigDecimal risk = BigDecimal.ZERO;
    NaiveOrder stop;
    NaiveOrder target;

    BigDecimal gainAt(BigDecimal at) {
        return isLong ? at.subtract(price) : price.subtract(at);
    }
}
