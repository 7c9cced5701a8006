package futures.backtest.strategy;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Every kind of strategy that is understood. */
final class StrategyKinds {
    static final List<StrategyKind> ALL = List.of(new JavaKind(), new JarKind(), new ScriptKind());

    private StrategyKinds() {}

    static Optional<StrategyKind> of(Path entry) {
        return ALL.stream().filter(kind -> kind.takes(entry)).findFirst();
    }

    static StrategyKind called(String word) {
        return ALL.stream()
                .filter(kind -> kind.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no kind of strategy is called " + word));
    }
}
