package futures.wire.backtest;

import java.time.Instant;
import java.util.List;

/**
 * An optimization and where it stands.
 *
 * @param state        queued, running, paused, done, failed or cancelled
 * @param progress     0 to 1
 * @param order        complete; null in the list
 * @param combinations planned
 * @param done         combinations with a result
 * @param failed       combinations that were refused or failed
 * @param stopped      combinations that were stopped early
 * @param best         the best so far; null in the list, and when none meets the constraints
 * @param verdict      whether the best one is luck; null in the list, until it is done, and when there is no best one
 * @param warnings     about the request and the data
 * @param href         where it can be read; its rows are at {@code href/rows}
 */
public record OptimizationState(
        String id,
        String state,
        double progress,
        String message,
        Double secondsLeft,
        String strategyName,
        String symbol,
        Instant created,
        Instant ended,
        OptimizationOrder order,
        int combinations,
        int done,
        int failed,
        int stopped,
        OptimizationRow best,
        Luck verdict,
        List<String> warnings,
        String href) {}
