package futures.backtest.optimize;

import futures.backtest.order.OrderIntake;
import futures.backtest.strategy.ScriptKind;
import futures.backtest.strategy.StrategyRegistry;
import futures.backtest.sweep.Spaces;
import futures.backtest.sweep.Threads;
import futures.kit.config.Settings;
import futures.kit.http.Problem;
import futures.wire.backtest.BacktestOrder;
import futures.wire.backtest.OptimizationOrder;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Refuses optimizations that cannot be right, and says in the others what they left open. */
final class OptimizationIntake {
    private final OrderIntake orders;
    private final StrategyRegistry strategies;
    private final Settings settings;

    OptimizationIntake(OrderIntake orders, StrategyRegistry strategies, Settings settings) {
        this.orders = orders;
        this.strategies = strategies;
        this.settings = settings;
    }

    /**
     * @param what begins its messages
     * @throws Problem 400, 404 or 422 with the field
     */
    SearchPlan plan(String what, OptimizationOrder order) {
        Spaces.requireOne(what, order.backtest());
        orders.complete(order.backtest());
        SearchPlan plan = SearchPlan.of(order, Spaces.of(strategies, order.backtest(), order.spaces(), true));
        String name = order.backtest().strategyName();
        if (plan.stop() != null && strategies.code(name).kind().equals(ScriptKind.WORD)) {
            throw Problem.unprocessable("stop_early is for strategies in Java; scripts run to their ends.")
                    .field("stop_early", true, "not for the script " + name);
        }
        return plan;
    }

    /** With all that it left open, so that it means the same however settings and YAML files change later. */
    OptimizationOrder complete(OptimizationOrder given, SearchPlan plan) {
        BacktestOrder backtest = orders.complete(given.backtest());
        Map<String, Object> fixed = new LinkedHashMap<>(backtest.parameters());
        fixed.keySet().removeAll(plan.spaces().values().keySet());
        return new OptimizationOrder(
                backtest.withParameters(fixed),
                Collections.unmodifiableMap(plan.spaces().values()),
                plan.method().word(),
                plan.trials(),
                plan.seed(),
                plan.objective().terms(),
                plan.objective().constraints(),
                plan.stop() != null,
                Threads.of(given.threads(), settings));
    }
}
