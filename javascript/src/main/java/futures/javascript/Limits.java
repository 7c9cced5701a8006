package futures.javascript;

import java.time.Duration;

/**
 * What a script may use.
 *
 * @param perCall    longest that one call of it may take
 * @param timers     most timers that fire between two prices; the rest waits for the next price
 * @param logLines   last lines of its console that are kept
 */
public record Limits(Duration perCall, int timers, int logLines) {
    public static final Limits STANDARD = new Limits(Duration.ofSeconds(5), 10_000, 1_000);
}
