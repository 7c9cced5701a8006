package futures.model;

/** Why a position was closed. */
public enum ExitReason {
    /** An order that the strategy sent. */
    ORDER,
    STOP_LOSS,
    TARGET,
    /** The account could no longer hold it. */
    LIQUIDATION,
    /** Its contract was left for the next one. */
    ROLL
}
