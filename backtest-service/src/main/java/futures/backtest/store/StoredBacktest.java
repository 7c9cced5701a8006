package futures.backtest.store;

import com.fasterxml.jackson.databind.JsonNode;
import futures.kit.job.JobState;
import futures.wire.backtest.BacktestOrder;
import futures.wire.backtest.Verification;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

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
        Verification verification) {

    /** Content hashes of the strategies that made the result, by their names; empty when there is none. */
    public Map<String, String> code() {
        return summary == null ? new TreeMap<>() : code(order, summary.path("manifest"));
    }

    /** The same of a manifest in the words of the wire. */
    public static Map<String, String> code(BacktestOrder order, JsonNode manifest) {
        Map<String, String> code = new TreeMap<>();
        if (order.strategyName() != null) {
            code.put(order.strategyName(), manifest.path("strategy_hash").asText(null));
        }
        manifest.path("strategies")
                .forEach(one -> code.put(
                        one.path("strategy_name").asText(),
                        one.path("strategy_hash").asText(null)));
        code.values().removeIf(Objects::isNull);
        return code;
    }
}
