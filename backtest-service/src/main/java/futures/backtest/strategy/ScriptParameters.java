package futures.backtest.strategy;

import futures.wire.backtest.StrategyInfo.ParameterInfo;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Parameters of a script, which declares none: those that it was found to ask for, and whether it has heard of a name at all. */
final class ScriptParameters {
    private static final String TOLD = "told of by getParameters(), but not asked for when the strategy is made";

    private ScriptParameters() {}

    /** As lists show them, with the values of its settings. */
    static List<ParameterInfo> of(StrategyVersion script, StrategySettings settings) {
        List<ParameterInfo> all = new ArrayList<>();
        Set<String> hosts = new HashSet<>();
        script.parameters().forEach(parameter -> hosts.add(camel(parameter.name())));
        Set<String> shown = new HashSet<>(hosts);
        for (ScriptVerdict.Found found : script.verdict().parameters()) {
            if (shown.add(camel(found.name()))) {
                Object set = value(settings.values(), found.name());
                Object standard = set == null ? found.standard() : set;
                String help = found.from().equals("getParameters") ? TOLD : "of the script";
                all.add(info(found.name(), standard, value(settings.searches(), found.name()), help));
            }
        }
        Set<String> named = new HashSet<>(settings.values().keySet());
        named.addAll(settings.searches().keySet());
        named.stream()
                .sorted()
                .filter(name -> shown.add(camel(name)))
                .forEach(name -> all.add(info(
                        name,
                        settings.values().get(name),
                        settings.searches().get(name),
                        "of the script, by its settings")));
        return all;
    }

    private static ParameterInfo info(String name, Object standard, List<Object> search, String help) {
        return new ParameterInfo(name, kind(standard), standard, null, null, null, List.of(), search, help);
    }

    private static String kind(Object value) {
        if (value instanceof Boolean) {
            return "switch";
        }
        return value instanceof Number ? "decimal" : value instanceof String ? "text" : "any";
    }

    private static <V> V value(Map<String, V> values, String name) {
        return values.entrySet().stream()
                .filter(one -> camel(one.getKey()).equals(camel(name)))
                .findFirst()
                .map(Map.Entry::getValue)
                .orElse(null);
    }

    /** The standard value that a script was found to have for a name in either spelling; null when it is not known. */
    static Object standard(ScriptVerdict verdict, String name) {
        return verdict.parameters().stream()
                .filter(found -> camel(found.name()).equals(camel(name)))
                .findFirst()
                .map(ScriptVerdict.Found::standard)
                .orElse(null);
    }

    /** Standard values that a script was found to have by name in camel case, without those of the host's parameters. */
    static Map<String, Object> standards(StrategyVersion script) {
        Map<String, Object> standards = new HashMap<>();
        script.verdict().parameters().stream()
                .filter(found -> found.standard() != null)
                .forEach(found -> standards.putIfAbsent(camel(found.name()), found.standard()));
        script.parameters().forEach(host -> standards.remove(camel(host.name())));
        return standards;
    }

    /** Those names of which no file of the script's own has even one part in either spelling: nothing in it can read them. */
    static List<String> unheard(StrategySource source, Collection<String> names) {
        return names.stream().filter(name -> !mentioned(source, name)).sorted().toList();
    }

    private static boolean mentioned(StrategySource source, String name) {
        String last = name.replaceFirst("(\\.\\d+)+$", "").replaceFirst(".*\\.", "");
        Pattern word = Pattern.compile(
                "(?<![\\w$])(?:" + Pattern.quote(last) + "|" + Pattern.quote(camel(last)) + ")(?![\\w$])");
        return source.files().entrySet().stream()
                .filter(file -> !file.getKey().contains("node_modules/"))
                .anyMatch(file -> word.matcher(new String(file.getValue(), StandardCharsets.UTF_8))
                        .find());
    }

    /** {@code fast_period} as {@code fastPeriod}; dots stay. */
    static String camel(String name) {
        StringBuilder out = new StringBuilder();
        for (String part : name.split("_")) {
            boolean first = out.isEmpty() || out.charAt(out.length() - 1) == '.';
            out.append(
                    first || part.isEmpty() ? part : part.substring(0, 1).toUpperCase(Locale.ROOT) + part.substring(1));
        }
        return out.toString();
    }
}
