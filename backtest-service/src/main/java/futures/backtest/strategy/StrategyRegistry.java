package futures.backtest.strategy;

import futures.engine.StrategyContent;
import futures.kit.config.ConfigException;
import futures.kit.http.Problem;
import futures.kit.text.NearNames;
import futures.strategy.ChoiceParameter;
import futures.strategy.DoubleParameter;
import futures.strategy.IntParameter;
import futures.strategy.Parameter;
import futures.strategy.Strategy;
import futures.wire.backtest.StrategyInfo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Knows every strategy by name. The YAML beside a strategy is read again whenever it is asked for. */
public final class StrategyRegistry {
    private static final Logger LOG = LoggerFactory.getLogger(StrategyRegistry.class);

    private final Path directory;
    private final Map<String, Supplier<? extends Strategy>> makers = new TreeMap<>();
    private final Map<String, String> hashes = new TreeMap<>();

    /** @param directory where {@code <Name>.yaml} files lie */
    public StrategyRegistry(Path directory) {
        this.directory = directory;
        ServiceLoader.load(Strategy.class).stream().forEach(provider -> {
            String name = provider.get().name();
            if (makers.putIfAbsent(name, provider) != null) {
                throw new IllegalStateException("two strategies are called " + name);
            }
            hashes.put(name, StrategyContent.hash(provider.type()));
        });
        LOG.atInfo().addKeyValue("strategies", makers.keySet()).log("strategies found");
    }

    public List<String> names() {
        return List.copyOf(makers.keySet());
    }

    /** @throws Problem 404 with near names */
    public LoadedStrategy find(String name) {
        Supplier<? extends Strategy> maker = makers.get(name);
        if (maker == null) {
            String hint = NearNames.hint(name, makers.keySet());
            throw Problem.notFound("There is no strategy '" + name + "'"
                            + (hint.isEmpty() ? "; there are " + String.join(", ", makers.keySet()) + "." : hint))
                    .field("strategy_name", name, "unknown strategy");
        }
        Path file = directory.resolve(name + ".yaml");
        try {
            Map<String, Object> standards = Files.exists(file)
                    ? StrategyYaml.read(file.toString(), Files.readString(file), maker.get())
                    : Map.of();
            return new LoadedStrategy(name, maker, hashes.get(name), standards, null);
        } catch (ConfigException e) {
            return new LoadedStrategy(name, maker, hashes.get(name), Map.of(), e.getMessage());
        } catch (IOException e) {
            return new LoadedStrategy(name, maker, hashes.get(name), Map.of(), "cannot read " + file + ": " + e);
        }
    }

    public StrategyInfo describe(String name) {
        LoadedStrategy loaded = find(name);
        Strategy strategy = loaded.maker().get();
        return new StrategyInfo(
                name,
                strategy.description(),
                "java",
                loaded.error() == null ? "ready" : "error",
                loaded.error(),
                loaded.contentHash(),
                strategy.parameters().stream()
                        .map(parameter -> describe(parameter, loaded.standards().get(parameter.name())))
                        .toList());
    }

    private static StrategyInfo.ParameterInfo describe(Parameter<?> parameter, Object standard) {
        Double min = null;
        Double max = null;
        Double step = null;
        if (parameter instanceof IntParameter whole) {
            min = (double) whole.min();
            max = (double) whole.max();
            step = (double) whole.step();
        } else if (parameter instanceof DoubleParameter real) {
            min = real.min();
            max = real.max();
            step = real.step();
        }
        return new StrategyInfo.ParameterInfo(
                parameter.name(),
                parameter.kind(),
                standard == null ? parameter.standard() : standard,
                min,
                max,
                step,
                parameter instanceof ChoiceParameter choice ? choice.searchSpace() : List.of(),
                parameter.help());
    }
}
