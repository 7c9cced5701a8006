package futures.engine.twin;

import futures.model.Exit;
import java.math.BigDecimal;
import java.math.RoundingMode;
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

    /** {@code ORDER}, {@code STOP_LOSS}, {@code TARGET}, {@code LIQUIDATION} or {@code ROLL}. */
    String role = "ORDER";

    String state = "WORKING";
    long sentAt;
    /** Null while it works. */
    Long endedAt;

    String reason = "";
    int filled;
    BigDecimal paid = BigDecimal.ZERO;

    boolean liquidation() {
        return role.equals("LIQUIDATION");
    }

    /** Of its fills; null when there are none. */
    BigDecimal meanPrice() {
        return filled == 0 ? null : paid.divide(BigDecimal.valueOf(filled), 12, RoundingMode.HALF_EVEN);
    }

    /** All that became of it, in words. */
    String life() {
        boolean trailingRefused = trail != null && state.equals("REJECTED");
        // a stop-limit order that was triggered forgets its stop
        String price =
                this.price == null || trailingRefused || sentAs == 'C' ? "" : " @" + NaiveLedger.text(this.price);
        return id + " " + role + (buy ? " buy " : " sell ") + contracts + price + " sent " + sentAt + " " + state + " "
                + endedAt + " " + filled + " " + reason;
    }

    /** @param why empty to leave what has been said before */
    void end(String how, long time, String why) {
        state = how;
        endedAt = time;
        reason = why.isEmpty() ? reason : why;
    }

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
