package futures.backtest.sweep;

import futures.backtest.strategy.LoadedStrategy;
import futures.engine.ParameterGrid;
import futures.kit.http.Problem;
import futures.kit.text.NearNames;
import futures.strategy.Condition;
import futures.strategy.Parameter;
import futures.strategy.Strategy;
import futures.wire.backtest.BacktestOrder;
import futures.wire.backtest.SweepCount;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which combinations are to be run.
 *
 * @param grid   those that meet the strategy's conditions
 * @param spaces values to try by parameter
 * @param all    combinations before the conditions were looked at
 */
record SweepPlan(ParameterGrid grid, Map<String, List<Object>> spaces, int all, List<String> conditions) {
    static final int MOST = 20_000;
    private static final int MOST_LOOKED_AT = 2_000_000;

    /**
     * @param given    spaces of the request; null for those of the strategy
     * @param searches spaces of the strategy's YAML file
     * @param fixed    parameters that the request sets to one value
     * @throws Problem 400 or 422 with the field
     */
    static SweepPlan of(
            LoadedStrategy strategy,
            Map<String, Object> given,
            Map<String, List<Object>> searches,
            Map<String, Object> fixed) {
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
                List<Object> values = new Space(parameter(instance, name, space), space).values();
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
        double product = spaces.values().stream().mapToDouble(List::size).reduce(1, (a, b) -> a * b);
        if (product > MOST_LOOKED_AT) {
            throw tooMany(product, spaces);
        }
        List<Condition> conditions = instance.conditions();
        set(instance, strategy.standards(), fixed);
        ParameterGrid whole = ParameterGrid.of(spaces);
        ParameterGrid grid = whole.meeting(conditions);
        if (grid.size() == 0) {
            throw Problem.unprocessable("None of the " + whole.size() + " combinations meets the conditions of "
                            + strategy.name() + ": " + conditions + ".")
                    .field("spaces", given, "no combination meets the conditions");
        }
        if (grid.size() > MOST) {
            throw tooMany(grid.size(), spaces);
        }
        return new SweepPlan(
                grid,
                spaces,
                whole.size(),
                conditions.stream().map(Condition::toString).toList());
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

    private static Problem tooMany(double size, Map<String, List<Object>> spaces) {
        StringBuilder product = new StringBuilder();
        spaces.forEach((name, values) -> product.append(product.isEmpty() ? "" : " x ")
                .append(values.size())
                .append(" of ")
                .append(name));
        return Problem.unprocessable(
                        "These are %,.0f combinations (%s); a sweep runs %,d at most. Take larger steps or fewer"
                                        .formatted(size, product, MOST)
                                + " parameters.")
                .field("spaces", null, "too many combinations");
    }

    SweepCount count(BacktestOrder order) {
        return new SweepCount(order.strategyName(), order.symbol(), grid.size(), all - grid.size(), conditions, spaces);
    }
}
