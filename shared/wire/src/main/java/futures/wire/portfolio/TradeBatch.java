package futures.wire.portfolio;

import java.util.List;

/**
 * Body of {@code POST /api/portfolio/{id}/trades}: round trips that are recorded together or not at all.
 *
 * @param idempotencyKey chosen by the sender, at most 200 characters, e.g. {@code backtest-17}; the same key with the same
 *     batch answers the first result again and records nothing, with another batch it is refused (409). May be null when
 *     the header {@code Idempotency-Key} carries it; when both are given they must be equal
 * @param strategyName   strategy that made the round trips; a round trip may name its own
 * @param source         where they come from, e.g. the id of a backtest; null when nowhere
 * @param trades         in any order; they take effect in the order of their exit times, ties as listed
 */
public record TradeBatch(String idempotencyKey, String strategyName, String source, List<RoundTripRecord> trades) {}
