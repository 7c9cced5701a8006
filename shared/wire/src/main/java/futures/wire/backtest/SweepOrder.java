package futures.wire.backtest;

import java.util.Map;

/**
 * Body of {@code POST /api/sweeps}: one backtest with every combination of some parameters' values.
 *
 * @param backtest an order of one strategy; its {@code parameters} are those that stay
 * @param spaces   values to try by parameter, each a list or {@code {"min": 5, "max": 50, "step": 5}}; null: those of the
 *                 strategy's YAML file, or, when it has none, ranges and steps that the strategy declares
 * @param threads  combinations that run at once; null: setting {@code backtest.threads}, or one for each processor
 */
public record SweepOrder(BacktestOrder backtest, Map<String, Object> spaces, Integer threads) {}
