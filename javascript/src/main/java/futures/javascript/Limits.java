package futures.javascript;

import java.time.Duration;

/**
 * What a script may use.
 *
 * @param perCall     longest that one call of it may take
 * @param timers      most timers that fire between two prices; the rest waits for the next price
 * @param logLines    last lines of its console that are kept
 * @param historyDays days before the run whose bars it is given
 * @param mostDays    the same for one that asks for more
 * @param consoleBytes largest file of a console
 */
public record Limits(Duration perCall, int timers, int logLines, int historyDays, int mostDays, long consoleBytes) {
    public static final Limits STANDARD = new Limits(Duration.ofSeconds(5), 10_000, 1_000, 10, 400, 64 << 20);
}
