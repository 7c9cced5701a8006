package futures.launcher;

import futures.kit.text.Version;
import futures.launcher.home.DefaultFiles;
import futures.launcher.home.HomeLock;
import futures.launcher.process.ChildStatus;
import futures.launcher.process.ChildStatus.State;
import futures.launcher.process.ProcessBook;
import futures.launcher.process.RestartPolicy;
import futures.launcher.process.Supervisor;
import futures.launcher.terminal.Terminal;
import futures.launcher.terminal.Terminal.Tone;
import futures.launcher.web.Dashboard;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Everything that one launcher runs, from its start to its stop. The order of the start is chosen for speed: the
 * services are on their way before anything else that costs processor time, the log and the dashboard among it.
 */
final class RunningSystem implements AutoCloseable {
    private static final Duration DASHBOARD_WAITS = Duration.ofSeconds(6);

    private static final Duration DASHBOARD_CLOSES = Duration.ofSeconds(3);

    private final Launch launch;
    private final Terminal terminal;
    private final Progress progress;
    private final LauncherLog log;
    private final HomeLock lock;
    private final ProcessBook book;
    private final Supervisor supervisor;
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread hook = new Thread(this::close, "stop");
    private Dashboard dashboard;
    private boolean closed;

    private RunningSystem(Launch launch, Terminal terminal, boolean quiet, HomeLock lock) {
        this.launch = launch;
        this.terminal = terminal;
        this.lock = lock;
        this.log = new LauncherLog();
        this.progress = new Progress(terminal, log, quiet);
        this.book = ProcessBook.create(launch.installation().bookFile());
        this.supervisor = new Supervisor(book, progress, RestartPolicy.standard());
    }

    /**
     * Starts everything and returns while it still comes up.
     *
     * @throws LaunchException when a port is taken or another launcher runs here
     */
    static RunningSystem start(StartOptions options, List<ServiceMain> known, Terminal terminal, boolean quiet) {
        List<String> unpacked = DefaultFiles.unpack(options.home());
        Launch launch = Launch.of(options, known);
        HomeLock lock = HomeLock.take(launch.installation().lockFile()).orElseThrow(launch::alreadyRunning);
        try {
            int left = launch.installation().book().endLeftovers();
            launch.checkPorts();
            RunningSystem system = new RunningSystem(launch, terminal, quiet, lock);
            system.greet(unpacked, left);
            system.begin();
            return system;
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private void greet(List<String> unpacked, int left) {
        terminal.say(Tone.BOLD, "Personal Futures Backtester " + Version.product());
        terminal.say(Tone.DIM, "home " + launch.settings().home() + ", Java " + System.getProperty("java.version"));
        if (!unpacked.isEmpty()) {
            terminal.say("Wrote the default files of " + String.join(" and ", unpacked) + ".");
        }
        if (left > 0) {
            terminal.say(Tone.WARN, "Ended " + left + " processes that an earlier launcher left behind.");
        }
        if (launch.archive().wanted()) {
            terminal.say(Tone.DIM, "First start with this version of Java: later ones are faster.");
        }
    }

    private void begin() {
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            Files.createDirectories(launch.installation().logs());
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "cannot create " + launch.installation().logs(), e);
        }
        book.note(
                ProcessBook.LAUNCHER,
                ProcessHandle.current(),
                launch.address("dashboard").toString());
        if (launch.ownRedis()) {
            supervisor.start(List.of(launch.redis()));
        }
        supervisor.start(launch.children());
    }

    /**
     * Waits until every child serves or has been given up.
     *
     * @return whether all serve
     */
    boolean awaitReady(Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        try {
            while (System.nanoTime() < deadline && !settled() && !ended.await(20, TimeUnit.MILLISECONDS)) {
                // Looks again.
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return supervisor.status().stream().allMatch(status -> status.state().serves());
    }

    private boolean settled() {
        return supervisor.status().stream()
                .map(ChildStatus::state)
                .allMatch(state -> state.serves() || state == State.FAILED);
    }

    /** Opens the log and the dashboard; a dashboard that cannot start is told and does not stop the services. */
    void openDashboard() {
        log.open(launch.settings());
        try {
            Dashboard opened = Dashboard.start(launch.settings(), supervisor::status);
            progress.listen(opened::changed);
            synchronized (this) {
                dashboard = opened;
                if (closed) {
                    opened.close();
                }
            }
        } catch (Exception e) {
            log.warn("the dashboard cannot start: " + e);
            terminal.say(Tone.BAD, " " + terminal.mark(Tone.BAD) + " the dashboard cannot start: " + e.getMessage());
        }
    }

    /** Makes the class archive if there is none yet, in the background. */
    Thread prepareFasterStarts() {
        Thread trainer = new Thread(
                () -> {
                    if (launch.archive().wanted() && launch.archive().train()) {
                        log.info("made the class archive; the next start is faster");
                    }
                },
                "train");
        trainer.setDaemon(true);
        trainer.start();
        return trainer;
    }

    /** Makes the class archive if there is none yet, and waits for it, but not for ever. */
    void finishArchive(Duration patience) {
        if (!launch.archive().wanted()) {
            return;
        }
        terminal.say(Tone.DIM, "Preparing faster starts …");
        try {
            prepareFasterStarts().join(patience.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Watches until the launcher is stopped, or until nothing is left to watch.
     *
     * @return false when every service was given up
     */
    boolean stay() {
        boolean soon = awaitReady(DASHBOARD_WAITS);
        String ready = progress.elapsed();
        openDashboard();
        boolean all = soon || awaitReady(Duration.ofMinutes(2));
        if (all) {
            terminal.say(
                    Tone.BOLD,
                    "Ready in " + (soon ? ready : progress.elapsed()) + ". Dashboard: " + launch.address("dashboard")
                            + "  (Ctrl-C stops everything)");
            synchronized (this) {
                if (dashboard != null) {
                    dashboard.askFirst();
                }
            }
            prepareFasterStarts();
        }
        try {
            while (!ended.await(500, TimeUnit.MILLISECONDS)) {
                if (supervisor.status().stream().allMatch(status -> status.state() == State.FAILED)) {
                    terminal.say(
                            Tone.BAD,
                            "Every service was given up; see "
                                    + launch.installation().logs() + ".");
                    return false;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return true;
    }

    private void closeDashboard() {
        Dashboard opened;
        synchronized (this) {
            opened = dashboard;
        }
        if (opened != null) {
            opened.close();
        }
    }

    /** Address of a service or of the dashboard. */
    URI address(String name) {
        return launch.address(name);
    }

    String elapsed() {
        return progress.elapsed();
    }

    /** Stops everything; a second call waits for nothing and does nothing. */
    @Override
    public void close() {
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
        }
        progress.stopping();
        terminal.say(Tone.DIM, "Stopping…");
        launch.archive().close();
        // Side by side: no trouble with a browser's open connection may delay the stop of the services.
        Thread pages = new Thread(this::closeDashboard, "stop-dashboard");
        pages.setDaemon(true);
        pages.start();
        supervisor.close();
        try {
            pages.join(DASHBOARD_CLOSES.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        book.clear();
        lock.close();
        ended.countDown();
        terminal.say("Stopped.");
        log.info("stopped");
    }
}
