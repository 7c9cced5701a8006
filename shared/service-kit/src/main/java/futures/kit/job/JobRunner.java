package futures.kit.job;

import futures.kit.http.Problem;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs jobs on a bounded pool and remembers the newest thousand. */
public final class JobRunner implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(JobRunner.class);
    private static final int REMEMBERED = 1_000;

    private final Clock clock;
    private final Duration longest;
    private final ThreadPoolExecutor pool;
    private final Map<String, Job> jobs = new LinkedHashMap<>();

    /**
     * @param threads jobs that run at once
     * @param queued  jobs that may wait; more are refused with 429
     * @param longest a job that runs longer is stopped at its next progress
     */
    public JobRunner(String name, int threads, int queued, Duration longest, Clock clock) {
        this.clock = clock;
        this.longest = longest;
        this.pool = new ThreadPoolExecutor(
                threads, threads, 30, TimeUnit.SECONDS, new ArrayBlockingQueue<>(queued), runnable -> {
                    Thread thread = new Thread(runnable, name + "-job");
                    thread.setDaemon(true);
                    return thread;
                });
        pool.allowCoreThreadTimeOut(true);
    }

    /**
     * Queues work.
     *
     * @param id chosen by the caller so that a stored job keeps its name; of no job that has not ended
     * @throws Problem 429 when too many wait
     */
    public Job submit(String id, String kind, JobWork work) {
        Job job = new Job(id, kind, clock, longest);
        return submit(job, work);
    }

    /** As the other, with a watcher that misses nothing. */
    public Job submit(String id, String kind, java.util.function.Consumer<JobStatus> watcher, JobWork work) {
        Job job = new Job(id, kind, clock, longest);
        job.watch(watcher);
        return submit(job, work);
    }

    private Job submit(Job job, JobWork work) {
        remember(job);
        try {
            pool.execute(() -> run(job, work));
        } catch (RejectedExecutionException e) {
            synchronized (jobs) {
                jobs.remove(job.id());
            }
            throw Problem.busy("Too many jobs are waiting (limits.queued_jobs); try again when some are done.");
        }
        return job;
    }

    private static void run(Job job, JobWork work) {
        if (!job.begin()) {
            return;
        }
        try {
            Object result = work.run(job);
            job.end(JobState.DONE, "done", result);
        } catch (Exception | StackOverflowError | OutOfMemoryError e) {
            // Whatever a job that was told to stop fell over, it was stopped.
            if (job.cancelled()) {
                job.end(JobState.CANCELLED, job.stopReason(), null);
            } else {
                fail(job, e);
            }
        } finally {
            // The next job on this thread must not find an interrupt that was meant for this one.
            Thread.interrupted();
        }
    }

    private static void fail(Job job, Throwable e) {
        if (e instanceof Problem problem) {
            job.end(JobState.FAILED, problem.getMessage(), problem.errors().isEmpty() ? null : problem.errors());
            return;
        }
        LOG.atError().addKeyValue("job", job.id()).setCause(e).log("a job failed");
        job.end(JobState.FAILED, e.getMessage() == null ? e.toString() : e.getMessage(), null);
    }

    private void remember(Job job) {
        synchronized (jobs) {
            Job before = jobs.get(job.id());
            if (before != null && !before.status().state().isFinal()) {
                throw new IllegalArgumentException("a job " + job.id() + " is already there");
            }
            jobs.remove(job.id());
            jobs.put(job.id(), job);
            if (jobs.size() > REMEMBERED) {
                jobs.values().stream()
                        .filter(old -> old.status().state().isFinal())
                        .findFirst()
                        .ifPresent(old -> jobs.remove(old.id()));
            }
        }
    }

    public Optional<Job> find(String id) {
        synchronized (jobs) {
            return Optional.ofNullable(jobs.get(id));
        }
    }

    /** Oldest first. */
    public List<Job> all() {
        synchronized (jobs) {
            return new ArrayList<>(jobs.values());
        }
    }

    /** False when there is none of that name or it has ended. */
    public boolean cancel(String id) {
        return find(id).map(job -> job.cancel("cancelled on request")).orElse(false);
    }

    public int waiting() {
        return pool.getQueue().size();
    }

    public int running() {
        return pool.getActiveCount();
    }

    /** Cancels what runs and waits up to five seconds for it to notice. */
    @Override
    public void close() {
        pool.shutdown();
        all().forEach(job -> job.cancel("the service stopped"));
        try {
            if (!pool.awaitTermination(5, TimeUnit.SECONDS)) {
                LOG.warn("a job did not stop in time");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
