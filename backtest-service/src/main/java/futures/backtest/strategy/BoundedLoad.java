package futures.backtest.strategy;

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
    static final Duration LONGEST = Duration.ofSeconds(5);

    private BoundedLoad() {}

    /** @throws BrokenStrategy what the work throws, whatever it is, or that it took too long */
    @SuppressWarnings("ThreadPriorityCheck") // it only keeps a thread that loops out of the way
    static <T> T run(String file, Callable<T> work) throws BrokenStrategy {
        FutureTask<T> task = new FutureTask<>(work);
        Thread thread = new Thread(task, "load-" + file);
        thread.setDaemon(true);
        thread.start();
        try {
            return task.get(LONGEST.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            thread.interrupt();
            thread.setPriority(Thread.MIN_PRIORITY);
            throw new BrokenStrategy(
                    file,
                    "it was not loaded within " + LONGEST.toSeconds()
                            + " s: a static initialiser or the constructor runs on; restart the service to be rid of it");
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
}
