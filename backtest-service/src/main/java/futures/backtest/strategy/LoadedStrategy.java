package futures.backtest.strategy;

import futures.strategy.Strategy;
import java.util.Map;
import java.util.function.Supplier;

/**
 * A strategy that is ready to run.
 *
 * @param contentHash identity of its code
 * @param standards   parameter values of its YAML file; a run's own are stronger
 * @param error       what is wrong with its YAML file when there is no last good one; null otherwise
 * @param warning     that it is not what the file says now, because the file has an error; null when it is
 * @param found       standard values that a script was found to have, by name in camel case; none for other kinds, which check
 *                    their parameters themselves
 */
public record LoadedStrategy(
        String name,
        Supplier<? extends Strategy> maker,
        String contentHash,
        Map<String, Object> standards,
        String error,
        String warning,
        Map<String, Object> found) {

    /**
     * Holds values against the standard values that a script was found to have.
     *
     * @throws IllegalArgumentException for one of another type, with its name
     */
    public void checkTypes(Map<String, Object> values) {
        values.forEach((parameter, value) -> {
            Object own = found.get(ScriptParameters.camel(parameter));
            String type = own instanceof Number
                    ? "a number"
                    : own instanceof Boolean ? "true or false" : own instanceof String ? "text" : null;
            boolean fits = own instanceof Number
                    ? value instanceof Number
                    : own instanceof Boolean ? value instanceof Boolean : value instanceof String;
            if (type != null && !fits) {
                throw new IllegalArgumentException(
                        "parameter " + parameter + " must be " + type + " (" + own + " in the script " + name
                                + "), found " + (value instanceof String ? "'" + value + "'" : value));
            }
        });
    }
}
