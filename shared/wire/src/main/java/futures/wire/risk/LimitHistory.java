package futures.wire.risk;

import java.util.List;

/**
 * Limits as they were, newest first.
 *
 * @param cursor pass it on for the next page; null on the last one
 */
public record LimitHistory(List<Limits> revisions, String cursor) {}
