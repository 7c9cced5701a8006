package futures.wire.backtest;

import java.time.Instant;

/**
 * Answer of {@code GET /api/backtests/{id}}.
 *
 * @param state       queued, running, done, failed or cancelled
 * @param progress    0 to 1
 * @param secondsLeft estimate; null when there is none
 * @param order       what was asked for, stand-ins included
 * @param result      null until it is done, {@link JointAnswer} of a joint run; trades and equity are under {@code /trades} and {@code /equity}
 * @param verification what the last {@code POST /api/backtests/{id}/verify} found; null before
 */
public record BacktestState(
        String id,
        String state,
        double progress,
        String message,
        Double secondsLeft,
        Instant created,
        Instant ended,
        BacktestOrder order,
        Object result,
        Verification verification) {}
