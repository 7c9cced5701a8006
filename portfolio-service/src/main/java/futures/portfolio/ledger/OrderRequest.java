package futures.portfolio.ledger;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * An order as it was asked for.
 *
 * @param quantity   contracts; null with a close action: the whole position
 * @param pointValue money per contract for a move of 1.0; null: what the open position or the data service says
 * @param commission per contract; null: what the contract or the settings say
 * @param time       null: now
 */
record OrderRequest(
        String symbol,
        Action action,
        Integer quantity,
        BigDecimal price,
        BigDecimal pointValue,
        BigDecimal commission,
        Instant time,
        String strategyName) {}
