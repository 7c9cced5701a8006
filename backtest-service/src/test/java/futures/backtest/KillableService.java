package futures.backtest;

import com.fasterxml.jackson.databind.JsonNode;
import futures.kit.Calls;
import futures.kit.Eventually;
import futures.kit.RedisForTests;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The service in a process of its own, which can be killed; the next one finds the files that it left. */
final class KillableService implements AutoCloseable {
    final Calls calls;
    private final Process process;

    KillableService(Path home, DataNeighbour data) throws IOException {
        int port = RedisForTests.freePort();
        calls = new Calls(URI.create("http://127.0.0.1:" + port));
        process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        BacktestService.class.getName(),
                        "--home",
                        home.toString(),
                        "--set",
                        "ports.backtest=" + port,
                        "--set",
                        "ports.data=" + data.port(),
                        "--set",
                        "ports.redis=" + RedisForTests.freePort(),
                        "--set",
                        "scripts.ready_processes=0")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        home.resolve("process.log").toFile()))
                .start();
        Eventually.within(RunningBacktests.LONG, "the start", this::answers);
    }

    private boolean answers() {
        try {
            return calls.get("/health").status() == 200;
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    /** What is at an address once it is under way no longer. */
    JsonNode ended(String href) {
        Eventually.within(
                RunningBacktests.LONG.multipliedBy(3),
                "ended",
                () -> !List.of("queued", "running")
                        .contains(calls.get(href).json().get("state").asText()));
        return calls.get(href).json();
    }

    /** As kill -9 does: it gets no chance to put anything in order. */
    @Override
    public void close() {
        process.destroyForcibly();
        process.onExit().orTimeout(30, TimeUnit.SECONDS).join();
    }
}
