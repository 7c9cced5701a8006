package futures.engine;

import futures.strategy.Strategy;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * A strategy's part in a joint run.
 *
 * @param name         its name in this run, unlike all others in it
 * @param strategy     makes a fresh instance
 * @param strategyHash identity of the strategy's content
 * @param parameters   by name; those not named keep their standard value
 * @param symbol       the market whose bars it is called for
 */
public record Assignment(
        String name,
        Supplier<? extends Strategy> strategy,
        String strategyHash,
        Map<String, Object> parameters,
        String symbol) {

    public Assignment {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(strategy, "strategy");
        Objects.requireNonNull(symbol, "symbol");
        parameters = Collections.unmodifiableMap(new TreeMap<>(parameters));
    }

    public static Assignment of(
            String name, Supplier<? extends Strategy> strategy, Map<String, Object> parameters, String symbol) {
        return new Assignment(
                name, strategy, StrategyContent.hash(strategy.get().getClass()), parameters, symbol);
    }
}
