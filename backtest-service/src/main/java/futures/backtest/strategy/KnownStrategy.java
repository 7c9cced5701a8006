package futures.backtest.strategy;

import futures.strategy.ChoiceParameter;
import futures.strategy.Condition;
import futures.strategy.DoubleParameter;
import futures.strategy.IntParameter;
import futures.strategy.Parameter;
import futures.wire.backtest.BotInfo;
import futures.wire.backtest.StrategyError;
import futures.wire.backtest.StrategyInfo;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * A strategy at one moment: the version that runs, the settings that hold, and what is wrong with its files.
 *
 * @param file           in the strategies directory; null when it is shipped
 * @param version        null when none can be run
 * @param errors         of its code; with a version, it is the last good one
 * @param yaml           text of its YAML file; null when there is none or it cannot be read
 * @param settings       last good ones
 * @param settingsErrors of its YAML file
 * @param settingsKept   whether the settings are those of an earlier YAML file
 */
record KnownStrategy(
        String name,
        String kind,
        String file,
        StrategyVersion version,
        List<StrategyError> errors,
        String yaml,
        StrategySettings settings,
        List<StrategyError> settingsErrors,
        boolean settingsKept) {

    List<StrategyError> allErrors() {
        List<StrategyError> all = new ArrayList<>(errors);
        all.addAll(settingsErrors);
        return all;
    }

    private String status() {
        if (allErrors().isEmpty()) {
            if (version != null && version.unseen()) {
                return "checking";
            }
            boolean looked = version == null
                    || version.verdict() == null
                    || version.verdict().unavailable() == null;
            return looked ? "ready" : "unchecked";
        }
        boolean runs = version != null && (settingsErrors.isEmpty() || settingsKept);
        return runs ? "outdated" : "error";
    }

    LoadedStrategy loaded() {
        boolean without = !settingsErrors.isEmpty() && !settingsKept;
        return new LoadedStrategy(
                name,
                version.maker(),
                version.hash(),
                settings.values(),
                without ? settingsErrors.get(0).oneLine() : null,
                warning(),
                version.verdict() == null ? Map.of() : ScriptParameters.standards(version));
    }

    private String warning() {
        List<StrategyError> all = allErrors();
        return all.isEmpty()
                ? null
                : name + " ran in its last good version, loaded " + version.loaded() + ", for now "
                        + all.get(0).oneLine();
    }

    StrategyInfo info(Collection<KnownBot> bots) {
        List<StrategyError> all = allErrors();
        return new StrategyInfo(
                name,
                version == null ? "" : version.description(),
                kind,
                status(),
                all.isEmpty() ? null : all.get(0).oneLine(),
                all,
                version == null ? null : version.hash(),
                file,
                version == null ? null : version.loaded(),
                version == null ? List.of() : parameters(),
                version == null
                        ? List.of()
                        : version.conditions().stream()
                                .map(KnownStrategy::describe)
                                .toList(),
                version == null || version.verdict() == null ? null : script(),
                bots.stream()
                        .filter(bot -> name.equals(bot.strategy()))
                        .map(KnownBot::info)
                        .sorted(Comparator.comparing(BotInfo::name))
                        .toList());
    }

    private static StrategyInfo.ConditionInfo describe(Condition condition) {
        return new StrategyInfo.ConditionInfo(condition.lesser(), condition.relation(), condition.greater());
    }

    private List<StrategyInfo.ParameterInfo> parameters() {
        List<StrategyInfo.ParameterInfo> all = new ArrayList<>();
        version.parameters().forEach(parameter -> all.add(describe(parameter)));
        if (version.verdict() != null) {
            all.addAll(ScriptParameters.of(version, settings));
        }
        return List.copyOf(all);
    }

    private StrategyInfo.ScriptInfo script() {
        ScriptVerdict verdict = version.verdict();
        return new StrategyInfo.ScriptInfo(
                verdict.name(),
                verdict.version(),
                List.copyOf(version.source().files().keySet()),
                verdict.keepsAll(),
                verdict.unavailable() == null ? verdict.note() : verdict.unavailable());
    }

    private StrategyInfo.ParameterInfo describe(Parameter<?> parameter) {
        Double min = null;
        Double max = null;
        Double step = null;
        if (parameter instanceof IntParameter whole) {
            min = (double) whole.min();
            max = (double) whole.max();
            step = (double) whole.step();
        } else if (parameter instanceof DoubleParameter real) {
            min = real.min();
            max = real.max();
            step = real.step();
        }
        Object standard = settings.values().get(parameter.name());
        return new StrategyInfo.ParameterInfo(
                parameter.name(),
                parameter.kind(),
                standard == null ? parameter.standard() : standard,
                min,
                max,
                step,
                parameter instanceof ChoiceParameter choice ? choice.searchSpace() : List.of(),
                settings.searches().get(parameter.name()),
                parameter.help());
    }
}
