package futures.portfolio;

import futures.model.Side;
import java.math.BigDecimal;

/**
 * Contracts that were opened together and are still open.
 *
 * @param price     entry, price units
 * @param openedMs  epoch ms UTC
 * @param costCents commission paid for what is still open
 */
record Lot(
        long id,
        Side side,
        int quantity,
        BigDecimal price,
        BigDecimal pointValue,
        long openedMs,
        long costCents,
        String strategyName) {}
