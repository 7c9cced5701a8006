package futures.backtest.run;

import futures.backtest.order.OrderNames;
import futures.backtest.store.BacktestStore;
import futures.backtest.store.StoredBacktest;
import futures.kit.bus.Bus;
import futures.kit.http.Problem;
import futures.kit.job.Job;
import futures.kit.job.JobRunner;
import futures.kit.job.JobState;
import futures.kit.job.JobStatus;
import futures.wire.Channels;
import futures.wire.backtest.BacktestOrder;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes orders, runs them one after the other on the pool, and tells the others how they go. */
public final class Backtests {
    private static final Logger LOG = LoggerFactory.getLogger(Backtests.class);
    private static final int MOST_ATTEMPTS = 2;

    private final BacktestStore store;
    private final JobRunner runner;
    private final BacktestWork work;
    private final Bus bus;
    private final Clock clock;
    private final BacktestIds ids;
    private volatile boolean closing;

    public Backtests(BacktestStore store, JobRunner runner, BacktestWork work, Bus bus, Clock clock) {
        this.store = store;
        this.runner = runner;
        this.work = work;
        this.bus = bus;
        this.clock = clock;
        this.ids = new BacktestIds(clock);
    }

    /**
     * Queues a backtest.
     *
     * @throws Problem when the order cannot be right, or too many wait
     */
    public Job submit(BacktestOrder order) {
        return submit(order, new CompletableFuture<>());
    }

    /**
     * Runs a backtest and waits for it.
     *
     * @throws Problem what went wrong, as the job would tell it
     */
    public Object runAndWait(BacktestOrder order) throws InterruptedException {
        CompletableFuture<Object> answer = new CompletableFuture<>();
        JobStatus ended = submit(order, answer).awaitEnd();
        if (ended.state() == JobState.DONE) {
            return answer.join();
        }
        if (answer.isCompletedExceptionally()) {
            Throwable cause = answer.handle((value, failure) -> failure).join();
            if (cause instanceof Problem problem) {
                throw problem;
            }
        }
        throw Problem.unprocessable(
                "The backtest " + ended.id() + " " + ended.state().text() + ": " + ended.message());
    }

    private Job submit(BacktestOrder given, CompletableFuture<Object> answer) {
        BacktestOrder order = work.complete(given);
        String id = ids.next();
        store.addQueued(id, order, clock.instant());
        try {
            return queue(id, order, answer);
        } catch (Problem tooMany) {
            store.remove(id);
            throw tooMany;
        }
    }

    private Job queue(String id, BacktestOrder order, CompletableFuture<Object> answer) {
        return runner.submit(id, "backtest", status -> follow(order, status), handle -> {
            store.begin(id);
            try {
                // Complete already, unless an earlier version queued it.
                Object result = work.run(id, work.complete(order), handle);
                handle.href("/api/backtests/" + id);
                answer.complete(result);
                return null;
            } catch (Exception e) {
                answer.completeExceptionally(e);
                throw e;
            }
        });
    }

    /** Keeps the store in step with the job, and publishes. */
    private void follow(BacktestOrder order, JobStatus status) {
        boolean stoppedByUs = closing && status.state() == JobState.CANCELLED;
        if (status.state().isFinal() && status.state() != JobState.DONE && !stoppedByUs) {
            store.end(status.id(), status.state(), status.message(), clock.instant());
        }
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("id", status.id());
        facts.put("state", status.state().text());
        facts.put("progress", status.progress());
        facts.put("strategy_name", OrderNames.strategies(order));
        facts.put("symbol", OrderNames.symbols(order));
        boolean ended = status.state().isFinal();
        bus.publish(
                ended ? Channels.BACKTEST_RESULTS : Channels.BACKTEST_PROGRESS,
                ended ? "backtest_ended" : "backtest_progress",
                "/api/backtests/" + status.id(),
                facts);
    }

    /** After a start: what was queued goes on; what was running is run again, unless it keeps taking the service down. */
    public void resume() {
        for (StoredBacktest left : store.unfinished()) {
            if (left.attempts() >= MOST_ATTEMPTS) {
                store.end(
                        left.id(),
                        JobState.FAILED,
                        "the service ended " + left.attempts() + " times while it ran; not tried again",
                        clock.instant());
                continue;
            }
            LOG.atInfo()
                    .addKeyValue("backtest", left.id())
                    .addKeyValue("was", left.state().text())
                    .log("resumed");
            try {
                Job ignored = queue(left.id(), left.order(), new CompletableFuture<>());
                LOG.atDebug().addKeyValue("backtest", ignored.id()).log("queued");
            } catch (Problem tooMany) {
                store.end(left.id(), JobState.FAILED, tooMany.getMessage(), clock.instant());
            }
        }
    }

    /** From now on a job that is stopped is one to be resumed, not one that was cancelled. */
    public void closing() {
        closing = true;
    }
}
