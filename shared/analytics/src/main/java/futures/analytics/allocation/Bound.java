package futures.analytics.allocation;

/** What kept a position from being larger. */
public enum Bound {
    /** The rule itself: what may be risked, committed, or was asked for. */
    RISK,
    /** The account cannot pay initial margin for more. */
    MARGIN,
    /** A limit on the number of contracts. */
    LIMIT
}
