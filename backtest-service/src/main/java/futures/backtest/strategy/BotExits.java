package futures.backtest.strategy;

import futures.kit.config.YamlLines;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a bot's file says of stops, targets and the end of the session, as parameters of the host. */
final class BotExits {
    private static final Set<String> SESSION_END = Set.of(
            "sessionEnd",
            "sessionEnd.enabled",
            "closeAtSessionEnd",
            "exitAtSessionEnd",
            "flattenAtSessionEnd",
            "closeOnSessionEnd");

    private static final Pattern PART = Pattern.compile("((?:profitTarget\\.)?partialExits)\\[(\\d+)]\\.percentage");

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
            }
        }
        breakEven(reading, "");
        breakEven(reading, "stopLoss.");
        trailing(reading);
        partial(reading);
        distance(reading, "stopLoss", "default_stop_points", unused);
        boolean wanted = !exits.containsKey("profitTarget.enabled") || truth("profitTarget.enabled");
        if (wanted) {
            distance(reading, "profitTarget", "default_target_points", unused);
        }
    }

    private void breakEven(BotReading reading, String group) throws BrokenStrategy {
        if (isOn(group + "moveToBreakeven")) {
            YamlLines.Entry trigger = exits.get(group + "breakevenTrigger");
            reading.put(
                    "break_even_trigger",
                    trigger == null ? BigDecimal.ONE : number(group + "breakevenTrigger"),
                    trigger == null ? exits.get(group + "moveToBreakeven") : trigger);
        }
    }

    private void trailing(BotReading reading) throws BrokenStrategy {
        if (!isOn("trailingStop.enabled")) {
            return;
        }
        YamlLines.Entry distance = exits.get("trailingStop.distance");
        if (distance == null) {
            throw StrategySettings.wrong(
                    file,
                    exits.get("trailingStop.enabled"),
                    "a trailing stop needs exits.trailingStop.distance, in ticks");
        }
        reading.put("trailing_stop_ticks", number("trailingStop.distance"), distance);
        if (exits.containsKey("trailingStop.trigger")) {
            reading.put("trailing_stop_trigger", number("trailingStop.trigger"), exits.get("trailingStop.trigger"));
        }
        if (exits.containsKey("trailingStop.adjustTP")) {
            reading.put(
                    "trailing_stop_moves_target", truth("trailingStop.adjustTP"), exits.get("trailingStop.adjustTP"));
        }
    }

    private void partial(BotReading reading) throws BrokenStrategy {
        StringJoiner parts = new StringJoiner(" ");
        YamlLines.Entry first = null;
        for (Map.Entry<String, YamlLines.Entry> one : exits.entrySet()) {
            Matcher part = PART.matcher(one.getKey());
            if (part.matches()) {
                String target = part.group(1) + "[" + part.group(2) + "].target";
                if (!exits.containsKey(target)) {
                    throw StrategySettings.wrong(
                            file, one.getValue(), "a partial exit needs a target, in multiples of the risk");
                }
                first = first == null ? one.getValue() : first;
                parts.add(number(one.getKey()).toPlainString() + "@"
                        + number(target).toPlainString());
            }
        }
        if (first != null) {
            reading.put("partial_exits", parts.toString(), first);
        }
    }

    private boolean isOn(String path) throws BrokenStrategy {
        return exits.containsKey(path) && truth(path);
    }

    private BigDecimal number(String path) throws BrokenStrategy {
        YamlLines.Entry entry = exits.get(path);
        if (!(StrategySettings.typed(entry) instanceof BigDecimal number) || number.signum() <= 0) {
            throw StrategySettings.wrong(
                    file, entry, "exits." + path + " is a number above 0, found '" + entry.text() + "'");
        }
        return number;
    }

    private void distance(BotReading reading, String group, String points, Set<String> unused) throws BrokenStrategy {
        YamlLines.Entry entry = exits.get(group + ".value");
        if (entry == null) {
            return;
        }
        BigDecimal number = number(group + ".value");
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
