package futures.wire.data;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * A currency rate of a day.
 *
 * @param rate units of a pair's second currency for one of its first; above 0, at most 900, eight decimal places
 */
public record RateRow(LocalDate date, BigDecimal rate) {}
