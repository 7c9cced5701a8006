package futures.wire.backtest;

import java.util.List;

/**
 * By name.
 *
 * @param problems files of the strategies directory that belong to no strategy
 */
public record StrategyList(List<StrategyInfo> strategies, List<StrategyError> problems) {}
