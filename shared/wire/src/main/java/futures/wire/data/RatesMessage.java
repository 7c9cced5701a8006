package futures.wire.data;

import java.time.Instant;
import java.util.List;

/**
 * All rates of a pair, oldest first.
 *
 * @param pair   e.g. {@code EURUSD}: dollars for one euro
 * @param source where they came from, in words
 */
public record RatesMessage(String pair, String source, Instant updatedAt, List<RateRow> rates) {}
