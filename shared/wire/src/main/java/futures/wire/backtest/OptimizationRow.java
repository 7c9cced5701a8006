package futures.wire.backtest;

import java.util.List;
import java.util.Map;

/**
 * What came of a combination of an optimization.
 *
 * @param number      in the order in which the method asked, 0 being the first
 * @param parameters  those that are searched
 * @param state       {@code done}, {@code refused} by the strategy, {@code failed}, or {@code stopped} early
 * @param error       why it has no result, of one that was stopped with the time of the bar; null when it has one
 * @param score       of its objective, greater is better (of several the first); null when it is undefined
 * @param feasible    whether it has a score and meets the constraints
 * @param performance as in a backtest's answer; null where undefined, and null when there is no result
 * @param resultHash  as a backtest of its own would have; null for strategies in Java
 * @param findings    keys of findings about the run; none for strategies in Java
 */
public record OptimizationRow(
        int number,
        Map<String, Object> parameters,
        String state,
        String error,
        Double score,
        boolean feasible,
        Map<String, Object> performance,
        String resultHash,
        List<String> findings) {}
