package futures.wire;

/** Names of the Redis channels. A message tells that something is there to fetch; it is never the only copy. */
public final class Channels {
    /** Bars, contract specs or currency rates changed. */
    public static final String DATA_UPDATES = "data:updates";
    /** Bars were served. */
    public static final String DATA_REQUESTS = "data:requests";
    /** A backtest job moved. */
    public static final String BACKTEST_PROGRESS = "backtest:progress";
    /** A backtest job ended. */
    public static final String BACKTEST_RESULTS = "backtest:results";
    /** Round trips or orders were recorded in a portfolio. */
    public static final String PORTFOLIO_TRADES = "portfolio:trades";
    /** A limit was passed. */
    public static final String RISK_ALERTS = "risk:alerts";
    /** A model was trained, or its stage changed. */
    public static final String ML_MODELS = "ml:models";
    /** A service's health changed. */
    public static final String SYSTEM_HEALTH = "system:health";

    private Channels() {}
}
