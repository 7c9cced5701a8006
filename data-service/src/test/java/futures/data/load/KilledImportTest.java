package futures.data.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import futures.data.store.BarRange;
import futures.data.store.Series;
import futures.kit.Eventually;
import futures.model.Bar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KilledImportTest {
    @TempDir
    Path directory;

    @Test
    void aProcessKilledWhileItImportsLeavesTheStoreAsItWas() throws Exception {
        Series series;
        List<Bar> bars;
        try (Imports imports = new Imports(directory)) {
            imports.run("ES", ImporterTest.rows(0, 3000));
            series = imports.series("ES");
            bars = imports.bars("ES", BarRange.ALL);
        }
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        KilledImport.class.getName(),
                        directory.toString())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("output.txt").toFile())
                .start();
        try {
            Path log = directory.resolve("futures.db-wal");
            // Megabytes of the unfinished transaction are on the disk when the process dies.
            Eventually.within(Duration.ofSeconds(60), "the import writes", () -> {
                assertTrue(process.isAlive(), () -> output());
                return size(log) > 2_000_000;
            });
        } finally {
            process.destroyForcibly();
            assertTrue(process.waitFor(20, TimeUnit.SECONDS));
        }
        try (Imports imports = new Imports(directory)) {
            assertEquals(series, imports.series("ES"));
            assertEquals(bars, imports.bars("ES", BarRange.ALL));
            Eventually.within(
                    Duration.ofSeconds(60),
                    "the integrity check ends",
                    () -> imports.database().integrity().isPresent());
            assertEquals("ok", imports.database().integrity().orElseThrow());
            assertEquals(2000, imports.run("ES", ImporterTest.rows(0, 5000)).rowsAdded());
        }
    }

    private String output() {
        try {
            return Files.readString(directory.resolve("output.txt"));
        } catch (IOException e) {
            return e.toString();
        }
    }

    private static long size(Path file) {
        try {
            return Files.exists(file) ? Files.size(file) : 0;
        } catch (IOException e) {
            return 0;
        }
    }
}
