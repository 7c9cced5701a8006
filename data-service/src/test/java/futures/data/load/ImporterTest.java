package futures.data.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import futures.data.store.BarRange;
import futures.data.store.OnConflict;
import futures.data.store.Series;
import futures.kit.http.Problem;
import futures.model.Bar;
import futures.wire.data.BadRow;
import futures.wire.data.ImportReport;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImporterTest {
    private static final String HEADER = "timestamp,open,high,low,close,volume\n";

    @TempDir
    Path directory;

    private Imports imports;

    @BeforeEach
    void open() {
        imports = new Imports(directory);
    }

    @AfterEach
    void close() {
        imports.close();
    }

    static String row(int minute, int price) {
        return java.time.Instant.ofEpochSecond(1_704_205_800L + minute * 60L) + "," + price + "," + (price + 1) + ","
                + (price - 1) + "," + price + "," + (minute % 100) + "\n";
    }

    static String rows(int from, int to) {
        StringBuilder text = new StringBuilder(HEADER);
        IntStream.range(from, to).forEach(minute -> text.append(row(minute, 100 + minute % 50)));
        return text.toString();
    }

    @Test
    void importingAgainChangesNothing() {
        assertEquals(5000, imports.run("ES", rows(0, 5000)).rowsAdded());
        Series before = imports.series("ES");
        ImportReport again = imports.run("ES", rows(0, 5000));
        assertEquals(0, again.rowsAdded());
        assertEquals(5000, again.rowsUnchanged());
        assertEquals(List.of("All of it was stored already; nothing changed."), again.notes());
        assertEquals(before, imports.series("ES"));

        ImportReport longer = imports.run("ES", rows(4000, 6000));
        assertEquals(1000, longer.rowsAdded());
        assertEquals(1000, longer.rowsUnchanged());
        assertEquals(6000, imports.bars("ES", BarRange.ALL).size());
    }

    @Test
    void oneBadRowRefusesAllOfIt() {
        String text = rows(0, 3000) + "2024-01-05T14:30:00Z,100,99,98,98.5,1\n"
                + rows(3000, 3010).substring(HEADER.length())
                + "2024-01-06T14:30:00Z,abc,101,99,100,1\n2024-01-06,100,101\n";
        ImportRefused refused = assertThrows(ImportRefused.class, () -> imports.run("ES", text));
        assertTrue(
                refused.getMessage()
                        .startsWith(
                                "3 bad rows, nothing was imported; the first is line 3002 of bars.csv: open 100 is not"
                                        + " between low 98 and high 99."),
                refused.getMessage());
        assertEquals(
                List.of(
                        new BadRow(
                                "bars.csv",
                                3002,
                                "open 100 is not between low 98 and high 99",
                                "2024-01-05T14:30:00Z,100,99,98,98.5,1"),
                        new BadRow(
                                "bars.csv",
                                3013,
                                "open 'abc' is no number with the decimal mark '.'",
                                "2024-01-06T14:30:00Z,abc,101,99,100,1"),
                        new BadRow(
                                "bars.csv", 3014, "the row has 3 fields, at least 6 are needed", "2024-01-06,100,101")),
                refused.rows());
        assertNull(imports.series("ES"));

        ImportPlan plan = imports.plan("ES", Imports.AS_FOUND, List.of(Imports.text("bars.csv", text)));
        ImportReport skipped = imports.run(Imports.with(plan, true, OnConflict.FAIL, false));
        assertEquals(3010, skipped.rowsAdded());
        assertEquals(3, skipped.badRows());
        assertEquals(3, skipped.firstBadRows().size());
    }

    @Test
    void barsThatContradictTheStoreAreNotTakenUnasked() {
        imports.run("ES", rows(0, 10));
        String other = HEADER + row(9, 777) + row(10, 778);
        ImportRefused refused = assertThrows(ImportRefused.class, () -> imports.run("ES", other));
        assertEquals(
                "1 bars are stored already with other values, nothing was imported; say on_conflict=keep or"
                        + " on_conflict=replace.",
                refused.getMessage());
        assertEquals(
                "the bar of 2024-01-02T14:39:00Z is stored with other values",
                refused.rows().get(0).reason());
        assertEquals(10, imports.series("ES").bars());

        ImportPlan plan = imports.plan("ES", Imports.AS_FOUND, List.of(Imports.text("b.csv", other)));
        ImportReport kept = imports.run(Imports.with(plan, false, OnConflict.KEEP, false));
        assertEquals(List.of(1L, 1L), List.of(kept.rowsAdded(), kept.rowsKept()));
        assertEquals(109.0, imports.bars("ES", BarRange.ALL).get(9).close());

        ImportReport replaced = imports.run(Imports.with(plan, false, OnConflict.REPLACE, false));
        assertEquals(
                List.of(0L, 1L, 1L), List.of(replaced.rowsAdded(), replaced.rowsReplaced(), replaced.rowsUnchanged()));
        assertEquals(777.0, imports.bars("ES", BarRange.ALL).get(9).close());
    }

    @Test
    void rowsTwiceInAFile() {
        ImportReport same = imports.run("ES", HEADER + row(0, 5) + row(1, 6) + row(0, 5));
        assertEquals(List.of(2L, 1L, 3L), List.of(same.rowsAdded(), same.duplicates(), same.rowsRead()));
        ImportRefused refused =
                assertThrows(ImportRefused.class, () -> imports.run("NQ", HEADER + row(0, 5) + row(1, 6) + row(0, 7)));
        assertEquals(4, refused.rows().get(0).line());
        assertEquals(
                "a second bar for 2024-01-02T14:30:00Z with other values",
                refused.rows().get(0).reason());
        ImportRefused overlap = assertThrows(
                ImportRefused.class,
                () -> imports.run(
                        "YM", HEADER + row(0, 5) + row(1, 6) + row(2, 6) + "2024-01-02T14:32:30Z,6,6,6,6,1\n"));
        assertTrue(overlap.rows().get(0).reason().contains("overlaps the one at 2024-01-02T14:32:00Z"));
    }

    @Test
    void rowsInAnyOrderAreSorted() {
        // 300 days of 20 bars each: more chunks than are kept open at once.
        List<String> lines = new ArrayList<>();
        for (int day = 0; day < 300; day++) {
            for (int i = 0; i < 20; i++) {
                lines.add(row(day * 1440 + i, 100 + i));
            }
        }
        Collections.shuffle(lines, new Random(3));
        ImportPlan plan =
                imports.plan("ES", withMinutes(), List.of(Imports.text("s.csv", HEADER + String.join("", lines))));
        ImportReport report = imports.run(plan);
        assertEquals(6000, report.rowsAdded());
        assertTrue(report.outOfOrder() > 5000);
        List<Bar> bars = imports.bars("ES", BarRange.ALL);
        assertEquals(6000, bars.size());
        for (int i = 1; i < bars.size(); i++) {
            assertTrue(bars.get(i - 1).openTime() < bars.get(i).openTime());
        }
    }

    private static futures.data.csv.DialectRequest withMinutes() {
        return new futures.data.csv.DialectRequest(
                null,
                null,
                null,
                Imports.CHICAGO,
                null,
                futures.model.Timeframe.MINUTE,
                null,
                futures.model.SessionHours.CME_GLOBEX);
    }

    @Test
    void aDryRunTellsEverythingAndStoresNothing() {
        ImportPlan plan = imports.plan("ES", Imports.AS_FOUND, List.of(Imports.text("b.csv", rows(0, 2000))));
        ImportReport report = imports.run(Imports.with(plan, false, OnConflict.FAIL, true));
        assertEquals(2000, report.rowsAdded());
        assertEquals(5, report.firstRows().size());
        assertEquals("2024-01-02T14:30:00Z", report.firstRows().get(0).timestamp());
        assertNull(imports.series("ES"));
        assertEquals(2000, imports.run(plan).rowsAdded());
    }

    @Test
    void moreThanNineDecimalsAreRoundedAndCounted() {
        ImportReport report = imports.run(
                "6J",
                HEADER + "2024-01-02T14:30:00Z,0.00691234565,0.0070000000004,0.0069,0.007,1\n"
                        + "2024-01-02T14:31:00Z,7E-3,0.007,0.0069,0.007,1\n");
        assertEquals(2, report.rounded());
        Bar bar = imports.bars("6J", BarRange.ALL).get(0);
        assertEquals(0.006912346, bar.open());
        assertEquals(0.007, bar.high());
        assertEquals(0.007, imports.bars("6J", BarRange.ALL).get(1).open());
    }

    @Test
    void anImportThatIsStoppedLeavesNothing() {
        ImportPlan plan = imports.plan("ES", Imports.AS_FOUND, List.of(Imports.text("b.csv", rows(0, 100_000))));
        IllegalStateException stop = new IllegalStateException("enough");
        Importer importer = new Importer(imports.database(), java.time.Clock.systemUTC(), 1L << 30);
        assertEquals(
                stop,
                assertThrows(
                        IllegalStateException.class,
                        () -> importer.run(
                                plan,
                                progress -> {
                                    throw stop;
                                },
                                committed -> {})));
        assertNull(imports.series("ES"));
        assertEquals(100_000, imports.run(plan).rowsAdded());
    }

    @Test
    void directoriesArchivesAndWhatLiesOutside() throws IOException {
        Path inbox = Files.createDirectories(directory.resolve("imports/sub"));
        Files.writeString(inbox.resolve("a.csv"), rows(0, 100));
        Files.writeString(inbox.resolve("notes.md"), "not a price file");
        try (OutputStream gz = new GZIPOutputStream(Files.newOutputStream(inbox.resolve("b.csv.gz")))) {
            gz.write(rows(100, 200).getBytes(StandardCharsets.UTF_8));
        }
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(inbox.resolve("c.zip")))) {
            for (int i = 2; i < 4; i++) {
                zip.putNextEntry(new ZipEntry("deep/part" + i + ".txt"));
                zip.write(rows(i * 100, i * 100 + 100).getBytes(StandardCharsets.UTF_8));
            }
        }
        Path root = directory.resolve("imports");
        ImportReport report = imports.run(imports.plan("ES", Imports.AS_FOUND, SourceFiles.under(root, "sub")));
        assertEquals(400, report.rowsAdded());
        assertEquals(
                List.of("sub/a.csv", "sub/b.csv.gz", "sub/c.zip!deep/part2.txt", "sub/c.zip!deep/part3.txt"),
                report.files().stream().map(file -> file.name()).toList());

        Files.writeString(directory.resolve("secret.csv"), rows(0, 10));
        Files.createSymbolicLink(inbox.resolve("link.csv"), directory.resolve("secret.csv"));
        for (String path :
                List.of("../secret.csv", directory.resolve("secret.csv").toString(), "sub/link.csv", "sub")) {
            Problem outside = assertThrows(Problem.class, () -> SourceFiles.under(root, path), path);
            assertEquals(400, outside.status());
        }
        assertEquals(
                404,
                assertThrows(Problem.class, () -> SourceFiles.under(root, "none.csv"))
                        .status());
    }

    @Test
    void whatUnpacksWithoutEndIsStopped() throws IOException {
        Path root = Files.createDirectories(directory.resolve("imports"));
        try (OutputStream gz = new GZIPOutputStream(Files.newOutputStream(root.resolve("bomb.csv.gz")))) {
            gz.write(rows(0, 60_000).getBytes(StandardCharsets.UTF_8));
        }
        ImportPlan plan = imports.plan("ES", Imports.AS_FOUND, SourceFiles.under(root, "bomb.csv.gz"));
        Importer strict = new Importer(imports.database(), java.time.Clock.systemUTC(), 1 << 20);
        Exception error = assertThrows(ImportRefused.class, () -> strict.run(plan, progress -> {}, committed -> {}));
        assertTrue(error.getMessage().contains("limits.upload_mb"), error.getMessage());
        assertNull(imports.series("ES"));
    }
}
