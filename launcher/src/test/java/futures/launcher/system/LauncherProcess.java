package futures.launcher.system;

import static futures.launcher.process.Eventually.eventually;

import com.fasterxml.jackson.databind.JsonNode;
import futures.launcher.process.ProcessBook;
import futures.launcher.process.ProcessBook.Entry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The real {@code launcher.jar}, copied alone into an empty folder and run there with free ports, as a user would after
 * a download.
 */
final class LauncherProcess implements AutoCloseable {
    private static final List<String> NAMES =
            List.of("dashboard", "redis", "data", "backtest", "risk", "ml", "portfolio");

    private final Path folder;
    private final Path output;
    private final Process process;

    private LauncherProcess(Path folder, Path output, Process process) {
        this.folder = folder;
        this.output = output;
        this.process = process;
    }

    /**
     * @param folder    gets the jar unless it has it, and becomes the home directory
     * @param arguments command and options; free ports are added
     */
    static LauncherProcess run(Path folder, String... arguments) throws IOException {
        Path jar = folder.resolve("launcher.jar");
        if (!Files.exists(jar)) {
            Files.copy(Path.of(System.getProperty("launcher.jar")), jar);
        }
        List<String> command = new ArrayList<>(List.of(java(), "-jar", "launcher.jar"));
        command.addAll(List.of(arguments));
        NAMES.forEach(name -> command.addAll(List.of("--port", name + "=0")));
        Path output = folder.resolve("output.txt");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().remove("FUTURES_HOME");
        return new LauncherProcess(folder, output, builder.start());
    }

    /** Runs a command that ends by itself, such as {@code status}. */
    static int command(Path folder, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(java(), "-jar", "launcher.jar"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("command.txt").toFile())
                .start();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError(String.join(" ", arguments) + " did not end");
        }
        return process.exitValue();
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** One that does not come up in time is ended here, since its test has no hold of it yet. */
    LauncherProcess awaitReady() {
        try {
            eventually("ready", () -> !process.isAlive() || output().contains("Ready in "), this::output);
        } catch (AssertionError e) {
            close();
            throw e;
        }
        if (!process.isAlive()) {
            throw new AssertionError("the launcher ended: " + output());
        }
        return this;
    }

    String output() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Process process() {
        return process;
    }

    /** What the launcher says it runs: Redis and the services, by name, without the launcher itself. */
    Map<String, Entry> children() {
        Map<String, Entry> entries =
                ProcessBook.read(folder.resolve("data/run/processes.json")).entries();
        entries.remove(ProcessBook.LAUNCHER);
        return entries;
    }

    /** Every process below the launcher, whatever the launcher says. */
    List<ProcessHandle> descendants() {
        return process.descendants().toList();
    }

    URI address(String service) {
        Entry entry = ProcessBook.read(folder.resolve("data/run/processes.json"))
                .entries()
                .get(service.equals("dashboard") ? ProcessBook.LAUNCHER : service);
        return URI.create(entry.address());
    }

    /** State of one process as {@code /api/system} has it. */
    String state(String service) {
        try {
            return child(service).path("state").asText();
        } catch (IOException e) {
            return e.toString();
        }
    }

    JsonNode child(String service) throws IOException {
        for (JsonNode child :
                Http.get(address("dashboard").resolve("/api/system")).path("services")) {
            if (child.path("name").asText().equals(service)) {
                return child;
            }
        }
        throw new AssertionError("the launcher does not know " + service);
    }

    void kill(String service) {
        ProcessHandle handle = children().get(service).running().orElseThrow();
        if (!handle.destroyForcibly()) {
            throw new AssertionError("could not kill " + service);
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
