package futures.kit;

import com.fasterxml.jackson.databind.JsonNode;
import futures.kit.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends this process when its parent does. The parent holds the other end of our standard input; when it dies, however
 * suddenly, the pipe closes. Redis reads no such pipe, so whoever notices first ends it too, by the record that the
 * parent keeps in {@code <data>/run/processes.json}: {@code {"processes": [{"name", "pid", "started"}]}}.
 */
final class ParentWatch {
    private static final Logger LOG = LoggerFactory.getLogger(ParentWatch.class);
    private static final Duration CLOCK_GRAIN = Duration.ofSeconds(1);

    private ParentWatch() {}

    static void start(Path processes) {
        Thread thread = new Thread(() -> watch(System.in, processes), "parent-watch");
        thread.setDaemon(true);
        thread.start();
    }

    private static void watch(InputStream parent, Path processes) {
        try {
            byte[] ignored = new byte[64];
            while (parent.read(ignored) >= 0) {
                // The parent says nothing on this pipe; only its end matters.
            }
        } catch (IOException e) {
            LOG.debug("the pipe to the parent broke", e);
        }
        LOG.info("the launcher is gone; stopping");
        endRedis(processes);
        System.exit(0);
    }

    private static void endRedis(Path processes) {
        try {
            if (!Files.exists(processes)) {
                return;
            }
            for (JsonNode process : Json.mapper().readTree(processes.toFile()).path("processes")) {
                if ("redis".equals(process.path("name").asText())) {
                    Instant started = Instant.parse(process.path("started").asText());
                    ProcessHandle.of(process.path("pid").asLong())
                            .filter(handle -> startedAt(handle, started))
                            .ifPresent(ProcessHandle::destroy);
                }
            }
        } catch (IOException | RuntimeException e) {
            LOG.warn("could not end Redis; it may still run", e);
        }
    }

    /** Process numbers are used again; the same number with another start is somebody else's process. */
    private static boolean startedAt(ProcessHandle handle, Instant started) {
        return handle.info()
                .startInstant()
                .map(actual -> Duration.between(actual, started).abs().compareTo(CLOCK_GRAIN) <= 0)
                .orElse(false);
    }
}
