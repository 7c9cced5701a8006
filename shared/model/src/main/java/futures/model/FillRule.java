package futures.model;

/**
 * The rule that decided where an order filled. The number is the sentence of {@code docs/fills.md} that states it.
 */
public enum FillRule {
    MARKET_AT_OPEN(4),
    STOP_AT_PRICE(6),
    STOP_GAP(7),
    LIMIT_AT_PRICE(8),
    LIMIT_GAP(9),
    /** Stop and target could both have filled in the bar; the stop is assumed. */
    STOP_BEFORE_TARGET(11),
    /** The entry filled inside the bar, which also reached its stop; the stop is assumed to have come after. */
    STOP_AFTER_ENTRY(12),
    /** The entry filled inside the bar, and the bar closed beyond its target, so that it must have come after. */
    TARGET_BY_CLOSE(13),
    /** The exit's price had been passed already when its entry filled. */
    EXIT_AT_ENTRY(14),
    /** At the close of the bar at which it was sent: for comparison with other tools only. */
    SAME_CLOSE(24),
    ON_OPEN(25),
    ON_CLOSE(26),
    TOUCHED_AT_PRICE(27),
    TOUCHED_GAP(27),
    STOP_LIMIT_AT_PRICE(28),
    STOP_LIMIT_GAP(28),
    TRAILING_AT_PRICE(30),
    TRAILING_GAP(30),
    /** Stop and target could both have filled in the bar; the target is assumed: optimistic runs only. */
    TARGET_BEFORE_STOP(39),
    /** The entry filled inside the bar, which also reached its target: optimistic runs only. */
    TARGET_AFTER_ENTRY(39),
    /** The rest of a stop that a bar had too little volume for. */
    REST_AT_OPEN(43),
    LIQUIDATED(45),
    ROLLED(50);

    private final int sentence;

    FillRule(int sentence) {
        this.sentence = sentence;
    }

    public int sentence() {
        return sentence;
    }
}
