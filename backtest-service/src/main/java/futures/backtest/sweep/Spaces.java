package futures.backtest.sweep;

import futures.backtest.strategy.LoadedStrategy;
import futures.backtest.strategy.StrategyRegistry;
import futures.kit.http.Problem;
import futures.kit.text.NearNames;
import futures.strategy.Condition;
import futures.strategy.Parameter;
import futures.strategy.Strategy;
import futures.wire.backtest.BacktestOrder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Values to try of a strategy's parameters.
 *
 * @param values     by parameter, in the order in which combinations are counted; the last changes fastest
 * @param conditions that the strategy declares, of an instance with the values that stay
 */
public record Spaces(String strategy, Map<String, List<Object>> values, List<Condition> conditions) {

    /** @throws Problem 400 for an order that is not of one strategy in one market, or records trades */
    public static void requireOne(String what, BacktestOrder backtest) {
        if (backtest == null || backtest.strategies() != null || backtest.strategyName() == null) {
            throw Problem.badRequest(
                            what + " is of one strategy in one market: give 'backtest' with strategy_name and symbol.")
                    .field("backtest", null, "must have strategy_name and symbol, and no strategies");
        }
        if (backtest.recordToPortfolio()) {
            throw Problem.badRequest("The runs are no trades; leave record_to_portfolio out.")
                    .field("backtest.record_to_portfolio", true, "not here");
        }
    }

    /**
     * Those of the request, or of the strategy's YAML file, or, when it has none, ranges and steps that the strategy declares.
     *
     * @param given    of the request; null for those of the strategy
     * @param stepless whether a range may leave its step out
     * @throws Problem 400, 404 or 422 with the field
     */
    public static Spaces of(
            StrategyRegistry strategies, BacktestOrder backtest, Map<String, Object> given, boolean stepless) {
        LoadedStrategy strategy = strategies.find(backtest.strategyName());
        Map<String, List<Object>> searches = strategies.searches(backtest.strategyName());
        Map<String, Object> fixed = backtest.parameters() == null ? Map.of() : backtest.parameters();
        Strategy instance = strategy.maker().get();
        instance.configure(strategy.standards());
        Map<String, List<Object>> spaces = new LinkedHashMap<>();
        if (given != null) {
            given.forEach((name, space) -> {
                if (fixed.containsKey(name)) {
                    throw Problem.badRequest("The parameter " + name
                                    + " has a value in backtest.parameters and a space;" + " leave one of them out.")
                            .field("spaces." + name, space, "also in backtest.parameters");
                }
                List<Object> values = new Space(parameter(instance, name, space), space, stepless).values();
                values.forEach(value -> checkType(strategy, name, value));
                spaces.put(name, values);
            });
        } else if (!searches.isEmpty()) {
            spaces.putAll(searches);
        } else {
            instance.parameters().forEach(one -> spaces.put(one.name(), List.copyOf(one.searchSpace())));
        }
        spaces.keySet().removeAll(fixed.keySet());
        spaces.values().removeIf(values -> given == null && values.size() < 2);
        if (spaces.isEmpty()) {
            throw Problem.unprocessable(strategy.name() + " has no parameter with values to try; give 'spaces', such as"
                            + " {\"fast_period\": {\"min\": 5, \"max\": 50, \"step\": 5}}.")
                    .field("spaces", given, "nothing to try");
        }
        List<Condition> conditions = instance.conditions();
        set(instance, strategy.standards(), fixed);
        return new Spaces(strategy.name(), spaces, conditions);
    }

    /** Conditions are looked at with the values that stay, which may break them as long as no other values come beside. */
    private static void set(Strategy instance, Map<String, Object> standards, Map<String, Object> fixed) {
        Map<String, Object> values = new LinkedHashMap<>(standards);
        values.putAll(fixed);
        instance.configure(values);
    }

    private static Parameter<?> parameter(Strategy instance, String name, Object space) {
        Parameter<?> parameter = instance.parameter(name, Space.sample(space));
        if (parameter == null) {
            throw Problem.unprocessable("There is no parameter '" + name + "'"
                            + NearNames.hint(
                                    name,
                                    instance.parameters().stream()
                                            .map(Parameter::name)
                                            .toList()))
                    .field("spaces." + name, space, "unknown parameter");
        }
        return parameter;
    }

    private static void checkType(LoadedStrategy strategy, String name, Object value) {
        try {
            strategy.checkTypes(Map.of(name, value));
        } catch (IllegalArgumentException e) {
            throw Problem.unprocessable(e.getMessage()).field("spaces." + name, value, e.getMessage());
        }
    }

    /** All combinations, those that break a condition too; may be more than any number type counts. */
    public double product() {
        return values.values().stream().mapToDouble(List::size).reduce(1, (a, b) -> a * b);
    }

    /** How the product comes about: {@code 10 of fast_period x 4 of slow_period}. */
    public String factors() {
        StringBuilder product = new StringBuilder();
        values.forEach((name, some) -> product.append(product.isEmpty() ? "" : " x ")
                .append(some.size())
                .append(" of ")
                .append(name));
        return product.toString();
    }

    public List<String> conditionTexts() {
        return conditions.stream().map(Condition::toString).toList();
    }

    /** 422: no combination is left. */
    public Problem noneAllowed(long all) {
        return Problem.unprocessable("None of the " + all + " combinations meets the conditions of " + strategy + ": "
                        + conditions + ".")
                .field("spaces", null, "no combination meets the conditions");
    }
}
