package futures.wire.portfolio;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * An order as it is recorded.
 *
 * @param commission of the whole order, account currency
 * @param realizedPnl gross P&amp;L of what it closed, as counted now; of a reversed one, as counted when it was reversed
 * @param externalId number that a broker gave it; null for none
 * @param source     where it comes from; null when it was entered
 * @param reversedBy id of the reversal after which it no longer counts; null while it counts
 */
public record RecordedOrder(
        long id,
        String symbol,
        String action,
        int quantity,
        BigDecimal price,
        Instant time,
        BigDecimal pointValue,
        BigDecimal commission,
        BigDecimal realizedPnl,
        String strategyName,
        String externalId,
        String source,
        Long reversedBy) {}
