package futures.launcher.process;

import futures.launcher.process.ChildStatus.State;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * One child and the thread that watches it: starts it, asks for its health often until it is healthy and every second
 * afterwards, and starts it again when it dies.
 *
 * <p>The child's standard input is a pipe that nothing is written to. It ends when the launcher does, however that
 * happens, and our services end with it.
 */
final class SupervisedChild {
    private static final long STARTING_POLL_MS = 40;
    private static final long POLL_MS = 1000;
    private static final long SIGNAL_GRACE_MS = 150;

    private final ChildSpec spec;
    private final RestartPolicy policy;
    private final ProcessEvents events;
    private final Consumer<ProcessHandle> started;
    private final LastLines lastLines = new LastLines(12);
    private final Thread thread;

    private volatile boolean stopping;
    private volatile Process process;
    private volatile ChildStatus status;
    private long healthySince;

    /** @param started told of every process that was started, before anything else happens to it */
    SupervisedChild(ChildSpec spec, RestartPolicy policy, ProcessEvents events, Consumer<ProcessHandle> started) {
        this.spec = spec;
        this.policy = policy;
        this.events = events;
        this.started = started;
        this.status = new ChildStatus(spec.name(), spec.address(), spec.port(), State.STARTING, 0, null, 0, "", "");
        this.thread = new Thread(this::run, "watch-" + spec.name());
        this.thread.setDaemon(true);
    }

    /** Starts the process now, in the caller's thread, and watches it from then on. */
    void start() {
        launch();
        thread.start();
    }

    ChildStatus status() {
        return status;
    }

    private void run() {
        try {
            while (!stopping) {
                watch();
                if (!stopping && !startAgain()) {
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // stop() ends a pause this way
        }
    }

    private synchronized void launch() {
        if (stopping) {
            return;
        }
        lastLines.clear();
        healthySince = 0;
        ProcessBuilder builder = new ProcessBuilder(spec.command().get())
                .directory(spec.directory().toFile());
        builder.environment().putAll(spec.environment());
        try {
            process = builder.start();
        } catch (IOException e) {
            process = null;
            lastLines.add(String.valueOf(e.getMessage()));
            return;
        }
        started.accept(process.toHandle());
        pump(process.getInputStream(), false);
        pump(process.getErrorStream(), true);
        move(State.STARTING, "", "");
    }

    private void watch() throws InterruptedException {
        Process watched = process;
        while (watched != null && !stopping) {
            long pause = status.state() == State.STARTING ? STARTING_POLL_MS : POLL_MS;
            if (watched.waitFor(pause, TimeUnit.MILLISECONDS)) {
                return;
            }
            note(spec.probe().ask());
        }
    }

    private void note(Health health) {
        if (stopping || process == null || !process.isAlive()) {
            return;
        }
        switch (health.level()) {
            case HEALTHY, DEGRADED -> {
                if (healthySince == 0) {
                    healthySince = System.nanoTime();
                }
                boolean degraded = health.level() == Health.Level.DEGRADED;
                move(degraded ? State.DEGRADED : State.HEALTHY, degraded ? "misses a neighbour" : "", health.body());
            }
            case UNHEALTHY -> move(State.UNHEALTHY, "says it cannot work", health.body());
            case UNREACHABLE -> {
                if (status.state() != State.STARTING) {
                    move(State.UNHEALTHY, "runs but does not answer", "");
                }
            }
        }
    }

    /** After a death: false when it is given up. */
    private boolean startAgain() throws InterruptedException {
        String reason = process == null ? "could not be started" : ExitReason.of(process.waitFor());
        Duration healthyFor = healthySince == 0 ? Duration.ZERO : Duration.ofNanos(System.nanoTime() - healthySince);
        Optional<Duration> pause = policy.died(healthyFor);
        // A signal for the whole group, as Ctrl-C sends it, may reach a child before us: then it did not die, it
        // stopped.
        TimeUnit.MILLISECONDS.sleep(SIGNAL_GRACE_MS);
        if (stopping) {
            return false;
        }
        if (pause.isEmpty()) {
            String givenUp = reason + "; given up after " + policy.deathsInARow() + " deaths in a row";
            events.died(spec.name(), reason, lastLines.all(), "given up after " + policy.deathsInARow() + " in a row");
            move(State.FAILED, givenUp, "");
            return false;
        }
        events.died(spec.name(), reason, lastLines.all(), "starting it again in " + seconds(pause.get()));
        move(State.RESTARTING, reason, "");
        TimeUnit.MILLISECONDS.sleep(pause.get().toMillis());
        status = withRestarts(status.restarts() + 1);
        launch();
        return true;
    }

    private static String seconds(Duration pause) {
        return pause.toMillis() / 1000.0 + " s";
    }

    private ChildStatus withRestarts(int restarts) {
        ChildStatus s = status;
        return new ChildStatus(
                s.name(), s.address(), s.port(), s.state(), 0, null, restarts, s.reason(), s.healthBody());
    }

    private void move(State state, String reason, String healthBody) {
        ChildStatus before = status;
        Process running = process;
        boolean alive = running != null && state != State.RESTARTING && state != State.FAILED && state != State.STOPPED;
        Instant startedAt = alive ? running.info().startInstant().orElse(null) : null;
        status = new ChildStatus(
                spec.name(),
                spec.address(),
                spec.port(),
                state,
                alive ? running.pid() : 0,
                startedAt,
                before.restarts(),
                reason,
                healthBody);
        events.changed(before, status);
    }

    private void pump(InputStream stream, boolean error) {
        Thread pump = new Thread(
                () -> {
                    try (BufferedReader reader =
                            new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
                        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                            lastLines.add(line);
                            events.line(spec.name(), line, error);
                        }
                    } catch (IOException | UncheckedIOException e) {
                        lastLines.add("(output ended: " + e.getMessage() + ")"); // the process is gone
                    }
                },
                "output-" + spec.name());
        pump.setDaemon(true);
        pump.start();
    }

    /** From now on a death is an end. */
    void startNoMore() {
        synchronized (this) {
            stopping = true;
        }
        thread.interrupt();
    }

    /** Asks the child to end; it finishes the requests it has. */
    void askToStop() {
        startNoMore();
        Process running = process;
        if (running != null) {
            // Not Process.destroy(): that closes the pipe as well, and with it what the child still wants to say.
            running.toHandle().destroy();
        }
    }

    /** Waits for the child to end, and ends it the hard way when it has not by then. */
    void awaitStop(long deadlineNanos) {
        Process running = process;
        if (running != null) {
            try {
                if (!running.waitFor(Math.max(1, deadlineNanos - System.nanoTime()), TimeUnit.NANOSECONDS)) {
                    running.destroyForcibly();
                    running.waitFor(5, TimeUnit.SECONDS);
                }
            } catch (InterruptedException e) {
                running.destroyForcibly();
                Thread.currentThread().interrupt();
            }
        }
        move(State.STOPPED, "", "");
    }
}
