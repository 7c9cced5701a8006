package futures.wire.backtest;

import java.util.List;

/**
 * A page of sweeps, newest first.
 *
 * @param next cursor of the page after; null on the last
 */
public record SweepList(List<SweepState> sweeps, String next) {}
