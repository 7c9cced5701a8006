package futures.wire.backtest;

import java.util.List;

/** By name. */
public record StrategyList(List<StrategyInfo> strategies) {}
