package futures.launcher.process;

import com.fasterxml.jackson.databind.JsonNode;
import futures.kit.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * {@code <data>/run/processes.json}: which processes belong to this installation. Each is named by pid and start time
 * together, since a pid alone is given to somebody else sooner or later. {@code status} and {@code stop} read it, our
 * services read it when the launcher dies, and the next start ends with it what a crash left behind.
 */
public final class ProcessBook {
    /** The launcher's own entry. */
    public static final String LAUNCHER = "launcher";

    /** Two readings of one start time may differ by the rounding of the system's clock ticks. */
    private static final Duration CLOCK_GRAIN = Duration.ofSeconds(1);

    private final Path file;
    private final Map<String, Entry> entries = new LinkedHashMap<>();

    /**
     * One process.
     *
     * @param name    of the child, or {@link #LAUNCHER}
     * @param started when the process started
     * @param address where it is reached
     */
    public record Entry(String name, long pid, Instant started, String address) {
        /** The process itself, when it still runs. */
        public Optional<ProcessHandle> running() {
            return ProcessHandle.of(pid)
                    .filter(ProcessHandle::isAlive)
                    .filter(process ->
                            Duration.between(startOf(process), started).abs().compareTo(CLOCK_GRAIN) <= 0);
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
        if (!Files.exists(file)) {
            return create(file);
        }
        Map<String, Entry> found = new LinkedHashMap<>();
        try {
            for (JsonNode process : Json.mapper().readTree(file.toFile()).path("processes")) {
                String name = process.path("name").asText();
                found.put(
                        name,
                        new Entry(
                                name,
                                process.path("pid").asLong(),
                                Instant.parse(process.path("started").asText()),
                                process.path("address").asText()));
            }
        } catch (IOException | DateTimeParseException e) {
            throw new IllegalStateException(
                    file + " cannot be read (" + e.getMessage() + "); delete it when nothing of ours runs", e);
        }
        return new ProcessBook(file, found);
    }

    /** Adds a process, or replaces the one of that name, and writes the file. */
    public synchronized void note(String name, ProcessHandle process, String address) {
        entries.put(name, new Entry(name, process.pid(), startOf(process), address));
        write();
    }

    private static Instant startOf(ProcessHandle process) {
        return process.info().startInstant().orElse(Instant.EPOCH);
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
        // Written by hand: loading a JSON library here would delay every start.
        String processes = entries.values().stream()
                .map(entry -> "  {\"name\": \"%s\", \"pid\": %d, \"started\": \"%s\", \"address\": \"%s\"}"
                        .formatted(entry.name(), entry.pid(), entry.started(), entry.address()))
                .collect(Collectors.joining(",\n"));
        String json = "{\"processes\": [\n" + processes + "\n]}\n";
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
