package futures.wire.risk;

import java.util.List;

/**
 * Body of {@code PUT /api/risk/limits}: all limits, in place of those that are there.
 *
 * @param revision that the sender has read; null when the header {@code If-Match} says it
 */
public record LimitsUpload(Long revision, List<LimitRow> limits) {}
