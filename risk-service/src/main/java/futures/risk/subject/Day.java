package futures.risk.subject;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * One trading day of the exchange.
 *
 * @param profit account currency
 */
public record Day(LocalDate day, BigDecimal profit) {}
