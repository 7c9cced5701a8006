package futures.kit.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import futures.kit.http.Problem;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class JobRunnerTest {
    private static final Duration HOUR = Duration.ofHours(1);
    private final JobRunner runner = new JobRunner("test", 1, 1, HOUR, Clock.systemUTC());
    private final CountDownLatch started = new CountDownLatch(1);
    private final CountDownLatch letGo = new CountDownLatch(1);

    @AfterEach
    void close() {
        letGo.countDown();
        runner.close();
    }

    private Object waitInside(JobHandle handle) throws InterruptedException {
        started.countDown();
        letGo.await();
        handle.progress(0.9, "nearly");
        return "found";
    }

    private static JobStatus end(Job job) {
        return assertTimeoutPreemptively(Duration.ofSeconds(60), job::awaitEnd);
    }

    @Test
    void watchersSeeEachStepAndTheEnd() throws Exception {
        List<String> seen = new CopyOnWriteArrayList<>();
        Job job = runner.submit(
                "a", "test", status -> seen.add(status.state().text() + " " + status.progress()), handle -> {
                    handle.progress(0.5, "half way");
                    handle.href("/api/things/a");
                    return 42;
                });
        JobStatus ended = end(job);
        assertEquals(JobState.DONE, ended.state());
        assertEquals(42, ended.result());
        assertEquals("/api/things/a", ended.href());
        assertEquals(List.of("running 0.0", "running 0.5", "done 1.0"), seen);
    }

    @Test
    void whoWaitsGetsTheResultOrWhatWasWrong() throws Exception {
        assertEquals(42, runner.submit("a", "test", handle -> 42).awaitResult(Integer.class));
        Job failing = runner.submit("b", "test", handle -> {
            throw Problem.badRequest("no bars in that range").field("start", "2030", "after the last bar");
        });
        Problem told = assertThrows(Problem.class, () -> failing.awaitResult(Integer.class));
        assertEquals("no bars in that range", told.getMessage());
        assertEquals(List.of(new Problem.FieldError("start", "2030", "after the last bar")), told.errors());
    }

    @Test
    void aFailureIsToldAndTheWorkerLivesOn() throws Exception {
        JobStatus failed = end(runner.submit("a", "test", handle -> {
            throw Problem.unprocessable("no bars in that range");
        }));
        assertEquals(JobState.FAILED, failed.state());
        assertEquals("no bars in that range", failed.message());
        assertEquals(
                JobState.DONE, end(runner.submit("b", "test", handle -> null)).state());
    }

    @Test
    void whatRunsAndWhatWaitsCanBeCancelled() throws Exception {
        Job running = runner.submit("a", "test", this::waitInside);
        assertTrue(started.await(20, TimeUnit.SECONDS));
        Job waiting = runner.submit("b", "test", handle -> null);
        assertTrue(runner.cancel("b"));
        assertEquals(JobState.CANCELLED, end(waiting).state());
        assertTrue(runner.cancel("a"));
        assertEquals(JobState.CANCELLED, end(running).state());
        assertFalse(runner.cancel("a"));
    }

    @Test
    void moreThanMayWaitAreRefused() throws Exception {
        runner.submit("a", "test", this::waitInside);
        assertTrue(started.await(20, TimeUnit.SECONDS));
        runner.submit("b", "test", handle -> null);
        Problem busy = assertThrows(Problem.class, () -> runner.submit("c", "test", handle -> null));
        assertEquals(429, busy.status());
        assertTrue(runner.find("c").isEmpty());
    }

    @Test
    void aJobThatRunsTooLongIsStopped() throws Exception {
        SteppingClock clock = new SteppingClock();
        try (JobRunner impatient = new JobRunner("test", 1, 1, Duration.ofMinutes(1), clock)) {
            JobStatus ended = end(impatient.submit("a", "test", handle -> {
                clock.now = clock.now.plusSeconds(61);
                handle.progress(0.1, "slow");
                return null;
            }));
            assertEquals(JobState.CANCELLED, ended.state());
            assertEquals("stopped after limits.job_minutes (1)", ended.message());
        }
    }

    private static final class SteppingClock extends Clock {
        private volatile Instant now = Instant.EPOCH;

        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
