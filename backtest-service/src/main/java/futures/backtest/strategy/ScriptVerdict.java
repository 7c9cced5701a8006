package futures.backtest.strategy;

import futures.wire.backtest.StrategyError;
import java.util.List;

/**
 * What a look at a script came to.
 *
 * @param errors      for which it cannot be run
 * @param making      the errors are of making the strategy, which another configuration may do without
 * @param name        that it calls itself; null when it does not say, and so is version
 * @param parameters  that it asks its configuration for, or tells of
 * @param keepsAll    it keeps its whole configuration, and may ask for more later
 * @param note        what could not be found out; null when there is nothing
 * @param unavailable why scripts cannot be looked at on this machine; null when they can
 */
public record ScriptVerdict(
        List<StrategyError> errors,
        boolean making,
        String name,
        String version,
        List<Found> parameters,
        boolean keepsAll,
        String note,
        String unavailable) {

    /**
     * A parameter of a script.
     *
     * @param standard number, text or truth value that stands in for it; null when that cannot be told
     * @param from     {@code configuration}, or {@code getParameters} when it is told of but not asked for
     */
    public record Found(String name, Object standard, String from) {}

    public ScriptVerdict {
        errors = List.copyOf(errors);
        parameters = List.copyOf(parameters);
    }

    /** Nothing could be looked at. */
    public static ScriptVerdict unavailable(String why) {
        return new ScriptVerdict(List.of(), false, null, null, List.of(), true, null, why);
    }

    /** It cannot be run. */
    public static ScriptVerdict broken(List<StrategyError> errors, boolean making) {
        return new ScriptVerdict(errors, making, null, null, List.of(), true, null, null);
    }
}
