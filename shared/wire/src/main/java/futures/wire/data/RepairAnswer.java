package futures.wire.data;

/**
 * @param repairs  that were applied or undone
 * @param bars     that were changed by them
 * @param revision of the bars now
 */
public record RepairAnswer(String symbol, String timeframe, long repairs, long bars, String revision) {}
