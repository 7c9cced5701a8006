package futures.javascript;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The configuration that a script's constructor is given: what the live bot's YAML says, flat and by group. */
final class ScriptConfig {
    /** Settings that the host keeps to and the live bot's strategies know too. */
    private static final Set<String> SHARED = Set.of(
            "one_trade_at_time",
            "max_trade_duration_minutes",
            "signal_cooldown_minutes",
            "active_sessions",
            "position_size",
            "max_daily_loss",
            "max_daily_profit",
            "max_daily_trades",
            "max_consecutive_losses");

    private static final Pattern PLACE = Pattern.compile("(.+)\\.(\\d{1,4})");

    private ScriptConfig() {}

    /** Adds a setting of the host to those of a script, if it is one that scripts know, in the forms in which they know it. */
    static void tell(String name, Object value, Map<String, Object> values) {
        if (!SHARED.contains(name)) {
            return;
        }
        values.put(
                name, name.equals("active_sessions") ? List.of(value.toString().split("[\\s,]+")) : value);
        if (name.equals("signal_cooldown_minutes")) {
            values.putIfAbsent("signalCooldownMs", ((Number) value).longValue() * 60_000);
        }
    }

    /** Names that count, {@code days.0} and {@code days.1}, are one list together. */
    private static Map<String, Object> listed(Map<String, Object> values) {
        Map<String, Object> all = new LinkedHashMap<>();
        Map<String, List<Object>> lists = new LinkedHashMap<>();
        values.forEach((name, value) -> {
            Matcher place = PLACE.matcher(name);
            List<Object> list =
                    place.matches() ? lists.computeIfAbsent(place.group(1), unseen -> new ArrayList<>()) : null;
            if (list != null && Integer.parseInt(place.group(2)) == list.size()) {
                list.add(value);
                all.put(place.group(1), list);
            } else {
                all.put(name, value);
            }
        });
        return all;
    }

    /**
     * Every value by its own name and, where that is in snake case, in camel case too; a dotted name also makes the groups that
     * it names, {@code risk.dollarRiskPerTrade}, and stands under its last part unless something else does. Numbers as last
     * parts make a list.
     */
    static Map<String, Object> of(Map<String, Object> values) {
        Map<String, Object> config = new LinkedHashMap<>();
        Map<String, Object> parameters = new LinkedHashMap<>();
        listed(values).forEach((name, value) -> {
            String[] path = name.split("\\.");
            Map<String, Object> group = config;
            for (int i = 0; i < path.length - 1; i++) {
                group = inside(group, path[i]);
            }
            String last = path[path.length - 1];
            both(group, last, value);
            if (path.length > 1) {
                config.putIfAbsent(last, value);
                config.putIfAbsent(camel(last), value);
            } else {
                both(parameters, last, value);
            }
        });
        parameters.forEach(inside(config, "parameters")::putIfAbsent);
        return config;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> inside(Map<String, Object> group, String name) {
        Object found = group.get(name);
        if (!(found instanceof Map)) {
            found = new LinkedHashMap<String, Object>();
            group.put(name, found);
            group.putIfAbsent(camel(name), found);
        }
        return (Map<String, Object>) found;
    }

    private static void both(Map<String, Object> group, String name, Object value) {
        group.put(name, value);
        group.put(camel(name), value);
    }

    static String camel(String name) {
        StringBuilder out = new StringBuilder();
        boolean upper = false;
        for (int i = 0; i < name.length(); i++) {
            char sign = name.charAt(i);
            if (sign == '_') {
                upper = !out.isEmpty();
            } else {
                out.append(upper ? Character.toUpperCase(sign) : sign);
                upper = false;
            }
        }
        return out.toString();
    }
}
