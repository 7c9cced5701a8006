package futures.kit.job;

import java.time.Instant;

/**
 * Where a job stands.
 *
 * @param progress     0 to 1
 * @param message      what it is doing, or why it failed
 * @param secondsLeft  estimate from the progress so far; null when there is none
 * @param details      what this kind of job tells of itself while it runs, e.g. rows; null when it tells nothing more
 * @param href         where its result can be read; null until there is one
 * @param result       what it found; null until it is done
 */
public record JobStatus(
        String id,
        String kind,
        JobState state,
        double progress,
        String message,
        Instant created,
        Instant started,
        Instant ended,
        Double secondsLeft,
        Object details,
        String href,
        Object result) {}
