package futures.engine;

import java.time.Instant;

/** The strategy threw; the cause is what it threw. */
public final class StrategyFailed extends RuntimeException {
    private static final long serialVersionUID = 1;

    StrategyFailed(String strategy, String moment, Throwable cause) {
        super("strategy " + strategy + " failed " + moment + ": " + cause, cause);
    }

    static String atBar(int bar, long openTime) {
        return "at bar " + bar + " that opened at " + Instant.ofEpochMilli(openTime);
    }
}
