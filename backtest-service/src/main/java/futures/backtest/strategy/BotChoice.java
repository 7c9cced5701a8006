package futures.backtest.strategy;

/**
 * A bot's configuration as an order takes it.
 *
 * @param strategy that it is for
 * @param warning  that it is not what its file says now, because that has an error; null when it is
 */
public record BotChoice(String strategy, BotConfiguration configuration, String warning) {
    /** Its word among kept code. */
    public static final String KIND = "bot";
}
