package futures.wire.portfolio;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * One order of a batch.
 *
 * @param action       {@code BUY}, {@code SELL}, {@code CLOSE_LONG} or {@code CLOSE_SHORT}
 * @param quantity     contracts, positive
 * @param time         of the fill
 * @param costs        commission and fees of the whole order, account currency, at most two decimals; null: what the contract
 *     or the settings say
 * @param pointValue   money per contract for a move of 1.0; null: the open position's, or the contract's
 * @param strategyName null: the batch's
 * @param externalId   number that a broker gave the fill; no two in a portfolio have the same, reversed ones
 *     among them; null for none
 */
public record OrderRecord(
        String symbol,
        String action,
        int quantity,
        BigDecimal price,
        Instant time,
        BigDecimal costs,
        BigDecimal pointValue,
        String strategyName,
        String externalId) {}
