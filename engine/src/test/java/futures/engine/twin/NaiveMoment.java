package futures.engine.twin;

import java.time.LocalDate;

/** Where in the bars the walk is. */
final class NaiveMoment {
    final NaiveMarket market;
    /** The bar that is being walked, or the last one that was. */
    int bar = -1;
    /** The last bar whose close has been reached; -1 before the first. */
    int completed = -1;
    /** The bar or finer bar that is being walked. */
    NaiveBar part;
    /** How many bars and finer bars have been walked. */
    int number;

    boolean firstPart;
    boolean atClose;
    /** Whether the part reaches orders on both sides of its open. */
    boolean twoSided;

    NaiveMoment(NaiveMarket market) {
        this.market = market;
    }

    void enter(int next) {
        bar = next;
        part = whole();
        atClose = false;
        market.enter(next);
    }

    void enterPart(NaiveBar next, boolean first) {
        part = next;
        firstPart = first;
        number++;
    }

    void close() {
        part = whole();
        atClose = true;
    }

    /** Open of the part, or close of the bar. */
    long time() {
        return atClose ? market.closesAt(bar) : part.opensAt();
    }

    NaiveBar whole() {
        return market.bar(bar);
    }

    LocalDate day() {
        return market.day(bar);
    }

    boolean lastOfDay() {
        return market.lastOfDay(bar);
    }
}
