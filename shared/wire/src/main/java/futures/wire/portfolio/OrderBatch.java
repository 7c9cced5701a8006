package futures.wire.portfolio;

import java.util.List;

/**
 * Body of {@code POST /api/portfolio/{id}/orders}: orders that are recorded together or not at all.
 *
 * @param idempotencyKey as in {@link TradeBatch}
 * @param strategyName   strategy that sent them; an order may name its own
 * @param source         where they come from; null when nowhere
 * @param orders         in any order; they take effect by their times, ties as listed, between those that are recorded
 */
public record OrderBatch(String idempotencyKey, String strategyName, String source, List<OrderRecord> orders) {}
