package futures.engine.twin;

import java.math.BigDecimal;

/** Contracts bought (or sold) by one order and still held. */
final class NaiveHolding {
    boolean isLong;
    int contracts;
    int entryOrder;
    int bar;
    /** The moment (bar or finer bar) inside which it was entered; -1 for an entry at an open or a close. */
    int insideMoment = -1;
    /** {@code open}, {@code inside} or {@code close} of its bar. */
    String entered;

    BigDecimal price;
    /** Before slippage. */
    BigDecimal market;

    BigDecimal costOfContract;
    boolean byLimit;
    boolean doubtful;
    BigDecimal risk = BigDecimal.ZERO;
    NaiveOrder stop;
    NaiveOrder target;

    BigDecimal gainAt(BigDecimal at) {
        return isLong ? at.subtract(price) : price.subtract(at);
    }
}
