package futures.wire.portfolio;

import java.util.List;

/**
 * Newest first.
 *
 * @param cursor pass it on for the next page; null on the last one
 */
public record ReversalPage(List<Reversal> reversals, String cursor) {}
