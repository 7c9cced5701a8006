package futures.launcher.process;

import java.time.Duration;
import java.util.Optional;

/**
 * When a child that died is started again: after pauses that double, and not at all once it died too often in a row. A
 * child that stayed healthy for a while before it died starts a new row.
 */
public final class RestartPolicy {
    private final Duration firstPause;
    private final int attempts;
    private final Duration forgetAfter;
    private int deathsInARow;

    /**
     * @param firstPause  pause before the first restart; each further one is twice as long
     * @param attempts    restarts in a row before giving up
     * @param forgetAfter a child that was healthy this long has its earlier deaths forgotten
     */
    public RestartPolicy(Duration firstPause, int attempts, Duration forgetAfter) {
        this.firstPause = firstPause;
        this.attempts = attempts;
        this.forgetAfter = forgetAfter;
    }

    /** Half a second, five attempts (so 0.5, 1, 2, 4 and 8 seconds), forgotten after a healthy minute. */
    public static RestartPolicy standard() {
        return new RestartPolicy(Duration.ofMillis(500), 5, Duration.ofSeconds(60));
    }

    /** Same rules, no deaths yet. */
    RestartPolicy fresh() {
        return new RestartPolicy(firstPause, attempts, forgetAfter);
    }

    /**
     * Notes a death.
     *
     * @param healthyFor how long the child had been healthy when it died; zero when it never was
     * @return the pause before the next start, empty when it is time to give up
     */
    Optional<Duration> died(Duration healthyFor) {
        if (healthyFor.compareTo(forgetAfter) >= 0) {
            deathsInARow = 0;
        }
        deathsInARow++;
        return deathsInARow > attempts
                ? Optional.empty()
                : Optional.of(firstPause.multipliedBy(1L << Math.min(deathsInARow - 1, 20)));
    }

    int deathsInARow() {
        return deathsInARow;
    }
}
