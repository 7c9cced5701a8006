package futures.risk.prop;

import futures.kit.config.ConfigException;
import futures.kit.config.YamlLines;
import futures.kit.text.NearNames;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The entries of one plan by key; what was never asked for is a key that nobody knows. */
final class PlanFields {
    private final String file;
    private final String plan;
    private final int line;
    private final Map<String, YamlLines.Entry> entries;
    private final Set<String> asked = new LinkedHashSet<>();

    /** @param entries by key within the plan, at least one */
    PlanFields(String file, String plan, Map<String, YamlLines.Entry> entries) {
        this.file = file;
        this.plan = plan;
        this.entries = entries;
        this.line = entries.values().iterator().next().line();
    }

    /** Null when the key is missing, and so are all below. */
    String text(String key) {
        return get(key, text -> text, "text");
    }

    String neededText(String key) {
        return needed(key, text(key));
    }

    Long money(String key) {
        return get(key, text -> Millionths.of(new BigDecimal(text)), "an amount of money");
    }

    long neededMoney(String key) {
        return needed(key, money(key));
    }

    Double number(String key, double most) {
        return get(
                key,
                text -> {
                    double number = Double.parseDouble(text);
                    if (!(number >= 0 && number <= most)) {
                        throw new IllegalArgumentException(text);
                    }
                    return number;
                },
                "a number from 0 to "
                        + BigDecimal.valueOf(most).stripTrailingZeros().toPlainString());
    }

    int count(String key) {
        Integer count = get(
                key,
                text -> {
                    int number = Integer.parseInt(text);
                    if (number < 0 || number > 100_000) {
                        throw new IllegalArgumentException(text);
                    }
                    return number;
                },
                "a whole number from 0 to 100000");
        return count == null ? 0 : count;
    }

    boolean flag(String key) {
        return "true".equals(choice(key, "false", "true", "false"));
    }

    /** One of some words; the stand-in when the key is missing. */
    String choice(String key, String standIn, String... allowed) {
        String found = get(
                key,
                text -> {
                    String lower = text.toLowerCase(Locale.ROOT);
                    if (!List.of(allowed).contains(lower)) {
                        throw new IllegalArgumentException(text);
                    }
                    return lower;
                },
                "one of " + String.join(", ", allowed));
        return found == null ? standIn : found;
    }

    <E extends Enum<E>> E choice(String key, Class<E> type, E standIn) {
        String[] names = Arrays.stream(type.getEnumConstants())
                .map(one -> one.name().toLowerCase(Locale.ROOT))
                .toArray(String[]::new);
        String found = choice(key, null, names);
        return found == null ? standIn : Enum.valueOf(type, found.toUpperCase(Locale.ROOT));
    }

    /** Keys of the elements of a list, or the key itself when it holds one value; empty when it is missing. */
    List<String> elements(String key) {
        List<String> found = new ArrayList<>();
        if (entries.containsKey(key)) {
            found.add(key);
        }
        for (String next = key + "[0]"; begins(next); next = key + "[" + found.size() + "]") {
            found.add(next);
        }
        return found;
    }

    boolean begins(String key) {
        return entries.keySet().stream().anyMatch(one -> one.equals(key) || one.startsWith(key + "."));
    }

    <T> T needed(String key, T value) {
        if (value == null) {
            throw wrong(key, "is missing");
        }
        return value;
    }

    <T> T get(String key, Function<String, T> parser, String allowed) {
        asked.add(key);
        YamlLines.Entry entry = entries.get(key);
        if (entry == null) {
            return null;
        }
        try {
            return parser.apply(entry.text());
        } catch (RuntimeException e) {
            throw wrong(key, "is '" + entry.text() + "'; allowed: " + allowed);
        }
    }

    /** At the key's line, or where the plan begins when it is missing. */
    ConfigException wrong(String key, String what) {
        YamlLines.Entry entry = entries.get(key);
        int at = entry == null ? line : entry.line();
        return new ConfigException(file, at, entry == null ? 1 : entry.column(), plan + "." + key + " " + what);
    }

    /** @throws ConfigException for the first key that was not asked for */
    void noOthers() {
        for (Map.Entry<String, YamlLines.Entry> entry : entries.entrySet()) {
            if (!asked.contains(entry.getKey())) {
                Set<String> open =
                        asked.stream().filter(key -> !entries.containsKey(key)).collect(Collectors.toSet());
                throw wrong(entry.getKey(), "is not known" + NearNames.hint(entry.getKey(), open));
            }
        }
    }
}
