package futures.wire.data;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A currency pair and what is stored of it.
 *
 * @param pair   e.g. {@code EURUSD}: dollars for one euro
 * @param source where the rates came from, in words
 * @param rows   days with a rate
 */
public record RatePair(
        String pair, String source, int rows, LocalDate first, LocalDate last, Instant updatedAt, String href) {}
