package futures.wire.backtest;

import java.util.List;

/**
 * Body of {@code POST /api/walkforwards}: the best parameters of a window are traded in the window after it, again and again.
 *
 * @param optimization as {@code POST /api/optimizations} takes it, with one objective; {@code trials} are those of each window
 * @param windows      how the range is cut
 * @param matrix       further ways to cut it, to see whether the result depends on the lengths; each takes over from {@code windows}
 *                     what it leaves open
 */
public record WalkForwardOrder(
        OptimizationOrder optimization, WalkForwardWindows windows, List<WalkForwardWindows> matrix) {}
