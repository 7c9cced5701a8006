package futures.backtest.order;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import futures.backtest.strategy.LoadedStrategy;
import futures.kit.http.Problem;
import futures.strategy.Strategy;
import futures.wire.backtest.BacktestOrder;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The parameters that a strategy runs with. */
final class StrategyChoice {
    /** Fields of an order, as they are written. */
    private static final List<String> FIELDS = Arrays.stream(BacktestOrder.class.getRecordComponents())
            .map(component -> PropertyNamingStrategies.SnakeCaseStrategy.INSTANCE.translate(component.getName()))
            .toList();

    private StrategyChoice() {}

    /** All of them: the YAML's values with the order's over them, checked by the strategy itself. */
    static Map<String, Object> parameters(LoadedStrategy strategy, String field, Map<String, Object> given) {
        if (strategy.error() != null && given == null) {
            throw Problem.unprocessable("The configuration of " + strategy.name() + " is wrong: " + strategy.error());
        }
        Map<String, Object> values = new LinkedHashMap<>(strategy.standards());
        if (given != null) {
            Spellings.putAll(given, values);
        }
        try {
            strategy.checkTypes(values);
            Strategy instance = strategy.maker().get();
            instance.configure(values);
            return instance.values();
        } catch (IllegalArgumentException e) {
            throw Problem.unprocessable(
                            e.getMessage() + misplaced(strategy.maker().get(), values))
                    .field(field, values, e.getMessage());
        }
    }

    /** A field of the order among the parameters is a likely slip, for a body of parameters alone is taken too. */
    private static String misplaced(Strategy strategy, Map<String, Object> values) {
        Set<String> own = strategy.values().keySet();
        List<String> misplaced = FIELDS.stream()
                .filter(name -> values.containsKey(name) && !own.contains(name))
                .toList();
        return misplaced.isEmpty()
                ? ""
                : "; " + String.join(", ", misplaced) + " belongs to the order, beside \"parameters\"";
    }
}
