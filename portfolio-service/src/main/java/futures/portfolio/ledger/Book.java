package futures.portfolio.ledger;

import futures.kit.http.Problem;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;

/** The open lots of one symbol, oldest first and all of one side, and the orders that they can take. */
final class Book {
    private static final long MOST_OPEN = 1_000_000;

    private final String symbol;
    private final Deque<Lot> lots;
    private long held;

    Book(String symbol, Collection<Lot> open) {
        this.symbol = symbol;
        this.lots = new ArrayDeque<>(open);
        this.held = open.stream().mapToLong(Lot::quantity).sum();
    }

    Collection<Lot> lots() {
        return lots;
    }

    /**
     * The contracts of an order.
     *
     * @param asked null with a close action: all that is open
     * @throws Problem 422 when there is not enough to close, or too much would be open
     */
    int quantity(Action action, Integer asked) {
        boolean adds = lots.isEmpty() || lots.peekFirst().side() == action.side();
        if (!action.onlyCloses()) {
            if (adds && held + asked > MOST_OPEN) {
                throw Problem.unprocessable(
                                "A position holds " + MOST_OPEN + " contracts at most; " + held + " are open.")
                        .field("quantity", asked, "at most " + (MOST_OPEN - held));
            }
            return asked;
        }
        long closable = adds ? 0 : held;
        if (closable == 0 || (asked != null && asked > closable)) {
            String side = action.side().opposite().name();
            throw Problem.unprocessable(action + " "
                            + (asked == null ? "" : asked + " ") + symbol
                            + " is not possible: "
                            + (lots.isEmpty()
                                    ? "the position is flat."
                                    : "the position is " + lots.peekFirst().side() + " " + held + ".")
                            + (closable == 0
                                    ? " Only an open " + side + " position can be closed so."
                                    : " Close " + closable + " at most."))
                    .field("quantity", asked, "at most " + closable);
        }
        return asked == null ? Math.toIntExact(closable) : asked;
    }

    /**
     * Closes and opens what the order does.
     *
     * @throws Problem 422 when it cannot be taken, see {@link #quantity}; or when its point value is not the position's
     */
    FifoMatch take(Fill fill) {
        quantity(fill.action(), fill.quantity());
        checkPointValue(fill.pointValue());
        FifoMatch match = FifoMatch.of(lots, fill.action().side(), fill.quantity(), fill.price(), fill.costCents());
        for (FifoMatch.Closed closed : match.closed()) {
            Lot oldest = lots.removeFirst();
            held -= closed.quantity();
            if (closed.quantity() < oldest.quantity()) {
                lots.addFirst(oldest.less(closed.quantity(), closed.entryCostCents()));
            }
        }
        if (match.opened() > 0) {
            lots.addLast(opened(fill, match));
            held += match.opened();
        }
        return match;
    }

    static Lot opened(Fill fill, FifoMatch match) {
        return new Lot(
                0,
                fill.action().side(),
                match.opened(),
                fill.price(),
                fill.pointValue(),
                fill.timeMs(),
                match.openedCostCents(),
                fill.strategyName(),
                fill.id());
    }

    private void checkPointValue(BigDecimal pointValue) {
        if (!lots.isEmpty() && lots.peekFirst().pointValue().compareTo(pointValue) != 0) {
            throw Problem.unprocessable("The open position in " + symbol + " has a point value of "
                            + lots.peekFirst().pointValue().toPlainString() + "; close it before trading " + symbol
                            + " with another.")
                    .field("point_value", pointValue.toPlainString(), "differs from the open position's");
        }
    }

    /** The same refusal, of an order that was recorded before or is one of many. */
    static Problem refused(Problem why, Fill fill, String name) {
        return Problem.unprocessable(name + " (" + fill.action() + " " + fill.quantity() + " " + fill.symbol() + " at "
                + Instant.ofEpochMilli(fill.timeMs()) + "): " + why.getMessage());
    }
}
