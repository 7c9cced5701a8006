package futures.backtest.optimize;

import futures.backtest.strategy.StrategyFiles;
import futures.kit.json.Json;
import futures.wire.backtest.AppliedParameters;
import futures.wire.backtest.OptimizationOrder;
import futures.wire.backtest.OptimizationRow;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** Writes the parameters of a combination, and those that stayed, as a strategy's settings. */
public final class SettingsWriter {
    private final StrategyFiles files;

    public SettingsWriter(StrategyFiles files) {
        this.files = files;
    }

    /**
     * @param replace whether settings that are there are replaced; a copy of them is kept
     * @throws futures.kit.http.Problem 409 when there are some and they are not to be replaced, 422 when the strategy does not take them
     */
    public AppliedParameters write(String id, OptimizationOrder order, OptimizationRow row, boolean replace) {
        String name = order.backtest().strategyName();
        Map<String, Object> values = new TreeMap<>(order.backtest().parameters());
        values.putAll(row.parameters());
        StringBuilder yaml = new StringBuilder(
                "# Combination " + row.number() + " of optimization " + id + ".\n" + "strategy:\n  parameters:\n");
        // JSON is YAML too.
        values.forEach((parameter, value) -> yaml.append("    ")
                .append(parameter)
                .append(": ")
                .append(Json.text(value))
                .append('\n'));
        String kept = files.putSettings(name, yaml.toString().getBytes(StandardCharsets.UTF_8), replace);
        return new AppliedParameters(name + ".yaml", kept, yaml.toString());
    }
}
