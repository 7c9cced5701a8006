package futures.backtest.strategy;

import futures.wire.backtest.BotInfo;
import futures.wire.backtest.StrategyError;
import java.util.List;
import java.util.Map;

/**
 * A bot's file at one moment.
 *
 * @param strategy      that it is for; null when it names none that is there
 * @param configuration last good one; null when there never was one
 * @param errors        of the file as it is now
 */
record KnownBot(String name, String file, String strategy, BotConfiguration configuration, List<StrategyError> errors) {

    String warning() {
        return errors.isEmpty()
                ? null
                : name + " was used as it was before, for now " + errors.get(0).oneLine();
    }

    BotInfo info() {
        return new BotInfo(
                name,
                file,
                errors.isEmpty() ? "ready" : configuration == null ? "error" : "outdated",
                errors,
                configuration == null ? List.of() : configuration.warnings(),
                configuration == null ? null : configuration.description(),
                configuration == null ? null : configuration.symbol(),
                configuration == null ? null : configuration.hash(),
                configuration == null ? Map.of() : configuration.values());
    }
}
