package futures.strategy.tsx;

/**
 * A trade that is on.
 *
 * @param direction  LONG or SHORT
 * @param size       contracts, above 0
 * @param entryPrice mean price of what was filled
 */
public record BotPosition(Signal.Direction direction, int size, double entryPrice) {}
