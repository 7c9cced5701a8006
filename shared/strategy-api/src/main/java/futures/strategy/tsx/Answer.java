package futures.strategy.tsx;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a strategy of the live bot says to a price: in JavaScript {@code {ready, signal, environment, debug}}.
 *
 * @param signal      null when there is nothing to do
 * @param environment what the strategy takes the market for; the host leaves it alone
 * @param debug       written into the log of the run unless it is empty
 */
public record Answer(boolean ready, Signal signal, Map<String, Object> environment, Map<String, Object> debug) {
    public Answer {
        environment = ordered(environment);
        debug = ordered(debug);
    }

    /** Not enough prices yet. */
    public static Answer notReady() {
        return new Answer(false, null, Map.of(), Map.of());
    }

    /** Ready, and nothing to do. */
    public static Answer nothing() {
        return new Answer(true, null, Map.of(), Map.of());
    }

    public static Answer of(Signal signal) {
        return new Answer(true, signal, Map.of(), Map.of());
    }

    public Answer withEnvironment(Map<String, Object> values) {
        return new Answer(ready, signal, values, debug);
    }

    public Answer withDebug(Map<String, Object> values) {
        return new Answer(ready, signal, environment, values);
    }

    /** A copy in the same order, which a log shows the same in every run. */
    static Map<String, Object> ordered(Map<String, Object> values) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }
}
