package futures.backtest.strategy;

import futures.kit.config.YamlLines;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;

/** Stops, targets and the end of the session in a bot's file: they stand in for what a signal does not name. */
final class BotExits {
    private static final Set<String> SESSION_END = Set.of(
            "sessionEnd",
            "sessionEnd.enabled",
            "closeAtSessionEnd",
            "exitAtSessionEnd",
            "flattenAtSessionEnd",
            "closeOnSessionEnd");

    /** Switches of what a backtest has not, with the numbers that belong to them. */
    private static final Map<String, String> OTHERS = Map.of(
            "moveToBreakeven", "moveToBreakeven",
            "stopLoss.moveToBreakeven", "stopLoss.moveToBreakeven",
            "trailingStop.enabled", "trailingStop");

    private final String file;
    private final Map<String, YamlLines.Entry> exits;

    BotExits(String file, Map<String, YamlLines.Entry> exits) {
        this.file = file;
        this.exits = exits;
    }

    /** @param unused takes what is said and means nothing here */
    void into(BotReading reading, Set<String> unused) throws BrokenStrategy {
        for (Map.Entry<String, YamlLines.Entry> one : exits.entrySet()) {
            String path = one.getKey();
            if (SESSION_END.contains(path)) {
                reading.put("exit_at_session_end", truth(path), one.getValue());
            } else if (OTHERS.containsKey(path) && truth(path)) {
                unused.add("exits." + OTHERS.get(path));
            } else if (path.contains("partialExits[")) {
                unused.add("exits." + path.replaceFirst("\\[.*", ""));
            }
        }
        distance(reading, "stopLoss", "default_stop_points", unused);
        boolean wanted = !exits.containsKey("profitTarget.enabled") || truth("profitTarget.enabled");
        if (wanted) {
            distance(reading, "profitTarget", "default_target_points", unused);
        }
    }

    private void distance(BotReading reading, String group, String points, Set<String> unused) throws BrokenStrategy {
        YamlLines.Entry entry = exits.get(group + ".value");
        if (entry == null) {
            return;
        }
        Object value = StrategySettings.typed(entry);
        if (!(value instanceof BigDecimal number) || number.signum() <= 0) {
            throw StrategySettings.wrong(
                    file, entry, "exits." + group + ".value is a number above 0, found '" + entry.text() + "'");
        }
        YamlLines.Entry type = exits.get(group + ".type");
        switch (type == null ? "FIXED" : type.text()) {
            case "FIXED", "POINTS" -> reading.put(points, number, entry);
            case "RISK_MULTIPLE" -> {
                if (group.equals("stopLoss")) {
                    throw StrategySettings.wrong(file, type, "a stop has no multiple of the risk, for it is the risk");
                }
                reading.put("default_target_ratio", number, entry);
                reading.putIfAbsent("riskRewardRatio", number, entry); // as the live bot does
            }
            default -> unused.add("exits." + group + " of type " + type.text());
        }
    }

    private boolean truth(String path) throws BrokenStrategy {
        YamlLines.Entry entry = exits.get(path);
        if (!(StrategySettings.typed(entry) instanceof Boolean truth)) {
            throw StrategySettings.wrong(
                    file, entry, "exits." + path + " is true or false, found '" + entry.text() + "'");
        }
        return truth;
    }
}
