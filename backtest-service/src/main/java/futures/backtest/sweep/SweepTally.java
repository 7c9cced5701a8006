package futures.backtest.sweep;

import futures.kit.job.JobHandle;
import futures.wire.backtest.SweepRow;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The rows of a sweep so far, and how fast they come: its progress, whatever those who run it say of theirs. */
final class SweepTally implements JobHandle {
    private final JobHandle job;
    private final int total;
    private final Clock clock;
    private final Instant begun;
    private final List<SweepRow> rows = new ArrayList<>();
    private int failed;

    SweepTally(JobHandle job, int total, Clock clock) {
        this.job = job;
        this.total = total;
        this.clock = clock;
        this.begun = clock.instant();
    }

    synchronized void add(SweepRow row) {
        rows.add(row);
        if (!row.state().equals("done")) {
            failed++;
        }
    }

    /** By number. */
    synchronized List<SweepRow> rows() {
        return rows.stream().sorted(Comparator.comparingInt(SweepRow::number)).toList();
    }

    synchronized int failed() {
        return failed;
    }

    /** Tells how far it is; throws when it should stop. */
    void tell() {
        int ended;
        Map<String, Object> details = new LinkedHashMap<>();
        synchronized (this) {
            ended = rows.size();
            details.put("combinations", total);
            details.put("done", ended - failed);
            details.put("failed", failed);
        }
        double seconds = Duration.between(begun, clock.instant()).toMillis() / 1000.0;
        double rate = seconds > 0 ? ended / seconds : 0;
        details.put("per_second", Math.round(rate * 100) / 100.0);
        Double left = ended == 0 || rate == 0 ? null : Math.round((total - ended) / rate * 10) / 10.0;
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
