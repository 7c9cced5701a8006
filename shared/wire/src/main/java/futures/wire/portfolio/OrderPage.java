package futures.wire.portfolio;

import java.util.List;

/**
 * Orders as they were recorded, newest first, those that were reversed among them.
 *
 * @param cursor pass it on for the next page; null on the last one
 */
public record OrderPage(List<RecordedOrder> orders, String cursor) {}
