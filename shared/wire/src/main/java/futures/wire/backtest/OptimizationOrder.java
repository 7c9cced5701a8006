package futures.wire.backtest;

import java.util.List;
import java.util.Map;

/**
 * Body of {@code POST /api/optimizations}: a search for the best combination of some parameters' values.
 *
 * @param backtest    an order of one strategy; its {@code parameters} are those that stay
 * @param spaces      values to try by parameter, each a list or {@code {"min": 5, "max": 50, "step": 5}}; without a step whole numbers
 *                    go by one and others in a thousand steps; null: those of the strategy's YAML file, or, when it has none, ranges
 *                    and steps that the strategy declares
 * @param method      {@code grid} (standard), {@code random}, {@code sobol}, {@code latin_hypercube}, {@code tpe}, {@code genetic} or
 *                    {@code cma_es}
 * @param trials      combinations that are run; null: all of a grid, else 1,000
 * @param seed        of the method; null: 0
 * @param objective   a metric, or a list of {@link ObjectiveTerm}; null: {@code sharpe_ratio}
 * @param constraints that a combination must meet to be the best
 * @param stopEarly   whether runs end that can no longer meet a constraint; null: false
 * @param threads     combinations that run at once; null: setting {@code backtest.threads}, or one for each processor
 */
public record OptimizationOrder(
        BacktestOrder backtest,
        Map<String, Object> spaces,
        String method,
        Integer trials,
        Long seed,
        Object objective,
        List<MetricConstraint> constraints,
        Boolean stopEarly,
        Integer threads) {}
