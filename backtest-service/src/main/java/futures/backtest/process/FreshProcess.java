package futures.backtest.process;

import com.fasterxml.jackson.core.JsonProcessingException;
import futures.kit.config.Settings;
import futures.kit.http.Problem;
import futures.kit.job.JobHandle;
import futures.kit.json.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** A JVM of its own, with this one's Java and classes, bounded in time and memory, that never outlives its use. */
public final class FreshProcess implements AutoCloseable {
    private static final int ERROR_LINES = 20;
    private static final long LOOK_MILLIS = 25;
    private static final Duration LAST_WORDS = Duration.ofSeconds(5);

    private final Process process;
    private final Use use;
    private final Thread output;
    private final Thread errors;
    private final Deque<String> lastErrors = new ArrayDeque<>();
    private volatile Consumer<Said> hearing = said -> {};
    private volatile Said last;

    /**
     * What a process is for, in words for its errors.
     *
     * @param what          that went wrong: "The run in a fresh process"
     * @param heapMegabytes most memory for its objects
     * @param heapSetting   that says how much
     * @param longest       time that it may take
     * @param timeSetting   that says how long
     */
    public record Use(String what, int heapMegabytes, String heapSetting, Duration longest, String timeSetting) {
        /** With the memory that the settings give a process, and the time that they give a job. */
        public static Use ofJob(String what, Settings settings) {
            return new Use(
                    what,
                    settings.integer("limits.verify_mb"),
                    "limits.verify_mb",
                    Duration.ofMinutes(settings.integer("limits.job_minutes")),
                    "limits.job_minutes, in seconds");
        }
    }

    private FreshProcess(Process process, Use use) {
        this.process = process;
        this.use = use;
        this.output = reader("fresh-process-output", process.getInputStream(), this::heard);
        this.errors = reader("fresh-process-errors", process.getErrorStream(), this::complained);
    }

    /**
     * Starts it and hands it the task.
     *
     * @param main whose {@code main} reads the task as one line of JSON from its standard input, which then stays open, and
     *     writes {@link Said} lines
     */
    public static FreshProcess start(Class<?> main, Object task, Use use) {
        return start(main, task, use, said -> {});
    }

    /**
     * As the other, for whoever wants every line.
     *
     * @param hearing called on a thread of its own, line by line; all have been heard when {@link #await} returns
     */
    public static FreshProcess start(Class<?> main, Object task, Use use, Consumer<Said> hearing) {
        FreshProcess fresh = prepare(main, use);
        fresh.hearing = hearing;
        fresh.tell(task);
        return fresh;
    }

    /** Starts it without a task, so that it can make itself ready; {@link #tell} hands it what it needs for that, and then the task. */
    public static FreshProcess prepare(Class<?> main, Use use) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + use.heapMegabytes() + "m",
                "-XX:+UseSerialGC",
                "-XX:-UsePerfData",
                "-XX:+ExitOnOutOfMemoryError",
                "-Dfile.encoding=UTF-8",
                "-Djava.awt.headless=true"));
        command.addAll(inherited());
        command.add(main.getName());
        ProcessBuilder builder = new ProcessBuilder(command);
        // The class path may be longer than a command line.
        builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        try {
            return new FreshProcess(builder.start(), use);
        } catch (IOException e) {
            throw new UncheckedIOException("a process cannot be started", e);
        }
    }

    /**
     * How this JVM loads and compiles classes, where it was told: classes that are mapped from an archive instead of loaded are half of
     * a start.
     */
    private static List<String> inherited() {
        return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(flag -> flag.startsWith("-XX:SharedArchiveFile=")
                        || flag.startsWith("-Xshare:")
                        || flag.startsWith("-Xlog:cds")
                        || flag.startsWith("-XX:TieredStopAtLevel="))
                .toList();
    }

    /** Hands it one more thing, as a line of JSON; what becomes of it is told by {@link #await}. */
    public void tell(Object task) {
        OutputStream in = process.getOutputStream();
        try {
            in.write(Json.mapper().writeValueAsBytes(task));
            in.write('\n');
            in.flush();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            // It ended before it had read its task; what it complained of says why.
            process.destroyForcibly();
        }
    }

    private static Thread reader(String name, InputStream in, Consumer<String> each) {
        Thread thread = new Thread(
                () -> {
                    try (BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
                        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                            each.accept(line);
                        }
                    } catch (IOException e) {
                        // The process was ended.
                    }
                },
                name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private void heard(String line) {
        try {
            Said said = Json.mapper().readValue(line, Said.class);
            hearing.accept(said);
            last = said;
        } catch (JsonProcessingException e) {
            complained(line);
        }
    }

    private void complained(String line) {
        synchronized (lastErrors) {
            lastErrors.add(line);
            if (lastErrors.size() > ERROR_LINES) {
                lastErrors.remove();
            }
        }
    }

    /**
     * Waits for the last line, the one with a hash, and gives it. The process then has nothing left to do but to give its memory back, which takes it a
     * third of a second and is not waited for: {@link #close} ends it.
     *
     * @throws Problem when it fails, takes too long or needs too much memory
     */
    public Said await(JobHandle handle) throws InterruptedException {
        return await(handle::progress);
    }

    /** {@link #await(JobHandle)} for somebody who does not want to know how far it is. */
    public Said await() throws InterruptedException {
        return await((fraction, message) -> {});
    }

    /**
     * {@link #await(JobHandle)} for work that is a part of a job.
     *
     * @param progress how far the process is; called often, may throw
     */
    public Said await(BiConsumer<Double, String> progress) throws InterruptedException {
        long deadline = System.nanoTime() + use.longest().toNanos();
        while (!process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
            Said now = last;
            if (now != null && now.resultHash() != null) {
                return now;
            }
            progress.accept(now == null ? 0 : now.progress(), now == null ? "starting a process" : now.message());
            if (System.nanoTime() > deadline) {
                throw Problem.unprocessable(use.what() + " took longer than " + use.timeSetting() + " ("
                        + use.longest().toSeconds() + "); allow more, or take a shorter range.");
            }
        }
        output.join(LAST_WORDS.toMillis());
        errors.join(LAST_WORDS.toMillis());
        Said end = last;
        if (process.exitValue() != 0 || end == null || end.resultHash() == null) {
            String complaint = complaint();
            throw Problem.unprocessable(
                    complaint.contains("OutOfMemoryError")
                            ? use.what() + " needed more memory than " + use.heapSetting() + " (" + use.heapMegabytes()
                                    + "); allow more, or take a shorter range."
                            : use.what() + " failed: " + complaint);
        }
        return end;
    }

    private String complaint() {
        synchronized (lastErrors) {
            String text = String.join("\n", lastErrors).strip();
            return text.isEmpty() ? "it ended with " + process.exitValue() + " and said nothing" : text;
        }
    }

    public boolean alive() {
        return process.isAlive();
    }

    /** Ends it at once, whatever it does. */
    @Override
    public void close() {
        process.destroyForcibly();
    }
}
