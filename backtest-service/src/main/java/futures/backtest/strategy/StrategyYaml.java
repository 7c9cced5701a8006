package futures.backtest.strategy;

import futures.kit.config.ConfigException;
import futures.kit.config.YamlLines;
import futures.kit.text.NearNames;
import futures.strategy.Parameter;
import futures.strategy.Strategy;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads {@code strategy.parameters} of a strategy's YAML file against what the strategy declares. */
final class StrategyYaml {
    private static final String PREFIX = "strategy.parameters.";

    private StrategyYaml() {}

    /**
     * Values by parameter name.
     *
     * @throws ConfigException with file, line, key, what was found and what is allowed
     */
    static Map<String, Object> read(String file, String yaml, Strategy strategy) {
        Map<String, Parameter<?>> declared = strategy.parameters().stream()
                .collect(Collectors.toMap(Parameter::name, Function.identity(), (a, b) -> a, LinkedHashMap::new));
        List<String> keys =
                declared.keySet().stream().map(name -> PREFIX + name).toList();
        Map<String, Object> values = new LinkedHashMap<>();
        for (YamlLines.Entry entry : YamlLines.read(file, yaml)) {
            String place = file + ":" + entry.line() + ": ";
            Parameter<?> parameter =
                    entry.key().startsWith(PREFIX) ? declared.get(entry.key().substring(PREFIX.length())) : null;
            if (parameter == null) {
                throw new ConfigException(
                        place + "unknown key '" + entry.key() + "'" + NearNames.hint(entry.key(), keys));
            }
            try {
                values.put(parameter.name(), parameter.check(typed(entry.text())));
            } catch (IllegalArgumentException e) {
                throw new ConfigException(place + e.getMessage());
            }
        }
        return values;
    }

    private static Object typed(String text) {
        if (text.equals("true") || text.equals("false")) {
            return Boolean.valueOf(text);
        }
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException e) {
            return text;
        }
    }
}
