package futures.wire.portfolio;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * Contracts of a position that were opened together; the oldest are closed first.
 *
 * @param costs   commission paid for what is still open
 * @param orderId order that opened it; null for what was recorded before this was kept
 */
public record OpenLot(
        int quantity, BigDecimal price, Instant time, BigDecimal costs, String strategyName, Long orderId) {}
