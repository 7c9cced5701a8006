package futures.backtest.worker;

import futures.backtest.process.FreshProcess;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * One process that has made itself ready for the next run of a script, which begins sooner for it. It is made when a run has
 * ended, for who ran one script runs another, and when a script was found good; it ends by itself when no run comes.
 */
final class SpareProcess implements AutoCloseable {
    /** How long a process waits for its task before it ends. */
    static final Duration PATIENCE = Duration.ofMinutes(10);
    /** So long before that it is no longer given out, since it might end on the way. */
    private static final Duration MARGIN = Duration.ofMinutes(1);

    private final Supplier<FreshProcess> making;
    private FreshProcess waiting;
    private long madeNanos;
    private boolean closed;

    SpareProcess(Supplier<FreshProcess> making) {
        this.making = making;
    }

    /** The one that waits, or a new one. */
    FreshProcess take() {
        synchronized (this) {
            FreshProcess given = waiting;
            waiting = null;
            boolean fresh =
                    System.nanoTime() - madeNanos < PATIENCE.minus(MARGIN).toNanos();
            if (given != null && given.alive() && fresh) {
                return given;
            }
            if (given != null) {
                given.close();
            }
        }
        return making.get();
    }

    synchronized void refill() {
        if (!closed && (waiting == null || !waiting.alive())) {
            waiting = making.get();
            madeNanos = System.nanoTime();
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (waiting != null) {
            waiting.close();
            waiting = null;
        }
    }
}
