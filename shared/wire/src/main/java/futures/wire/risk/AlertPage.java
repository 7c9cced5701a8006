package futures.wire.risk;

import java.util.List;

/**
 * Newest first.
 *
 * @param cursor pass it on for the next page; null on the last one
 */
public record AlertPage(List<Alert> alerts, String cursor) {}
