package futures.backtest.strategy;

import futures.kit.config.YamlLines;
import futures.kit.text.NearNames;
import futures.strategy.Parameter;
import futures.strategy.Strategy;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Names and types in the settings of a script, which declares none: a name must stand in one of its files, and a value be of the type
 * of the standard value that it was found to have.
 */
final class ScriptSettings {
    private static final Set<String> SPACE = Set.of("value", "min", "max", "step");

    private final String file;
    private final StrategyVersion script;
    private final Map<String, Set<String>> below = new HashMap<>();

    ScriptSettings(String file, StrategyVersion script, List<YamlLines.Entry> entries) {
        this.file = file;
        this.script = script;
        for (YamlLines.Entry entry : entries) {
            String key = entry.key().startsWith(StrategySettings.PARAMETERS)
                    ? entry.key().substring(StrategySettings.PARAMETERS.length())
                    : "";
            int dot = key.lastIndexOf('.');
            if (dot > 0) {
                below.computeIfAbsent(key.substring(0, dot), unseen -> new HashSet<>())
                        .add(key.substring(dot + 1));
            }
        }
    }

    /** The parameter that a path is about: all of it, without the place in a list or in a search space. */
    String nameIn(String path) {
        String plain = path.replaceFirst("\\[.*", "");
        int dot = plain.lastIndexOf('.');
        boolean space = dot > 0 && SPACE.containsAll(below.getOrDefault(plain.substring(0, dot), Set.of("none")));
        return space ? plain.substring(0, dot) : plain;
    }

    /** @throws BrokenStrategy when the script cannot know the name, or the value is of another type than its own */
    void declare(Strategy instance, YamlLines.Entry entry, String name, Map<String, Parameter<?>> declared)
            throws BrokenStrategy {
        boolean parameter = entry.key().startsWith(StrategySettings.PARAMETERS);
        boolean beside = entry.key().startsWith(StrategySettings.ROOT) && StrategySettings.BESIDE.contains(name);
        if (declared.containsKey(name) || (!parameter && !beside)) {
            return;
        }
        if (parameter
                && !ScriptParameters.unheard(script.source(), List.of(name)).isEmpty()) {
            List<String> known = script.verdict() == null
                    ? List.of()
                    : script.verdict().parameters().stream()
                            .map(ScriptVerdict.Found::name)
                            .toList();
            throw StrategySettings.wrong(
                    file,
                    entry,
                    "unknown key '" + entry.key() + "': nothing in " + script.name() + " reads " + name
                            + NearNames.hint(name, known));
        }
        Parameter<?> made = instance.parameter(name, typed(entry, name));
        if (made != null) {
            declared.put(name, made);
        }
    }

    private Object typed(YamlLines.Entry entry, String name) throws BrokenStrategy {
        Object standard = script.verdict() == null ? null : ScriptParameters.standard(script.verdict(), name);
        return typed(file, entry, name, standard);
    }

    /**
     * A value as the type of the standard value says.
     *
     * @param standard null when it is not known: then the value says itself what it is
     */
    static Object typed(String file, YamlLines.Entry entry, String name, Object standard) throws BrokenStrategy {
        Object value = StrategySettings.typed(entry);
        if (standard instanceof Number && !(value instanceof Number)) {
            throw StrategySettings.wrong(
                    file, entry, name + " is a number (" + standard + " in the script), found '" + entry.text() + "'");
        }
        if (standard instanceof Boolean && !(value instanceof Boolean)) {
            throw StrategySettings.wrong(
                    file,
                    entry,
                    name + " is true or false (" + standard + " in the script), found '" + entry.text() + "'");
        }
        return standard instanceof String ? entry.text() : value;
    }
}
