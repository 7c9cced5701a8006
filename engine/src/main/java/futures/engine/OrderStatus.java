package futures.engine;

/** How far an order came. */
public enum OrderStatus {
    /** Still in the market after the last bar. */
    WORKING,
    FILLED,
    CANCELLED,
    REJECTED
}
