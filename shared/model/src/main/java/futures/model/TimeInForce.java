package futures.model;

/** How long an order works. */
public enum TimeInForce {
    /** To the end of the trading day in which it first can fill. */
    DAY,
    /** Until it fills or is cancelled. */
    GTC,
    /** Until an instant that it names. */
    GTD,
    /** At the next open, as much as can be had; the rest is cancelled. */
    IOC,
    /** At the next open, all of it or nothing. */
    FOK
}
