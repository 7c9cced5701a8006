package futures.backtest.strategy;

import futures.kit.config.ConfigException;
import futures.kit.config.YamlLines;
import futures.kit.text.NearNames;
import futures.strategy.ChoiceParameter;
import futures.strategy.Parameter;
import futures.strategy.Strategy;
import futures.strategy.TextParameter;
import futures.wire.backtest.StrategyError;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What a strategy's YAML file says, checked against what the strategy declares.
 *
 * @param values   by parameter
 * @param searches values to try by parameter, for those that are given as {@code {min, max, step}} or as a list
 */
record StrategySettings(Map<String, Object> values, Map<String, List<Object>> searches) {
    static final StrategySettings NONE = new StrategySettings(Map.of(), Map.of());
    static final int MOST_BYTES = 64_000;
    static final String ROOT = "strategy.";
    static final String PARAMETERS = ROOT + "parameters.";
    private static final String SESSIONS = "active_sessions";
    private static final List<String> HEADINGS = List.of("", "strategy", "strategy.parameters");
    private static final List<String> NOTHING = List.of("", "~", "null");
    /** Longer ones, of digits or exponent, say nothing and can take all memory when they are added. */
    private static final Pattern NUMBER =
            Pattern.compile("[-+]?(?=\\.?[0-9])[0-9]{0,30}(\\.[0-9]{0,30})?([eE][-+]?[0-9]{1,3})?");
    /** May stand beside {@code parameters}; each sets the parameter of its name, which the strategy must declare. */
    static final List<String> BESIDE = List.of(
            "dollar_risk_per_trade",
            "dollar_per_point",
            "max_risk_points",
            "risk_reward_ratio",
            "one_trade_at_time",
            "max_trade_duration_minutes",
            "signal_cooldown_minutes",
            SESSIONS);

    /**
     * @param file   for messages
     * @param script the version that is configured when it is a script, which declares nothing; null otherwise
     * @param instance of its own: it is configured with the values
     * @throws BrokenStrategy with line, column and text of what is wrong
     */
    static StrategySettings read(String file, String yaml, Strategy instance, StrategyVersion script)
            throws BrokenStrategy {
        Map<String, Parameter<?>> declared = new LinkedHashMap<>();
        instance.parameters().forEach(parameter -> declared.put(parameter.name(), parameter));
        List<YamlLines.Entry> entries = entries(file, yaml);
        ScriptSettings names = script == null ? null : new ScriptSettings(file, script, entries);
        Map<String, SettingEntry> given = new LinkedHashMap<>();
        Map<String, Integer> lines = new HashMap<>();
        for (YamlLines.Entry entry : entries) {
            if (nothing(entry)) {
                continue;
            }
            Integer before = lines.put(entry.key(), entry.line());
            if (before != null) {
                throw wrong(file, entry, "'" + entry.key() + "' is already set in line " + before);
            }
            String path = inner(entry);
            String name = names == null ? path.replaceFirst("[.\\[].*", "") : names.nameIn(path);
            if (names != null && !name.isEmpty()) {
                names.declare(instance, entry, name, declared);
            }
            refuseUnknown(file, entry, name, declared);
            Parameter<?> parameter = declared.get(name);
            SettingEntry setting = given.computeIfAbsent(name, unseen -> new SettingEntry(file, parameter, entry));
            if (name.equals(SESSIONS)) {
                setting.add(entry);
            } else {
                setting.take(path.substring(name.length()), entry);
            }
        }
        Map<String, Object> values = new LinkedHashMap<>();
        Map<String, List<Object>> searches = new LinkedHashMap<>();
        for (Map.Entry<String, SettingEntry> one : given.entrySet()) {
            Object value = one.getValue().value();
            if (value != null) {
                values.put(one.getKey(), value);
            }
            List<Object> search = one.getValue().search();
            if (search != null) {
                searches.put(one.getKey(), search);
            }
        }
        together(file, instance, values, given);
        return new StrategySettings(values, searches);
    }

    /** Whether it is a heading with nothing below it. */
    private static boolean nothing(YamlLines.Entry entry) {
        return !entry.quoted()
                && HEADINGS.contains(entry.key())
                && (NOTHING.contains(entry.text()) || entry.text().equals(YamlLines.EMPTY_MAP));
    }

    /** What stands below the keys that every file has. */
    private static String inner(YamlLines.Entry entry) {
        return entry.key().startsWith(PARAMETERS)
                ? entry.key().substring(PARAMETERS.length())
                : entry.key().startsWith(ROOT) ? entry.key().substring(ROOT.length()) : entry.key();
    }

    private static List<YamlLines.Entry> entries(String file, String yaml) throws BrokenStrategy {
        try {
            return YamlLines.read(file, yaml);
        } catch (ConfigException e) {
            throw new BrokenStrategy(List.of(new StrategyError(file, e.line(), e.column(), null, e.reason())));
        }
    }

    private static void refuseUnknown(
            String file, YamlLines.Entry entry, String name, Map<String, Parameter<?>> declared) throws BrokenStrategy {
        boolean parameter = entry.key().startsWith(PARAMETERS);
        boolean beside = !parameter && entry.key().startsWith(ROOT) && BESIDE.contains(name);
        if ((parameter || beside) && declared.containsKey(name)) {
            return;
        }
        if (beside) {
            throw wrong(
                    file, entry, "the strategy declares no parameter " + name + ", so '" + name + "' would do nothing");
        }
        List<String> known =
                declared.keySet().stream().map(one -> PARAMETERS + one).toList();
        throw wrong(file, entry, "unknown key '" + entry.key() + "'" + NearNames.hint(entry.key(), known));
    }

