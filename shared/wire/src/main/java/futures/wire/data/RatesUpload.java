package futures.wire.data;

import java.util.List;

/**
 * Body of {@code PUT /api/rates/{pair}}: all rates of a pair.
 *
 * @param source where they came from, in words
 */
public record RatesUpload(String source, List<RateRow> rates) {}
