package futures.wire.backtest;

import java.util.List;

/**
 * A page of walk-forwards, newest first.
 *
 * @param next cursor of the page after; null on the last
 */
public record WalkForwardList(List<WalkForwardState> walkforwards, String next) {}
