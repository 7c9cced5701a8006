package futures.wire.backtest;

import java.util.List;

/**
 * A page of optimizations, newest first.
 *
 * @param next cursor of the page after; null on the last
 */
public record OptimizationList(List<OptimizationState> optimizations, String next) {}
