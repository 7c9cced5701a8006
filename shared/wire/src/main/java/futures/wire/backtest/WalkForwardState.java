package futures.wire.backtest;

import java.time.Instant;
import java.util.List;

/**
 * A walk-forward and where it stands.
 *
 * @param state    queued, running, done, failed or cancelled
 * @param progress 0 to 1
 * @param order    complete; null in the list
 * @param result   of its windows; null until it is done, and in the list
 * @param matrix   of further ways to cut the range; null until it is done, and in the list
 * @param href     where it can be read
 */
public record WalkForwardState(
        String id,
        String state,
        double progress,
        String message,
        Double secondsLeft,
        String strategyName,
        String symbol,
        Instant created,
        Instant ended,
        WalkForwardOrder order,
        WalkForwardResult result,
        List<WalkForwardResult> matrix,
        List<String> warnings,
        String href) {}
