package futures.backtest.order;

import futures.backtest.strategy.LoadedStrategy;
import futures.kit.http.Problem;
import futures.strategy.Strategy;
import java.util.LinkedHashMap;
import java.util.Map;

/** The parameters that a strategy runs with. */
final class StrategyChoice {
    private StrategyChoice() {}

    /** All of them: the YAML's values with the order's over them, checked by the strategy itself. */
    static Map<String, Object> parameters(LoadedStrategy strategy, String field, Map<String, Object> given) {
        if (strategy.error() != null && given == null) {
            throw Problem.unprocessable("The configuration of " + strategy.name() + " is wrong: " + strategy.error());
        }
        Map<String, Object> values = new LinkedHashMap<>(strategy.standards());
        if (given != null) {
            values.putAll(given);
        }
        try {
            Strategy instance = strategy.maker().get();
            instance.configure(values);
            return instance.values();
        } catch (IllegalArgumentException e) {
            throw Problem.unprocessable(e.getMessage()).field(field, values, e.getMessage());
        }
    }
}
