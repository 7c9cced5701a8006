package futures.backtest.strategy;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Runs what may run code of a strategy, a static initialiser or a constructor, on a thread of its own, and does not wait for
 * ever. A thread that loops cannot be stopped from outside; it goes on, at the lowest priority, until the service ends.
 */
final class BoundedLoad {
    /** Of the processor: on a busy machine the compiler's first use alone may take as long by the clock. */
    private static final Duration MOST_WORK = Duration.ofSeconds(5);

    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final long LOOK_MILLIS = 50;

    private BoundedLoad() {}

    /** @throws BrokenStrategy what the work throws, whatever it is, or that it took too long */
    static <T> T run(String file, Callable<T> work) throws BrokenStrategy {
        FutureTask<T> task = new FutureTask<>(work);
        Thread thread = new Thread(task, "load-" + file);
        thread.setDaemon(true);
        thread.start();
        long begin = System.nanoTime();
        try {
            while (true) {
                try {
                    return task.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
                } catch (TimeoutException e) {
                    long worked = ManagementFactory.getThreadMXBean().getThreadCpuTime(thread.getId());
                    if (worked > MOST_WORK.toNanos()) {
                        throw abandoned(file, thread, MOST_WORK);
                    }
                    if (System.nanoTime() - begin > LONGEST.toNanos()) {
                        throw abandoned(file, thread, LONGEST);
                    }
                }
            }
        } catch (ExecutionException e) {
            if (e.getCause() instanceof BrokenStrategy broken) {
                throw broken;
            }
            throw new BrokenStrategy(file, "it cannot be loaded: " + e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BrokenStrategy(file, "the service ends");
        }
    }

    @SuppressWarnings("ThreadPriorityCheck") // it only keeps a thread that loops out of the way
    private static BrokenStrategy abandoned(String file, Thread thread, Duration after) {
        thread.interrupt();
        thread.setPriority(Thread.MIN_PRIORITY);
        return new BrokenStrategy(
                file,
                "it was not loaded within " + after.toSeconds()
                        + " s: a static initialiser or the constructor runs on; restart the service to be rid of it");
    }
}
