package futures.wire.risk;

import java.time.Instant;
import java.util.List;

/**
 * All limits as they were set together.
 *
 * @param revision 0 before any were set, then 1, 2, 3 …
 * @param changed  when they were set; null before any were
 */
public record Limits(long revision, Instant changed, List<LimitRow> limits) {}
