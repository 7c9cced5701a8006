package futures.backtest.strategy;

import futures.strategy.Condition;
import futures.strategy.Parameter;
import futures.strategy.Strategy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * One version of a strategy, ready to run.
 *
 * @param source     of one that is shipped empty, and its entry the class
 * @param parameters as an instance declares them, and so are conditions
 * @param verdict    on a script; null for other kinds, and until it was looked at
 */
record StrategyVersion(
        String name,
        String kind,
        StrategySource source,
        String hash,
        Supplier<? extends Strategy> maker,
        String description,
        List<Parameter<?>> parameters,
        List<Condition> conditions,
        Instant loaded,
        ScriptVerdict verdict) {

    /** Runs code of the strategy. */
    static StrategyVersion of(LoadedCode code, String kind, StrategySource source, String hash, Instant loaded) {
        Strategy instance = code.maker().get();
        return new StrategyVersion(
                code.name(),
                kind,
                source,
                hash,
                code.maker(),
                instance.description(),
                instance.parameters(),
                instance.conditions(),
                loaded,
                null);
    }

    /** All strategies of a source; bounded in time. */
    static List<StrategyVersion> load(StrategyKind kind, StrategySource source, Instant now) throws BrokenStrategy {
        String hash = source.hash();
        return BoundedLoad.run(source.entry(), () -> {
            List<StrategyVersion> versions = new ArrayList<>();
            for (LoadedCode code : kind.load(source)) {
                versions.add(of(code, kind.word(), source, hash, now));
            }
            return List.copyOf(versions);
        });
    }

    /** The same after it was looked at. */
    StrategyVersion with(ScriptVerdict found) {
        return new StrategyVersion(name, kind, source, hash, maker, description, parameters, conditions, loaded, found);
    }

    /** Whether nobody knows yet whether it can be run. */
    boolean unseen() {
        return kind.equals(ScriptKind.WORD) && verdict == null;
    }

    /** What a YAML text means for it; bounded in time, for conditions are code of the strategy. */
    StrategySettings settings(String file, String yaml) throws BrokenStrategy {
        return BoundedLoad.run(
                file, () -> StrategySettings.read(file, yaml, maker.get(), kind.equals(ScriptKind.WORD) ? this : null));
    }

    /** Whether settings of another version still mean something to this one. */
    boolean takes(StrategySettings settings) {
        try {
            return BoundedLoad.run(name, () -> {
                maker.get().configure(settings.values());
                return true;
            });
        } catch (BrokenStrategy e) {
            return false;
        }
    }
}
