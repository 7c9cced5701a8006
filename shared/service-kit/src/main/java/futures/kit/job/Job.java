package futures.kit.job;

import futures.kit.http.Problem;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;

/** One piece of long work and where it stands. */
public final class Job implements JobHandle {
    private static final double SMALLEST_STEP = 0.01;
    /** Between two events: never less, so that a fast job does not flood its watchers, and not more while it goes on. */
    private static final Duration LEAST_PAUSE = Duration.ofMillis(100);

    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

    private final String id;
    private final String kind;
    private final Clock clock;
    private final Duration longest;
    private final List<Consumer<JobStatus>> watchers = new CopyOnWriteArrayList<>();
    private final CompletableFuture<JobStatus> finished = new CompletableFuture<>();
    private final Instant created;
    private JobState state = JobState.QUEUED;
    private double progress;
    private double toldProgress = -1;
    private Instant told;
    private Double secondsLeft;
    private Object details;
    private String message = "waiting for a free worker";
    private Instant started;
    private Instant ended;
    private String href;
    private Object result;
    private Thread worker;
    private volatile String stopReason;

    Job(String id, String kind, Clock clock, Duration longest) {
        this.id = id;
        this.kind = kind;
        this.clock = clock;
        this.longest = longest;
        this.created = clock.instant();
    }

    @Override
    public String id() {
        return id;
    }

    public synchronized JobStatus status() {
        Double left = state == JobState.RUNNING ? secondsLeft : null;
        if (left == null && state == JobState.RUNNING && progress > SMALLEST_STEP) {
            double spent = Duration.between(started, clock.instant()).toMillis() / 1000.0;
            left = Math.round(spent * (1 - progress) / progress * 10) / 10.0;
        }
        return new JobStatus(id, kind, state, progress, message, created, started, ended, left, details, href, result);
    }

    /** Waits for the end; also of a job that fails or is cancelled. */
    public JobStatus awaitEnd() throws InterruptedException {
        try {
            return finished.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("only a status ends a job", e);
        }
    }

    /**
     * Waits for what came of it.
     *
     * @throws Problem 422 when nothing did, with the reason, and the fields that were wrong
     */
    public <T> T awaitResult(Class<T> type) throws InterruptedException {
        JobStatus end = awaitEnd();
        if (end.state() == JobState.DONE) {
            return type.cast(end.result());
        }
        Problem problem = Problem.unprocessable(end.message());
        if (end.result() instanceof List<?> errors) {
            errors.stream()
                    .filter(Problem.FieldError.class::isInstance)
                    .map(Problem.FieldError.class::cast)
                    .forEach(error -> problem.field(error.field(), error.value(), error.message()));
        }
        throw problem;
    }

    /** Hears every change from now on, until {@link #unwatch}. */
    public void watch(Consumer<JobStatus> watcher) {
        watchers.add(watcher);
    }

    public void unwatch(Consumer<JobStatus> watcher) {
        watchers.remove(watcher);
    }

    @Override
    public void progress(double fraction, String text) {
        progress(fraction, text, null, null);
    }

    @Override
    public void progress(double fraction, String text, Double left, Object more) {
        Instant now = clock.instant();
        synchronized (this) {
            progress = Math.max(0, Math.min(1, fraction));
            message = text;
            secondsLeft = left;
            details = more;
            if (started != null && Duration.between(started, now).compareTo(longest) > 0) {
                stopReason = "stopped after limits.job_minutes (" + longest.toMinutes() + ")";
            }
        }
        if (cancelled()) {
            throw new JobCancelled(stopReason);
        }
        if (isDue(fraction, now)) {
            toldProgress = fraction;
            told = now;
            tell();
        }
    }

    private boolean isDue(double fraction, Instant now) {
        if (told == null) {
            return true;
        }
        Duration pause = Duration.between(told, now);
        boolean step = fraction - toldProgress >= SMALLEST_STEP || fraction < toldProgress;
        return pause.compareTo(LONGEST_PAUSE) >= 0 || (step && pause.compareTo(LEAST_PAUSE) >= 0);
    }

    @Override
    public boolean cancelled() {
        return stopReason != null;
    }

    @Override
    public synchronized void href(String where) {
        href = where;
    }

    /** Asks it to stop; false when it had already ended. */
    boolean cancel(String reason) {
        synchronized (this) {
            if (state.isFinal()) {
                return false;
            }
            stopReason = reason;
            if (worker != null) {
                worker.interrupt();
            }
        }
        if (status().state() == JobState.QUEUED) {
            end(JobState.CANCELLED, reason, null);
        }
        return true;
    }

    /** False when it was cancelled while it waited. */
    boolean begin() {
        synchronized (this) {
            if (state != JobState.QUEUED || stopReason != null) {
                return false;
            }
            state = JobState.RUNNING;
            started = clock.instant();
            message = "running";
            worker = Thread.currentThread();
        }
        tell();
        return true;
    }

    void end(JobState finalState, String text, Object found) {
        synchronized (this) {
            if (state.isFinal()) {
                return;
            }
            worker = null;
            state = finalState;
            ended = clock.instant();
            message = text;
            result = found;
            if (finalState == JobState.DONE) {
                progress = 1;
            }
        }
        tell();
        finished.complete(status());
    }

    String stopReason() {
        return stopReason;
    }

    private void tell() {
        JobStatus now = status();
        watchers.forEach(watcher -> watcher.accept(now));
    }
}
