package futures.launcher.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code <data>/run/processes.json}: which processes belong to this installation. Each is named by pid and start time
 * together, since a pid alone is given to somebody else sooner or later. {@code status} and {@code stop} read it, our
 * services read it when the launcher dies, and the next start ends with it what a crash left behind.
 */
public final class ProcessBook {
    /** The launcher's own entry. */
    public static final String LAUNCHER = "launcher";

    /** Two readings of one start time may differ by the rounding of the system's clock ticks. */
    private static final long SAME_START_MS = 2000;

    private static final Pattern ENTRY =
            Pattern.compile("\"([a-z]+)\"\\s*:\\s*\\{\\s*\"pid\"\\s*:\\s*(\\d+)\\s*,\\s*\"started\"\\s*:\\s*(\\d+)\\s*}");

    private final Path file;
    private final Map<String, Entry> entries = new LinkedHashMap<>();

    /**
     * One process.
     *
     * @param started start time of the process, ms since 1970 UTC
     */
    public record Entry(long pid, long started) {
        static Entry of(ProcessHandle process) {
            return new Entry(
                    process.pid(),
                    process.info().startInstant().map(Instant::toEpochMilli).orElse(0L));
        }

        /** The process itself, when it still runs. */
        public Optional<ProcessHandle> running() {
            return ProcessHandle.of(pid)
                    .filter(ProcessHandle::isAlive)
                    .filter(process -> Math.abs(of(process).started - started) <= SAME_START_MS);
        }
    }

    private ProcessBook(Path file, Map<String, Entry> entries) {
        this.file = file;
        this.entries.putAll(entries);
    }

    /** An empty book that will be kept in a file. */
    public static ProcessBook create(Path file) {
        return new ProcessBook(file, Map.of());
    }

    /** What the file says; an empty book when there is none. */
    public static ProcessBook read(Path file) {
        Map<String, Entry> found = new LinkedHashMap<>();
        try {
            Matcher matcher = ENTRY.matcher(Files.readString(file));
            while (matcher.find()) {
                found.put(
                        matcher.group(1),
                        new Entry(Long.parseLong(matcher.group(2)), Long.parseLong(matcher.group(3))));
            }
        } catch (NoSuchFileException e) {
            return new ProcessBook(file, Map.of());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
        return new ProcessBook(file, found);
    }

    /** Adds a process, or replaces the one of that name, and writes the file. */
    public synchronized void note(String name, ProcessHandle process) {
        entries.put(name, Entry.of(process));
        write();
    }

    public synchronized Map<String, Entry> entries() {
        return new LinkedHashMap<>(entries);
    }

    /** The launcher, when it still runs. */
    public Optional<ProcessHandle> launcher() {
        return Optional.ofNullable(entries().get(LAUNCHER)).flatMap(Entry::running);
    }

    /**
     * Ends every process of the book that still runs, politely and after five seconds by force.
     *
     * @return how many there were
     */
    public int endLeftovers() {
        var left = entries().values().stream()
                .flatMap(entry -> entry.running().stream())
                .filter(process -> process.pid() != ProcessHandle.current().pid())
                .toList();
        left.forEach(ProcessHandle::destroy);
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(5);
        for (ProcessHandle process : left) {
            try {
                process.onExit().get(Math.max(1, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                process.destroyForcibly();
            } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException e) {
                process.destroyForcibly();
            }
        }
        return left.size();
    }

    /** Forgets everything: all processes have ended. */
    public synchronized void clear() {
        entries.clear();
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + file, e);
        }
    }

    private void write() {
        StringBuilder json = new StringBuilder("{");
        entries.forEach((name, entry) -> json.append(json.length() == 1 ? "\n" : ",\n")
                .append("  \"%s\": {\"pid\": %d, \"started\": %d}".formatted(name, entry.pid(), entry.started())));
        json.append("\n}\n");
        try {
            Files.createDirectories(file.getParent());
            Path draft = file.resolveSibling(file.getFileName() + ".new");
            Files.writeString(draft, json);
            Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }
}
