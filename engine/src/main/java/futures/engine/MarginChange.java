package futures.engine;

/**
 * From when on positions bound how much margin.
 *
 * @param time       close of the bar at which it was so for the first time, epoch milliseconds UTC
 * @param millionths initial margin of all that was held, in millionths of the account's currency
 */
public record MarginChange(long time, long millionths) {}
