package futures.backtest.store;

import com.fasterxml.jackson.databind.JsonNode;
import futures.kit.job.JobState;
import futures.wire.backtest.BacktestOrder;
import futures.wire.backtest.Verification;
import java.time.Instant;

/**
 * A backtest as the store has it.
 *
 * @param summary     the result without its long parts; null until it is done
 * @param portfolioId where its round trips were recorded; null when they were not
 * @param verification what the last verification found; null before the first
 */
public record StoredBacktest(
        String id,
        JobState state,
        int attempts,
        String message,
        BacktestOrder order,
        Instant created,
        Instant ended,
        JsonNode summary,
        String portfolioId,
        Verification verification) {}
