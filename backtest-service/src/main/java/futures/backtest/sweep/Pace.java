package futures.backtest.sweep;

import futures.kit.job.JobHandle;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** How many combinations have ended, and how fast they come: a job's progress, whatever those who run them say of theirs. */
public final class Pace implements JobHandle {
    private static final Duration PAUSE = Duration.ofMillis(20);

    private final JobHandle job;
    private final long total;
    private final Clock clock;
    private final Instant begun;
    /** Ended before this began. */
    private final long before;

    private long done;
    private long failed;
    private long stopped;
    private Instant told;

    public Pace(JobHandle job, long total, Clock clock) {
        this(job, total, 0, 0, 0, clock);
    }

    /**
     * @param done    with a result already, of a job that goes on
     * @param stopped given up already
     */
    public Pace(JobHandle job, long total, long done, long failed, long stopped, Clock clock) {
        this.job = job;
        this.total = total;
        this.clock = clock;
        this.begun = clock.instant();
        this.before = done + failed + stopped;
        this.done = done;
        this.failed = failed;
        this.stopped = stopped;
    }

    /** @param state of its row */
    public synchronized void ended(String state) {
        if (state.equals("done")) {
            done++;
        } else if (state.equals("stopped")) {
            stopped++;
        } else {
            failed++;
        }
    }

    public synchronized long failed() {
        return failed;
    }

    /** Tells how far it is, if it has not just done so: there may be ten thousand a second. Throws when it should stop. */
    public void tell() {
        Instant now = clock.instant();
        long ended;
        Map<String, Object> details;
        synchronized (this) {
            ended = done + failed + stopped;
            boolean justTold = told != null && Duration.between(told, now).compareTo(PAUSE) < 0;
            if (justTold && ended < total && !job.cancelled()) {
                return;
            }
            told = now;
            details = new LinkedHashMap<>();
            details.put("combinations", total);
            details.put("done", done);
            details.put("failed", failed);
            details.put("stopped", stopped);
        }
        double seconds = Duration.between(begun, now).toMillis() / 1000.0;
        double rate = seconds > 0 ? (ended - before) / seconds : 0;
        details.put("per_second", Math.round(rate * 100) / 100.0);
        Double left = rate == 0 ? null : Math.round((total - ended) / rate * 10) / 10.0;
        job.progress(
                (double) ended / total,
                "%,d of %,d combinations, %.1f a second".formatted(ended, total, rate),
                left,
                details);
    }

    @Override
    public String id() {
        return job.id();
    }

    @Override
    public void progress(double fraction, String message) {
        tell();
    }

    @Override
    public void progress(double fraction, String message, Double secondsLeft, Object details) {
        tell();
    }

    @Override
    public boolean cancelled() {
        return job.cancelled();
    }

    @Override
    public void href(String href) {
        job.href(href);
    }
}
