package futures.wire.portfolio;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * Cash after something was recorded.
 *
 * @param change what it added, account currency
 * @param cash   afterwards
 */
public record CashPoint(Instant time, BigDecimal change, BigDecimal cash) {}
