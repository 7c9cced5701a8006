package futures.wire.backtest;

import java.time.Instant;
import java.util.List;

/**
 * A sweep and where it stands.
 *
 * @param state        queued, running, done, failed or cancelled
 * @param progress     0 to 1
 * @param order        complete; null in the list
 * @param combinations of its grid
 * @param done         combinations with a result
 * @param failed       combinations that were refused or failed
 * @param warnings     about the request and the data
 * @param href         where it can be read; its rows are at {@code href/rows}
 */
public record SweepState(
        String id,
        String state,
        double progress,
        String message,
        Double secondsLeft,
        String strategyName,
        String symbol,
        Instant created,
        Instant ended,
        SweepOrder order,
        int combinations,
        int done,
        int failed,
        List<String> warnings,
        String href) {}
