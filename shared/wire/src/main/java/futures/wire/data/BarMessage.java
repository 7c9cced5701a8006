package futures.wire.data;

import java.math.BigDecimal;

/**
 * One bar of a JSON import.
 *
 * @param timestamp ISO-8601; a local time without offset is taken in the request's time zone
 * @param volume    may be missing: the bar then counts as having none
 */
public record BarMessage(
        String timestamp, BigDecimal open, BigDecimal high, BigDecimal low, BigDecimal close, BigDecimal volume) {}
