package futures.wire.portfolio;

import java.util.List;

/**
 * Round trips by exit time, oldest first.
 *
 * @param cursor pass it on for the next page; null on the last one
 */
public record TradePage(List<RecordedTrade> trades, String cursor) {}
