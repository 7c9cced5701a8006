package futures.backtest.strategy;

import futures.wire.backtest.StrategyError;
import java.util.List;

/** A strategy's files cannot be run as they are. */
public final class BrokenStrategy extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<StrategyError> errors;

    /** @param errors at least one */
    public BrokenStrategy(List<StrategyError> errors) {
        super(errors.get(0).oneLine(), null, false, false);
        this.errors = List.copyOf(errors);
    }

    /** About a whole file. */
    public BrokenStrategy(String file, String message) {
        this(List.of(new StrategyError(file, null, null, null, message)));
    }

    public List<StrategyError> errors() {
        return errors;
    }
}
