package futures.kit;

import futures.kit.http.Problem;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does what a notice asks for, off the bus's thread: fetches what the notice names, and tries again with growing pauses
 * while the neighbour is away. One after another, on one thread; at most so many wait, the oldest give way.
 */
public final class Errands implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Errands.class);
    private static final long FIRST_PAUSE_MS = 250;
    private static final long LONGEST_PAUSE_MS = 30_000;

    private final int most;
    private final ScheduledThreadPoolExecutor thread;
    private final Map<String, ScheduledFuture<?>> waiting = new LinkedHashMap<>();
    private long dropped;
    private boolean busy;

    /**
     * @param name of the thread
     * @param most errands that wait at once
     */
    public Errands(String name, int most) {
        this.most = most;
        this.thread = new ScheduledThreadPoolExecutor(1, body -> {
            Thread made = new Thread(body, name);
            made.setDaemon(true);
            return made;
        });
        thread.setRemoveOnCancelPolicy(true);
    }

    /**
     * Does it soon. One that waits under the same key, be it for a neighbour that was away, is replaced; one that is being
     * done is done again.
     *
     * @param errand a {@link Problem} 503 that it throws is a neighbour that is away: it is tried again; any other failure
     *     ends it with a line in the log
     */
    public void run(String key, Runnable errand) {
        schedule(key, errand, 0, FIRST_PAUSE_MS);
    }

    private synchronized void schedule(String key, Runnable errand, long delayMs, long pauseMs) {
        if (thread.isShutdown()) {
            return;
        }
        cancel(key);
        if (waiting.size() >= most) {
            cancel(waiting.keySet().iterator().next());
            dropped++;
        }
        waiting.put(key, thread.schedule(() -> attempt(key, errand, pauseMs), delayMs, TimeUnit.MILLISECONDS));
    }

    private void cancel(String key) {
        ScheduledFuture<?> before = waiting.remove(key);
        if (before != null) {
            before.cancel(false);
        }
    }

    private void attempt(String key, Runnable errand, long pauseMs) {
        synchronized (this) {
            waiting.remove(key);
            busy = true;
        }
        try {
            errand.run();
        } catch (Problem e) {
            if (e.status() == 503) {
                LOG.atDebug()
                        .addKeyValue("errand", key)
                        .addKeyValue("pause_ms", pauseMs)
                        .log("neighbour away");
                again(key, errand, pauseMs);
            } else {
                LOG.atWarn().addKeyValue("errand", key).setCause(e).log("errand given up");
            }
        } catch (RuntimeException e) {
            LOG.atError().addKeyValue("errand", key).setCause(e).log("errand given up");
        } finally {
            synchronized (this) {
                busy = false;
            }
        }
    }

    private synchronized void again(String key, Runnable errand, long pauseMs) {
        // A newer errand of that key came meanwhile and has not been tried yet.
        if (!waiting.containsKey(key)) {
            schedule(key, errand, pauseMs, Math.min(LONGEST_PAUSE_MS, pauseMs * 2));
        }
    }

    /** Errands that wait for their turn or for a neighbour. */
    public synchronized int waiting() {
        return waiting.size();
    }

    /** Whether one is being done. */
    public synchronized boolean busy() {
        return busy;
    }

    /** Errands that gave way because too many waited. */
    public synchronized long dropped() {
        return dropped;
    }

    /** Leaves what waits undone. */
    @Override
    public void close() {
        thread.shutdownNow();
    }
}
