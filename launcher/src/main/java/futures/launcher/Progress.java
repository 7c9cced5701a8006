package futures.launcher;

import futures.launcher.process.ChildStatus;
import futures.launcher.process.ChildStatus.State;
import futures.launcher.process.ProcessEvents;
import futures.launcher.redis.RedisChild;
import futures.launcher.terminal.Terminal;
import futures.launcher.terminal.Terminal.Tone;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;

/** Tells the terminal and the log what happens to the children, and anybody who listens that a state changed. */
final class Progress implements ProcessEvents {
    private final Terminal terminal;
    private final LauncherLog log;
    private final boolean quiet;
    private final long startedNanos = System.nanoTime();
    private final Map<String, State> shown = new ConcurrentHashMap<>();
    private final List<BiConsumer<ChildStatus, ChildStatus>> listeners = new CopyOnWriteArrayList<>();
    private volatile boolean stopping;

    /** @param quiet does not echo what the children write */
    Progress(Terminal terminal, LauncherLog log, boolean quiet) {
        this.terminal = terminal;
        this.log = log;
        this.quiet = quiet;
    }

    /** Hears every change from now on, with the status before and after. */
    void listen(BiConsumer<ChildStatus, ChildStatus> listener) {
        listeners.add(listener);
    }

    void stopping() {
        stopping = true;
    }

    /** Seconds since the start, as text. */
    String elapsed() {
        return "%.1f s".formatted((System.nanoTime() - startedNanos) / 1e9);
    }

    @Override
    public void changed(ChildStatus before, ChildStatus after) {
        if (shown.put(after.name(), after.state()) != after.state()) {
            show(after);
        }
        if (!stopping) {
            listeners.forEach(listener -> listener.accept(before, after));
        }
    }

    private void show(ChildStatus status) {
        log.info(status.name() + " is " + status.state().text()
                + (status.reason().isEmpty() ? "" : ": " + status.reason()));
        Tone tone = switch (status.state()) {
            case HEALTHY -> Tone.GOOD;
            case DEGRADED -> Tone.WARN;
            case UNHEALTHY, FAILED -> Tone.BAD;
            case STARTING, RESTARTING, STOPPED -> null; // told elsewhere, or to be expected
        };
        if (tone != null && !stopping) {
            terminal.say(" " + terminal.mark(tone) + " " + terminal.name(status.name()) + " "
                    + "%-9s".formatted(status.state().text()) + " " + status.address() + "  "
                    + terminal.paint(Tone.DIM, status.reason().isEmpty() ? elapsed() : status.reason()));
        }
    }

    @Override
    public void line(String child, String line, boolean error) {
        boolean redis = child.equals(RedisChild.NAME);
        if (error) {
            log.warn(child + ": " + line);
        } else if (redis) {
            log.info(child + ": " + line); // our services keep logs of their own
        }
        if (!quiet && !redis) {
            terminal.child(child, error ? Tone.WARN : Tone.PLAIN, line);
        }
    }

    @Override
    public void died(String child, String reason, List<String> lastLines, String next) {
        log.warn(child + " " + reason + "; " + next + "; its last lines: " + String.join(" / ", lastLines));
        terminal.say(" " + terminal.mark(Tone.BAD) + " " + terminal.name(child) + " "
                + terminal.paint(Tone.BAD, reason + "; " + next));
        if (quiet) {
            lastLines.forEach(line -> terminal.child(child, Tone.DIM, line));
        }
    }
}
