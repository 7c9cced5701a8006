package futures.analytics.limit;

/** What a limit's value counts. */
public enum LimitUnit {
    /** In the account's currency. */
    MONEY,
    /** 12.5 is 12.5 %; of what, {@link LimitKind} says. */
    PERCENT,
    /** Whole contracts. */
    CONTRACTS,
    /** From -1 to 1. */
    RATIO
}
