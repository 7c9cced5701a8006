package futures.javascript;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Should V8 ever not end a script, its process ends itself and says which strategy it was, and at which price. */
class UnstoppableScriptTest {
    @Test
    void theProcessEndsAndNamesStrategyAndPrice(@TempDir Path work) throws Exception {
        Path errors = work.resolve("errors");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:ErrorFile=" + work.resolve("hs_err"),
                        "-XX:-CreateCoredumpOnCrash",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Unstoppable.class.getName(),
                        Path.of("target/v8").toAbsolutePath().toString())
                .redirectError(errors.toFile())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            assertTrue(process.waitFor(120, TimeUnit.SECONDS));
        } finally {
            process.destroyForcibly();
        }
        assertNotEquals(0, process.exitValue());
        assertEquals(
                "The strategy failed: strategy Unstoppable failed at the price of 2024-06-03T14:03:00Z: the script did not"
                        + " come back from one call within 0.5 s, and V8 could not end it; its process was ended.",
                Files.readAllLines(errors, StandardCharsets.UTF_8).get(0));
    }
}
