package futures.backtest.strategy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The bots' files of the directory, each with the script that it is for. */
final class Bots {
    private Bots() {}

    /** @param before whose configurations hold as long as the files are wrong */
    static Map<String, KnownBot> of(
            DroppedStrategies files, Map<String, KnownStrategy> strategies, Map<String, KnownBot> before) {
        Map<String, KnownBot> bots = new TreeMap<>();
        Set<String> names = files.settingsNames();
        names.removeIf(name -> !name.startsWith(BotFile.PREFIX) || strategies.containsKey(name));
        for (String name : names) {
            bots.put(name, known(name, files, strategies, before.get(name)));
        }
        return Map.copyOf(bots);
    }

    private static KnownBot known(
            String name, DroppedStrategies files, Map<String, KnownStrategy> strategies, KnownBot last) {
        String file = name + StrategyFolder.SETTINGS;
        String strategy = null;
        try {
            BotFile read = BotFile.read(file, files.settings(name));
            KnownStrategy script = BotMatch.find(read, strategies.values());
            strategy = script.name();
            if (script.version() == null) {
                throw new BrokenStrategy(file, "its strategy " + strategy + " cannot be run");
            }
            return new KnownBot(name, file, strategy, read.configuration(name, script.version()), List.of());
        } catch (BrokenStrategy e) {
            boolean holds = last != null && (strategy == null || strategy.equals(last.strategy()));
            return new KnownBot(
                    name,
                    file,
                    strategy == null && last != null ? last.strategy() : strategy,
                    holds ? last.configuration() : null,
                    e.errors());
        }
    }
}
