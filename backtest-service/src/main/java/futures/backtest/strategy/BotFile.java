package futures.backtest.strategy;

import futures.kit.config.ConfigException;
import futures.kit.config.YamlLines;
import futures.wire.backtest.StrategyError;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * A file of the live bot, {@code BOT_1.yaml}, in either of its forms: with {@code botId}, {@code instrument} and
 * {@code strategy.type}, or with {@code bot.name}, {@code trading.instrument} and {@code bot.strategy}. What it says about its own
 * process (ports, logs, the broker's connection) is left aside, and said to be.
 */
final class BotFile {
    /** How such a file's name begins. */
    static final String PREFIX = "BOT_";

    private static final Set<String> GROUPS = Set.of("strategy", "risk", "exits", "tradingHours", "bot");

    private final String file;
    private final String text;
    private final Map<String, YamlLines.Entry> entries = new LinkedHashMap<>();

    private BotFile(String file, String text) {
        this.file = file;
        this.text = text;
    }

    /** @throws BrokenStrategy when it is no YAML, has a key twice or names no strategy */
    static BotFile read(String file, String text) throws BrokenStrategy {
        BotFile bot = new BotFile(file, text);
        List<YamlLines.Entry> all;
        try {
            all = YamlLines.read(file, text);
        } catch (ConfigException e) {
            throw new BrokenStrategy(List.of(new StrategyError(file, e.line(), e.column(), null, e.reason())));
        }
        for (YamlLines.Entry entry : all) {
            YamlLines.Entry before = bot.entries.put(entry.key(), entry);
            if (before != null) {
                throw StrategySettings.wrong(
                        file, entry, "'" + entry.key() + "' is already set in line " + before.line());
            }
            String group = entry.key().replaceFirst("\\[.*", "");
            if (GROUPS.contains(group) && !(entry.key().equals(group) && StrategySettings.isEmpty(entry))) {
                throw StrategySettings.wrong(
                        file, entry, "'" + group + "' is a group of keys, found '" + entry.text() + "'");
            }
        }
        if (bot.typeEntry() == null || bot.typeEntry().text().isBlank()) {
            throw new BrokenStrategy(
                    file, "it names no strategy: strategy.type says which script it is for, e.g. MyStrategy");
        }
        return bot;
    }

    private YamlLines.Entry first(String... keys) {
        for (String key : keys) {
            if (entries.containsKey(key)) {
                return entries.get(key);
            }
        }
        return null;
    }

    private YamlLines.Entry typeEntry() {
        return first("strategy.type", "bot.strategy");
    }

    /** The strategy that it is for, in the live bot's words. */
    String type() {
        return typeEntry().text();
    }

    /** There is no such strategy, or more than one. */
    BrokenStrategy noStrategy(String message) {
        return StrategySettings.wrong(file, typeEntry(), message);
    }

    /** The name that it gives itself; null when it has none. */
    String id() {
        YamlLines.Entry entry = first("botId", "bot.name");
        return entry == null || entry.text().isBlank() ? null : entry.text();
    }

    /**
     * What it means for a script.
     *
     * @param name that orders select it by
     * @throws BrokenStrategy with line and column of a value that cannot be
     */
    BotConfiguration configuration(String name, StrategyVersion script) throws BrokenStrategy {
        BotReading reading = new BotReading(file, script);
        Set<String> unused = new TreeSet<>();
        for (YamlLines.Entry entry : entries.values()) {
            String key = entry.key();
            if (key.startsWith("strategy.parameters.")) {
                reading.parameter(key.substring("strategy.parameters.".length()), entry);
            } else if (key.startsWith("strategy.")
                    && !key.equals("strategy.type")
                    && !key.equals("strategy.parameters")) {
                reading.parameter(key.substring("strategy.".length()), entry);
            } else if (key.startsWith("risk.")) {
                reading.risk(key.substring("risk.".length()), entry);
            } else if (key.startsWith("exits.")) {
                reading.exit(key.substring("exits.".length()), entry);
            } else if (key.startsWith("tradingHours.")) {
                reading.hours(key.substring("tradingHours.".length()), entry);
            } else if (!isRead(key)) {
                unused.add(key.replaceFirst("[.\\[].*", ""));
            }
        }
        YamlLines.Entry account = first("accountId");
        if (account != null) {
            reading.tell("accountId", account.text());
        }
        reading.tell("botId", id() == null ? name : id());
        YamlLines.Entry instrument = first("instrument", "trading.instrument");
        String symbol = instrument == null ? null : Instruments.symbol(file, instrument);
        if (instrument != null) {
            reading.tell("instrument", instrument.text());
        }
        reading.finish();
        List<String> warnings = new ArrayList<>();
        if (!unused.isEmpty()) {
            warnings.add("not used in a backtest: " + String.join(", ", unused));
        }
        warnings.addAll(reading.warnings());
        YamlLines.Entry description = first("description");
        return new BotConfiguration(
                name,
                file,
                text,
                StrategySource.of(file, text.getBytes(StandardCharsets.UTF_8)).hash(),
                description == null ? null : description.text(),
                symbol,
                reading.values(),
                warnings);
    }

    private static boolean isRead(String key) {
        return Set.of(
                                "botId",
                                "accountId",
                                "instrument",
                                "description",
                                "strategy.type",
                                "trading.instrument",
                                "bot.name",
                                "bot.strategy")
                        .contains(key)
                || GROUPS.contains(key)
                || key.equals("strategy.parameters");
    }
}
