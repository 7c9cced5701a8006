package futures.wire.portfolio;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * What is held in one symbol.
 *
 * @param side         {@code LONG}, {@code SHORT} or {@code FLAT}
 * @param quantity     contracts, zero only when flat
 * @param averagePrice mean price of the open lots weighted by their contracts, price units, 10 decimals at most; null when
 *     flat
 * @param pointValue   money per contract for a move of 1.0; null when flat
 * @param openedAt     time of the oldest open lot; null when flat
 * @param openCosts    commission paid for what is open, account currency
 * @param realizedPnl  gross P&amp;L of what was closed in this symbol, account currency
 */
public record Position(
        String symbol,
        String side,
        int quantity,
        BigDecimal averagePrice,
        BigDecimal pointValue,
        Instant openedAt,
        BigDecimal openCosts,
        BigDecimal realizedPnl) {}
