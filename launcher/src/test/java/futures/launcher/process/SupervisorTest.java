package futures.launcher.process;

import static futures.launcher.process.Eventually.eventually;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import futures.launcher.port.Ports;
import futures.launcher.process.ChildStatus.State;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SupervisorTest {
    private static final RestartPolicy QUICK = new RestartPolicy(Duration.ofMillis(10), 2, Duration.ofMinutes(1));

    @TempDir
    private Path directory;

    private final Recorder events = new Recorder();
    private ProcessBook book;
    private Supervisor supervisor;

    @BeforeEach
    void supervise() {
        book = ProcessBook.create(directory.resolve("run").resolve("processes.json"));
        supervisor = new Supervisor(book, events, QUICK);
    }

    @AfterEach
    void stop() {
        supervisor.close();
    }

    @Test
    void childThatIsKilledIsStartedAgain() {
        startAndAwait(StandIn.spec("data", "healthy", Ports.anyFree("127.0.0.1")), State.HEALTHY);
        long first = only().pid();

        assertTrue(ProcessHandle.of(first).orElseThrow().destroyForcibly());

        eventually("healthy again", () -> only().state() == State.HEALTHY && only().pid() != first, this::only);
        assertEquals(1, only().restarts());
        assertTrue(events.deaths.get(0).startsWith("data was ended by SIGKILL"), events.deaths::toString);
        assertEquals(
                only().pid(),
                ProcessBook.read(directory.resolve("run").resolve("processes.json"))
                        .entries()
                        .get("data")
                        .pid());
    }

    @Test
    void childThatKeepsDyingIsGivenUpWithItsOwnWordsAsReason() {
        startAndAwait(StandIn.spec("risk", "dies", 0), State.FAILED);

        assertEquals(2, only().restarts());
        assertEquals("ended with exit code 3; given up after 3 deaths in a row", only().reason());
        assertEquals(3, events.deaths.size());
        assertTrue(events.deaths.get(2).contains("no disk to write to"), events.deaths::toString);
    }

    @Test
    void programThatDoesNotExistIsGivenUp() {
        ChildSpec spec = StandIn.spec("ml", "healthy", 1);
        startAndAwait(
                new ChildSpec(
                        spec.name(),
                        spec.address(),
                        spec.port(),
                        () -> List.of(directory.resolve("nothing-here").toString()),
                        spec.environment(),
                        spec.directory(),
                        spec.probe()),
                State.FAILED);

        assertTrue(only().reason().startsWith("could not be started"), only().reason());
    }

    @Test
    void healthIsTakenFromTheChild() {
        startAndAwait(StandIn.spec("data", "degraded", Ports.anyFree("127.0.0.1")), State.DEGRADED);
        assertEquals("{\"status\": \"degraded\", \"service\": \"data\"}", only().healthBody());
    }

    @Test
    void answerOfAnotherServiceOnThePortIsNotTakenForTheChilds() {
        int port = Ports.anyFree("127.0.0.1");
        ChildSpec other = StandIn.spec("risk", "healthy", port);
        ChildSpec spec = StandIn.spec("data", "healthy", port);
        supervisor.start(List.of(other));
        eventually("the other answers", () -> other.probe().ask().level() == Health.Level.HEALTHY, this::only);
        assertEquals(Health.UNREACHABLE, spec.probe().ask());
    }

    @Test
    void childThatSaysItCannotWorkIsUnhealthyAndIsLeftAlone() {
        startAndAwait(StandIn.spec("data", "unhealthy", Ports.anyFree("127.0.0.1")), State.UNHEALTHY);
        assertEquals(0, only().restarts());
    }

    @Test
    void closingEndsEveryProcessAndStartsNone() {
        List<ChildSpec> specs = new ArrayList<>();
        for (String name : List.of("data", "risk", "ml")) {
            specs.add(StandIn.spec(name, "healthy", Ports.anyFree("127.0.0.1")));
        }
        supervisor.start(specs);
        eventually(
                "all healthy",
                () -> supervisor.status().stream().allMatch(child -> child.state() == State.HEALTHY),
                supervisor::status);
        Set<ProcessHandle> processes = supervisor.status().stream()
                .map(child -> ProcessHandle.of(child.pid()).orElseThrow())
                .collect(Collectors.toSet());
        assertEquals(3, processes.size());

        supervisor.close();

        processes.forEach(process -> assertFalse(process.isAlive(), () -> process + " is left"));
        assertTrue(supervisor.status().stream().allMatch(child -> child.state() == State.STOPPED));
        assertEquals(List.of(), events.deaths);
    }

    @Test
    void linesOfTheChildAreHeardWithTheirStream() {
        startAndAwait(StandIn.spec("risk", "dies", 0), State.FAILED);
        assertTrue(events.lines.contains("risk out stand-in says hello"), events.lines::toString);
        assertTrue(events.lines.contains("risk err no disk to write to"), events.lines::toString);
    }

    private void startAndAwait(ChildSpec spec, State state) {
        supervisor.start(List.of(spec));
        eventually(state.text(), () -> only().state() == state, this::only);
    }

    private ChildStatus only() {
        return supervisor.status().get(0);
    }

    private static final class Recorder implements ProcessEvents {
        private final List<String> deaths = Collections.synchronizedList(new ArrayList<>());
        private final List<String> lines = Collections.synchronizedList(new ArrayList<>());

        @Override
        public void changed(ChildStatus before, ChildStatus after) {
            assertEquals(before.name(), after.name());
        }

        @Override
        public void line(String child, String line, boolean error) {
            lines.add(child + (error ? " err " : " out ") + line);
        }

        @Override
        public void died(String child, String reason, List<String> lastLines, String next) {
            deaths.add(child + " " + reason + " " + lastLines);
        }
    }
}
