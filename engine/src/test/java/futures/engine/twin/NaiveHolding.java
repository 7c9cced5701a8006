package futures.engine.twin;

import java.math.BigDecimal;
import java.util.NavigableMap;
import java.util.TreeMap;

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

    /** Of the entry, in the contract in which it was. */
    BigDecimal price;
    /** What was paid for the contract now held, and what had been gained in those before; by the first bar of each. */
    final NavigableMap<Integer, BigDecimal[]> parts = new TreeMap<>();
    /** Before slippage. */
    BigDecimal market;

    BigDecimal costOfContract;
    boolean byLimit;
    boolean doubtful;
    BigDecimal risk = BigDecimal.ZERO;
    NaiveOrder stop;
    NaiveOrder target;

    /** At which nothing would have been gained, in the contract now held. */
    BigDecimal priceWithoutGain() {
        BigDecimal paid = parts.lastEntry().getValue()[0];
        BigDecimal gained = parts.lastEntry().getValue()[1];
        return isLong ? paid.subtract(gained) : paid.add(gained);
    }

    /** For each contract, rolls included. */
    BigDecimal gainAt(BigDecimal at) {
        return gainIn(Integer.MAX_VALUE, at);
    }

    /** The same at a price of the contract of a bar. */
    BigDecimal gainIn(int anyBar, BigDecimal at) {
        BigDecimal paid = parts.floorEntry(anyBar).getValue()[0];
        BigDecimal gained = parts.floorEntry(anyBar).getValue()[1];
        return gained.add(isLong ? at.subtract(paid) : paid.subtract(at));
    }
}
