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
        Instant loaded) {

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
                loaded);
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

    /** What a YAML text means for it; bounded in time, for conditions are code of the strategy. */
    StrategySettings settings(String file, String yaml) throws BrokenStrategy {
        return BoundedLoad.run(file, () -> StrategySettings.read(file, yaml, maker.get()));
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
