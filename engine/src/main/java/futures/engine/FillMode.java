package futures.engine;

/** What is assumed of the order in which a bar's prices came; {@code docs/fills.md} has the rules. */
public enum FillMode {
    /** The worse for the trader. */
    PESSIMISTIC,
    /** The better for the trader: with the pessimistic run, the interval in which the truth lies. */
    OPTIMISTIC,
    /** Open, nearer extreme, other extreme, close. */
    OHLC,
    /** As the finer bars went, and pessimistic within those. */
    MAGNIFIER
}
