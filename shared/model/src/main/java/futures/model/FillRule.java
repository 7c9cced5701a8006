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
    EXIT_AT_ENTRY(14);

    private final int sentence;

    FillRule(int sentence) {
        this.sentence = sentence;
    }

    public int sentence() {
        return sentence;
    }
}
