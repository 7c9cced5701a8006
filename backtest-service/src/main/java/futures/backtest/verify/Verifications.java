package futures.backtest.verify;

import futures.backtest.store.BacktestStore;
import futures.backtest.store.StoredBacktest;
import futures.kit.config.Settings;
import futures.kit.http.Problem;
import futures.kit.job.Job;
import futures.kit.job.JobHandle;
import futures.kit.job.JobRunner;
import futures.kit.job.JobState;
import futures.kit.job.JobStatus;
import futures.wire.backtest.Verification;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;

/** Verifies stored backtests, as jobs on the pool that runs them. */
public final class Verifications {
    private final BacktestStore store;
    private final JobRunner runner;
    private final Settings settings;
    private final Clock clock;
    private final AtomicInteger count = new AtomicInteger();

    public Verifications(BacktestStore store, JobRunner runner, Settings settings, Clock clock) {
        this.store = store;
        this.runner = runner;
        this.settings = settings;
        this.clock = clock;
    }

    /** @throws Problem 409 when the backtest has no result, 429 when too many jobs wait */
    public Job submit(StoredBacktest found) {
        if (found.summary() == null) {
            throw Problem.conflict("There is no result to verify: the backtest is "
                    + found.state().text() + ".");
        }
        return runner.submit(
                found.id() + "-verify-" + count.incrementAndGet(), "verification", handle -> verify(found, handle));
    }

    /** @throws Problem what kept it from a verdict */
    public Verification verifyAndWait(StoredBacktest found) throws InterruptedException {
        try {
            JobStatus ended = submit(found).finished().get();
            if (ended.state() == JobState.DONE) {
                return (Verification) ended.result();
            }
            throw Problem.unprocessable(
                    "The verification " + ended.id() + " " + ended.state().text() + ": " + ended.message());
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private Verification verify(StoredBacktest found, JobHandle handle) throws InterruptedException {
        Task task = new Task(found.order(), settings.home().toString(), settings.all());
        try (FreshProcess fresh = FreshProcess.start(task, settings.integer("limits.verify_mb"))) {
            Said again = fresh.await(handle, Duration.ofSeconds(settings.integer("limits.verify_seconds")));
            Verification verification = Comparison.of(found.summary(), again, clock.instant());
            store.verified(found.id(), verification);
            handle.href("/api/backtests/" + found.id());
            return verification;
        }
    }
}