    private static void together(
            String file, Strategy instance, Map<String, Object> values, Map<String, SettingEntry> given)
            throws BrokenStrategy {
        try {
            instance.configure(values);
        } catch (IllegalArgumentException e) {
            String message = String.valueOf(e.getMessage());
            YamlLines.Entry culprit = given.entrySet().stream()
                    .filter(one -> message.contains(one.getKey()))
                    .map(one -> one.getValue().first())
                    .findFirst()
                    .orElse(null);
            throw culprit == null ? new BrokenStrategy(file, message) : wrong(file, culprit, message);
        }
    }

    static BrokenStrategy wrong(String file, YamlLines.Entry entry, String message) {
        return new BrokenStrategy(
                List.of(new StrategyError(file, entry.line(), entry.column(), entry.text(), message)));
    }

    /** A parameter's lines in the file: one value, or the values of a search. */
    private static final class SettingEntry {
        private static final int MOST_VALUES = 10_000;
        private static final List<String> SPACE = List.of("value", "min", "max", "step");
        private final String file;
        private final Parameter<?> parameter;
        private final YamlLines.Entry first;
        private final Map<String, YamlLines.Entry> space = new LinkedHashMap<>();
        private final List<Object> listed = new ArrayList<>();
        private Object value;

        SettingEntry(String file, Parameter<?> parameter, YamlLines.Entry first) {
            this.file = file;
            this.parameter = parameter;
            this.first = first;
        }

        YamlLines.Entry first() {
            return first;
        }

        void take(String behind, YamlLines.Entry entry) throws BrokenStrategy {
            if (behind.isEmpty()) {
                value = checked(entry);
            } else if (behind.matches("\\[\\d+]")) {
                listed.add(checked(entry));
            } else if (SPACE.contains(behind.substring(1))) {
                if (!behind.equals(".value") && !(typed(entry.text()) instanceof BigDecimal)) {
                    throw wrong(file, entry, behind.substring(1) + " must be a number, found " + entry.text());
                }
                space.put(behind.substring(1), entry);
            } else {
                throw wrong(
                        file,
                        entry,
                        "unknown key '" + entry.key() + "'; a search space has min, max, step and may have value");
            }
        }

        /** Takes one of several words that are one value together. */
        void add(YamlLines.Entry entry) throws BrokenStrategy {
            String word = isEmpty(entry) ? "" : entry.text();
            value = checked(value == null ? word : value + " " + word, entry);
        }

        /** What a run uses; null when the file gives only what a search tries. */
        Object value() throws BrokenStrategy {
            YamlLines.Entry entry = space.get("value");
            return entry == null ? value : checked(entry);
        }

        List<Object> search() throws BrokenStrategy {
            if (space.isEmpty()) {
                return listed.isEmpty() ? null : List.copyOf(listed);
            }
            for (String needed : SPACE.subList(1, SPACE.size())) {
                if (!space.containsKey(needed)) {
                    throw wrong(file, first, "the search space of " + parameter.name() + " has no " + needed);
                }
            }
            BigDecimal step = new BigDecimal(space.get("step").text());
            BigDecimal max = new BigDecimal(space.get("max").text());
            if (step.signum() <= 0) {
                throw wrong(file, space.get("step"), "step must be above 0, found " + step);
            }
            List<Object> values = new ArrayList<>();
            checked(max, space.get("max"));
            for (BigDecimal at = new BigDecimal(space.get("min").text()); at.compareTo(max) <= 0; at = at.add(step)) {
                values.add(checked(at, space.get(values.isEmpty() ? "min" : "step")));
                if (values.size() > MOST_VALUES) {
                    throw wrong(file, space.get("step"), "more than " + MOST_VALUES + " values; take a larger step");
                }
            }
            if (values.isEmpty()) {
                throw wrong(file, space.get("min"), "min is above max, so there is nothing to try");
            }
            return values;
        }

        /** What is declared as text or as one of some words is not read as a number that it may look like. */
        private Object checked(YamlLines.Entry entry) throws BrokenStrategy {
            boolean words = parameter instanceof TextParameter || parameter instanceof ChoiceParameter;
            if (words && !entry.quoted() && NOTHING.contains(entry.text())) {
                throw wrong(
                        file, entry, "parameter " + parameter.name() + " has no value; write \"\" for an empty text");
            }
            return checked(words ? entry.text() : typed(entry.text()), entry);
        }

        private Object checked(Object given, YamlLines.Entry entry) throws BrokenStrategy {
            try {
                return parameter.check(given);
            } catch (IllegalArgumentException e) {
                throw wrong(file, entry, e.getMessage());
            }
        }
    }

    /** A scalar as what it is: text in quotes, else what it looks like. */
    static Object typed(YamlLines.Entry entry) {
        return entry.quoted() ? entry.text() : typed(entry.text());
    }

    /** Whether a value is there and empty: nothing, an empty map or an empty list. */
    static boolean isEmpty(YamlLines.Entry entry) {
        return !entry.quoted()
                && (NOTHING.contains(entry.text())
                        || entry.text().equals(YamlLines.EMPTY_MAP)
                        || entry.text().equals(YamlLines.EMPTY_LIST));
    }

    private static Object typed(String text) {
        if (text.equals("true") || text.equals("false")) {
            return Boolean.valueOf(text);
        }
        return NUMBER.matcher(text).matches() ? new BigDecimal(text) : text;
    }
}
