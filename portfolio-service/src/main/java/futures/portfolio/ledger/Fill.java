package futures.portfolio.ledger;

import java.math.BigDecimal;

/**
 * An order as it was filled.
 *
 * @param id        in the store
 * @param place     orders of one symbol take effect by time, those of one time by place
 * @param timeMs    epoch ms UTC
 * @param costCents commission of the whole order
 */
record Fill(
        long id,
        long place,
        String symbol,
        Action action,
        int quantity,
        BigDecimal price,
        BigDecimal pointValue,
        long timeMs,
        long costCents,
        String strategyName) {}
