package futures.javascript;

import com.caoccao.javet.enums.V8RuntimeTerminationMode;
import com.caoccao.javet.interop.V8Runtime;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Ends a call of a script that takes too long: looks every few milliseconds, so that a call itself costs next to nothing. V8 ends a
 * call at the next place where that can be interrupted; should it have none, all that is left is told to give up.
 */
final class Watch implements AutoCloseable {
    private static final long LOOK_MILLIS = 20;
    private static final long IDLE = Long.MAX_VALUE;
    /** For what cannot be interrupted and ends by itself: sorting a million values, collecting garbage. */
    private static final long GRACE = TimeUnit.SECONDS.toNanos(5);

    private final V8Runtime runtime;
    private final long most;
    private final Runnable giveUp;
    private final Thread thread;
    private volatile long begun = IDLE;
    private boolean ended;
    private volatile boolean closed;

    /** @param giveUp called on a thread of this, when a call goes on long after it was ended */
    Watch(V8Runtime runtime, Duration longest, Runnable giveUp) {
        this.runtime = runtime;
        this.giveUp = giveUp;
        this.most = longest.toNanos();
        this.thread = new Thread(this::look, "script-watch");
        thread.setDaemon(true);
        thread.start();
    }

    /** Gives the time by {@link System#nanoTime()}. */
    long begin() {
        long now = System.nanoTime();
        begun = now;
        return now;
    }

    void end() {
        begun = IDLE;
    }

    /** After a call that failed: from here on it ends nothing. Tells whether it has ended that call. */
    synchronized boolean endedIt() {
        begun = IDLE;
        boolean it = ended;
        ended = false;
        return it;
    }

    private void look() {
        while (!closed) {
            synchronized (this) {
                long since = begun;
                long took = since == IDLE ? 0 : System.nanoTime() - since;
                if (took > most) {
                    ended = true;
                    runtime.terminateExecution(V8RuntimeTerminationMode.Synchronous);
                }
                if (took > most + GRACE) {
                    giveUp.run();
                }
            }
            try {
                Thread.sleep(LOOK_MILLIS);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
    }
}
