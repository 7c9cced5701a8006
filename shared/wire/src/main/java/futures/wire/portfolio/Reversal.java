package futures.wire.portfolio;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/**
 * A correction: something that was recorded and no longer counts.
 *
 * @param orderId       order that it reverses; null when it reverses a round trip of a batch
 * @param tradeId       round trip of a batch that it reverses; null when it reverses an order
 * @param replacementId order that was recorded instead, with the same time and place; null for none
 * @param reason        as it was given; null for none
 * @param cashChange    what it did to the cash, the order instead included
 * @param changedOrders orders whose round trips became others by it; only in the answer to the correction
 * @param cash          the portfolio's afterwards; only in the answer to the correction
 */
public record Reversal(
        long id,
        long portfolioId,
        Long orderId,
        Long tradeId,
        Long replacementId,
        String symbol,
        String reason,
        Instant recordedAt,
        BigDecimal cashChange,
        @JsonInclude(JsonInclude.Include.NON_NULL) List<Long> changedOrders,
        @JsonInclude(JsonInclude.Include.NON_NULL) BigDecimal cash) {}
