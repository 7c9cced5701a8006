package futures.wire.backtest;

import java.util.List;

/** Answer of {@code GET /api/backtests/{id}/code}: the code that made a result, a strategy each. */
public record BacktestCode(String id, List<StrategyCode> strategies) {}
