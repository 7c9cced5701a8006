package futures.launcher.process;

import static futures.launcher.process.Eventually.eventually;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import futures.launcher.port.Ports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessBookTest {
    @TempDir
    private Path directory;

    @Test
    void whatWasNotedIsReadBack() {
        ProcessBook book = ProcessBook.create(directory.resolve("run/processes.json"));
        book.note(ProcessBook.LAUNCHER, ProcessHandle.current(), "http://127.0.0.1:8000");

        ProcessBook read = ProcessBook.read(directory.resolve("run/processes.json"));

        assertEquals(book.entries(), read.entries());
        assertEquals(ProcessHandle.current(), read.launcher().orElseThrow());
    }

    @Test
    void samePidWithAnotherStartIsSomebodyElse() throws IOException {
        Path file = directory.resolve("processes.json");
        ProcessBook.create(file).note("redis", ProcessHandle.current(), "redis://127.0.0.1:1");
        int year = ProcessHandle.current()
                .info()
                .startInstant()
                .orElseThrow()
                .atOffset(java.time.ZoneOffset.UTC)
                .getYear();
        Files.writeString(file, Files.readString(file).replace("\"" + year + "-", "\"" + (year - 1) + "-"));

        ProcessBook book = ProcessBook.read(file);

        assertTrue(book.entries().get("redis").running().isEmpty());
        assertEquals(0, book.endLeftovers());
    }

    @Test
    void leftoversAreEnded() throws IOException {
        ChildSpec spec = StandIn.spec("data", "healthy", Ports.anyFree("127.0.0.1"));
        Process process = new ProcessBuilder(spec.command().get())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            eventually("it runs", () -> spec.probe().ask().level() == Health.Level.HEALTHY, process::isAlive);
            Path file = directory.resolve("processes.json");
            ProcessBook.create(file).note("data", process.toHandle(), spec.address());

            assertEquals(1, ProcessBook.read(file).endLeftovers());
            assertFalse(process.isAlive());
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void noFileIsAnEmptyBook() {
        assertEquals(
                0, ProcessBook.read(directory.resolve("missing.json")).entries().size());
    }

    @Test
    void brokenFileSaysWhatToDo() throws IOException {
        Path file = Files.writeString(directory.resolve("processes.json"), "{\"processes\": [");
        var failure = assertThrows(IllegalStateException.class, () -> ProcessBook.read(file));
        assertTrue(failure.getMessage().contains("delete it when nothing of ours runs"), failure.getMessage());
    }
}
