package futures.risk.limit;

/** What a limit is set for. */
public enum Scope {
    /** Each portfolio and each backtest, one by one. */
    ALL,
    PORTFOLIO,
    STRATEGY,
    SYMBOL
}
