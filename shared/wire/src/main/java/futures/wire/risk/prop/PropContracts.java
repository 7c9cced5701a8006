package futures.wire.risk.prop;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * Contracts held against those allowed, micros as parts.
 *
 * @param most     at once on one of the replayed days; null when not known
 * @param daysOver days on which more were held than allowed
 * @param firstDay the first of these; null when there was none
 */
public record PropContracts(BigDecimal most, int daysOver, LocalDate firstDay) {}
