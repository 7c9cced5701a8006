package futures.data.backup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import futures.data.load.Imports;
import futures.data.store.BarRange;
import futures.data.store.Series;
import futures.data.store.SeriesTable;
import futures.kit.Eventually;
import futures.kit.http.Problem;
import futures.kit.sql.Database;
import futures.model.Bar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RestoreTest {
    private static final int ROUNDS = 4;

    @TempDir
    Path directory;

    private static String rows(int from, int to) {
        StringBuilder csv = new StringBuilder("timestamp,open,high,low,close,volume\n");
        for (int i = from; i < to; i++) {
            csv.append(Instant.parse("2024-01-02T00:00:00Z").plusSeconds(60L * i))
                    .append(",10,12,9,11,5\n");
        }
        return csv.toString();
    }

    @Test
    void whileSomebodyWritesItIsRefusedAndNothingChanges() throws Exception {
        try (Imports imports = new Imports(directory)) {
            imports.run("ES", rows(0, 100));
            Database database = imports.database();
            Backups backups = new Backups(database, Clock.systemUTC());
            String name = backups.make("").name();
            imports.run("ES", rows(100, 200));
            CountDownLatch writing = new CountDownLatch(1);
            Semaphore letGo = new Semaphore(0);
            Thread writer = new Thread(() -> database.write(connection -> {
                writing.countDown();
                letGo.acquireUninterruptibly();
                return null;
            }));
            writer.start();
            writing.await();
            Restore restore = new Restore(database, "db/data", backups, Clock.systemUTC());
            Problem refused = assertThrows(Problem.class, () -> restore.run(name));
            assertEquals(409, refused.status());
            assertEquals(200, imports.series("ES").bars());
            assertEquals(1, backups.list().size());
            letGo.release();
            writer.join();
            restore.run(name);
            assertEquals(100, imports.series("ES").bars());
        }
    }

    /** Wherever it is cut off, the store is one of the two and whole; what was begun is swept away at the next start. */
    @Test
    void aProcessKilledWhileItRestoresLeavesOneStateOrTheOther() throws Exception {
        List<Bar> a;
        List<Bar> b;
        try (Imports imports = new Imports(directory)) {
            Backups backups = new Backups(imports.database(), Clock.systemUTC());
            imports.run("ES", rows(0, 60_000));
            a = imports.bars("ES", BarRange.ALL);
            move(backups.make("").file(), "a.db");
            imports.run("ES", rows(60_000, 140_000));
            b = imports.bars("ES", BarRange.ALL);
            move(backups.make("").file(), "b.db");
        }
        Set<Integer> found = new HashSet<>();
        for (int round = 0; round < ROUNDS; round++) {
            Path output = directory.resolve("output-" + round + ".txt");
            killAfter(output, 2 + round, 30L * round);
            try (Imports imports = new Imports(directory)) {
                List<Bar> bars = imports.bars("ES", BarRange.ALL);
                assertTrue(bars.equals(a) || bars.equals(b), "bars: " + bars.size());
                found.add(bars.size());
                Eventually.within(
                        Duration.ofSeconds(60),
                        "the integrity check ends",
                        () -> imports.database().integrity().isPresent());
                assertEquals("ok", imports.database().integrity().orElseThrow());
                Series series = imports.database()
                        .read(connection -> SeriesTable.of(connection, "ES"))
                        .get(0);
                assertEquals(bars.size(), series.bars());
                Backups backups = new Backups(imports.database(), Clock.systemUTC());
                backups.clean();
                try (Stream<Path> files = Files.list(backups.directory())) {
                    assertTrue(files.allMatch(file -> file.toString().endsWith(".db")));
                }
            }
        }
        assertTrue(Set.of(a.size(), b.size()).containsAll(found));
    }

    private void move(String file, String name) throws IOException {
        Path from = Path.of(file);
        Files.move(from, from.resolveSibling(name), StandardCopyOption.ATOMIC_MOVE);
    }

    /** Lets it restore a few times and kills it a little later, so that it is at another step each time. */
    private void killAfter(Path output, int restores, long millis) throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        KilledRestore.class.getName(),
                        directory.toString())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            Eventually.within(Duration.ofSeconds(60), "it restores", () -> {
                assertTrue(process.isAlive(), () -> text(output));
                return text(output)
                                .lines()
                                .filter(line -> line.equals("a") || line.equals("b"))
                                .count()
                        >= restores;
            });
            assertTrue(!process.waitFor(millis, TimeUnit.MILLISECONDS), () -> text(output));
        } finally {
            process.destroyForcibly();
            assertTrue(process.waitFor(20, TimeUnit.SECONDS));
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }
}
