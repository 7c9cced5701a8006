package futures.data.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import futures.data.csv.SourceFile;
import futures.kit.Eventually;
import futures.wire.data.ImportProgress;
import futures.wire.data.ImportReport;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportProgressTest {
    @TempDir
    Path directory;

    private final AtomicLong millis = new AtomicLong();
    private final CountDownLatch more = new CountDownLatch(1);

    /** Time stands still until it is moved. */
    private final Clock clock = new Clock() {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return Instant.ofEpochMilli(millis.get());
        }
    };

    /** A stream that gives nothing until it is told to, and then ends. */
    private final class Wait extends InputStream {
        @Override
        public int read() throws IOException {
            try {
                more.await();
                return -1;
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            return read();
        }
    }

    @Test
    void rowsRateFileBytesAndTimeLeftAreToldWhileItRuns() throws Exception {
        byte[] first = ImporterTest.rows(0, 3000).getBytes(StandardCharsets.UTF_8);
        byte[] half = ImporterTest.rows(3000, 6000).getBytes(StandardCharsets.UTF_8);
        byte[] rest =
                ImporterTest.rows(6000, 9000).replaceFirst("timestamp.*\n", "").getBytes(StandardCharsets.UTF_8);
        List<SourceFile> files = List.of(
                new SourceFile("1.csv", first.length, () -> new ByteArrayInputStream(first)),
                new SourceFile(
                        "2.csv",
                        half.length + rest.length,
                        () -> new SequenceInputStream(
                                new SequenceInputStream(new ByteArrayInputStream(half), new Wait()),
                                new ByteArrayInputStream(rest))));
        AtomicReference<ImportProgress> seen = new AtomicReference<>();
        try (Imports imports = new Imports(directory)) {
            Importer importer = new Importer(imports.database(), clock, 1L << 30);
            // Understanding a file reads no further than its first lines, which the gate lets through.
            ImportPlan plan = imports.plan("ES", Imports.MINUTES, files);
            CompletableFuture<ImportReport> ended =
                    CompletableFuture.supplyAsync(() -> importer.run(plan, seen::set, report -> {}));
            Eventually.within(Duration.ofSeconds(60), "the half is read", () -> {
                ImportProgress now = seen.get();
                return now != null && now.rows() == 6000;
            });
            assertNull(seen.get().rowsPerSecond());
            assertNull(seen.get().secondsLeft());
            millis.set(10_000);
            Eventually.within(
                    Duration.ofSeconds(60),
                    "the clock is seen",
                    () -> seen.get().rowsPerSecond() != null);
            ImportProgress now = seen.get();
            long total = (long) first.length + half.length + rest.length;
            long done = (long) first.length + half.length;
            assertEquals(
                    new ImportProgress(
                            6000,
                            600L,
                            done,
                            total,
                            "2.csv",
                            2,
                            2,
                            0,
                            Math.round(100.0 * (total - done) / done) / 10.0),
                    now);
            more.countDown();
            assertEquals(9000, ended.get(20, TimeUnit.SECONDS).rowsAdded());
        }
    }

    @Test
    void filesThatArePassedOverSayNothingAboutTheTimeThatRowsTake() {
        List<SourceFile> files = List.of(
                new SourceFile("1.csv", 900, InputStream::nullInputStream),
                new SourceFile("2.csv", 100, InputStream::nullInputStream));
        ImportMeter meter = new ImportMeter(clock, files);
        meter.skipped(files.get(0));
        meter.file(1);
        millis.set(2000);
        assertNull(meter.now().secondsLeft());
        meter.bytes(50);
        meter.rows(10);
        ImportProgress now = meter.now();
        assertEquals(950, now.bytes());
        assertEquals(1, now.filesSkipped());
        assertEquals(2.0, now.secondsLeft());
        assertEquals(5, now.rowsPerSecond());
        meter.bytes(1_000_000);
        assertTrue(meter.now().bytes() <= meter.now().bytesTotal());
    }
}
