package futures.javascript;

import com.caoccao.javet.enums.V8RuntimeTerminationMode;
import com.caoccao.javet.interop.V8Runtime;
import java.time.Duration;

/** Ends a call of a script that takes too long: looks every few milliseconds, so that a call itself costs next to nothing. */
final class Watch implements AutoCloseable {
    private static final long LOOK_MILLIS = 20;
    private static final long IDLE = Long.MAX_VALUE;

    private final V8Runtime runtime;
    private final long most;
    private final Thread thread;
    private volatile long begun = IDLE;
    private boolean ended;
    private volatile boolean closed;

    Watch(V8Runtime runtime, Duration longest) {
        this.runtime = runtime;
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
                if (since != IDLE && System.nanoTime() - since > most) {
                    ended = true;
                    runtime.terminateExecution(V8RuntimeTerminationMode.Synchronous);
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
