package futures.javascript;

import java.util.LinkedHashMap;
import java.util.Map;

/** The configuration that a script's constructor is given: what the live bot's YAML says, flat and by group. */
final class ScriptConfig {
    private ScriptConfig() {}

    /**
     * Every value by its own name and, where that is in snake case, in camel case too; a dotted name also makes the groups that
     * it names, {@code risk.dollarRiskPerTrade}, and stands under its last part unless something else does.
     */
    static Map<String, Object> of(Map<String, Object> values) {
        Map<String, Object> config = new LinkedHashMap<>();
        Map<String, Object> parameters = new LinkedHashMap<>();
        values.forEach((name, value) -> {
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
