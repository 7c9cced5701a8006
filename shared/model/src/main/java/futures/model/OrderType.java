package futures.model;

/** What makes an order fill. */
public enum OrderType {
    /** At once, at the market. */
    MARKET,
    /** At its price or better. */
    LIMIT,
    /** At the market once its price has traded. */
    STOP
}
