package futures.wire.portfolio;

import java.math.BigDecimal;
import java.util.List;

/**
 * Answer of {@code POST /api/portfolio/{id}/orders}; the same again when the batch is sent again under its key.
 *
 * @param ordersRecorded orders of the batch
 * @param trades         round trips more than before
 * @param commission     of all orders of the batch
 * @param changedOrders  orders recorded before whose round trips became others, since some of the batch are earlier
 * @param cash           the portfolio's right afterwards
 * @param positions      what is held afterwards in the symbols of the batch, flat ones included
 */
public record OrdersRecorded(
        long portfolioId,
        String idempotencyKey,
        int ordersRecorded,
        int trades,
        BigDecimal commission,
        List<Long> changedOrders,
        BigDecimal cash,
        List<Position> positions) {}
