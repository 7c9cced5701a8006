package futures.wire.portfolio;

import java.math.BigDecimal;

/**
 * Answer of {@code POST /api/portfolio/{id}/trades}; the same again when the batch is sent again under its key.
 *
 * @param tradesRecorded round trips in the batch
 * @param net            sum of their net P&amp;L, account currency, exact to the cent
 * @param cash           the portfolio's cash right after the batch was recorded
 */
public record BatchRecorded(
        long portfolioId, String idempotencyKey, int tradesRecorded, BigDecimal net, BigDecimal cash) {}
