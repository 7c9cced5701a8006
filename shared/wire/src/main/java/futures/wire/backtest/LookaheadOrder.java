package futures.wire.backtest;

/**
 * Body of {@code POST /api/strategies/{name}/lookahead}.
 *
 * @param backtest an order of one strategy; {@code strategy_name} may be left out, since the address names it
 * @param points   places at which the future is hidden, 1 to 200; null: 12
 * @param seed     of the places and of what stands in the future's stead; null: 0
 */
public record LookaheadOrder(BacktestOrder backtest, Integer points, Long seed) {}
