package futures.backtest.strategy;

import futures.engine.StrategyContent;
import futures.strategy.Strategy;
import java.time.Instant;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;

/** Strategies that are compiled into the program. */
final class ShippedStrategies {
    private ShippedStrategies() {}

    /** By name. */
    static Map<String, StrategyVersion> find(Instant now) {
        Map<String, StrategyVersion> found = new TreeMap<>();
        ServiceLoader.load(Strategy.class).stream().forEach(provider -> {
            LoadedCode code = new LoadedCode(provider.get().name(), provider);
            StrategySource source = new StrategySource(provider.type().getName(), new TreeMap<>());
            StrategyVersion version =
                    StrategyVersion.of(code, "java", source, StrategyContent.hash(provider.type()), now);
            if (found.putIfAbsent(version.name(), version) != null) {
                throw new IllegalStateException("two strategies are called " + version.name());
            }
        });
        return found;
    }
}
