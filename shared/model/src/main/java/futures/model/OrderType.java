package futures.model;

/** What makes an order fill; {@code docs/fills.md} says where. */
public enum OrderType {
    /** At once, at the market. */
    MARKET,
    /** At its price or better. */
    LIMIT,
    /** At the market once its price has traded. */
    STOP,
    /** A limit order once its stop price has traded. */
    STOP_LIMIT,
    /** A stop that follows the market at a distance and never goes back. */
    TRAILING_STOP,
    /** At the market once its price, better than the present one, has traded. */
    MARKET_IF_TOUCHED,
    /** At the market when the next trading day opens. */
    MARKET_ON_OPEN,
    /** At the market when the trading day closes. */
    MARKET_ON_CLOSE;

    /** Whether an order of this type carries a price of its own. */
    public boolean priced() {
        return this == LIMIT || this == STOP || this == STOP_LIMIT || this == MARKET_IF_TOUCHED;
    }
}
