package futures.data.backup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import futures.data.DataServiceOnRedis;
import futures.kit.Calls.Reply;
import futures.kit.Eventually;
import futures.kit.bus.Notice;
import futures.wire.Channels;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

/** Backups made and brought back over HTTP, while bars are written and read. */
class RestoreServiceTest extends DataServiceOnRedis {
    private static final int ROWS = 20_000;

    /** Minutes from the start of a month, counted from 1970. */
    private static String rows(int month, int count) {
        StringBuilder csv = new StringBuilder("timestamp,open,high,low,close,volume\n");
        long start = Instant.parse("2020-01-01T00:00:00Z").toEpochMilli() + month * 30L * 86_400_000L;
        for (int i = 0; i < count; i++) {
            csv.append(Instant.ofEpochMilli(start + i * 60_000L))
                    .append(",10,12,9,%d,%d\n".formatted(9 + i % 4, month));
        }
        return csv.toString();
    }

    private void importRows(String symbol, int month, int count) {
        Reply reply = calls.send(
                "POST",
                "/api/data/import/csv?timeframe=1m&wait=true&symbol=" + symbol,
                rows(month, count),
                Map.of("Content-Type", "text/csv"));
        assertEquals(200, reply.status(), reply.text());
    }

    private String backup() {
        Reply reply = calls.post("/api/database/backup", "");
        assertEquals(201, reply.status(), reply.text());
        return reply.json().get("name").asText();
    }

    private Reply restore(String name) {
        return calls.post("/api/database/restore?file=" + name + "&confirm=" + name, "");
    }

    private String csv(String symbol) {
        return calls.get("/api/data/" + symbol + "?format=csv").text();
    }

    private HttpResponse<String> tagged(String symbol, String known) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(service.uri() + "/api/data/" + symbol + "?format=csv"))
                                .header("If-None-Match", known)
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }

    private static String tag(HttpResponse<String> response) {
        return response.headers().firstValue("ETag").orElseThrow();
    }

    private static long number(Path file, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            return row.next() ? row.getLong(1) : -1;
        }
    }

    @Test
    void aBackupMadeWhileFilesAreImportedHoldsWholeFiles() throws Exception {
        Path months = Files.createDirectories(home.resolve("data/imports/months"));
        for (int month = 1; month <= 30; month++) {
            Files.writeString(months.resolve("%02d.csv".formatted(month)), rows(month, ROWS));
        }
        String job = calls.post("/api/data/import/csv?symbol=MES&timeframe=1m&path=months&commit=file", "")
                .location();
        String once = calls.post("/api/data/import/csv?symbol=MNQ&timeframe=1m&path=months", "")
                .location();
        int partial = 0;
        while (!calls.get(once).json().get("state").asText().equals("done")) {
            Path file = home.resolve("data/backups").resolve(backup());
            assertEquals(1, number(file, "SELECT count(*) FROM pragma_integrity_check WHERE integrity_check = 'ok'"));
            long bars = number(
                    file,
                    "SELECT coalesce(sum(c.bars), 0) FROM bar_chunk c JOIN series s"
                            + " ON s.id = c.series_id WHERE s.symbol = 'MES'");
            assertEquals(0, bars % ROWS);
            assertEquals(bars, number(file, "SELECT coalesce(sum(bars), 0) FROM series WHERE symbol = 'MES'"));
            assertEquals(
                    bars / ROWS,
                    number(
                            file,
                            "SELECT count(*) FROM import_file f JOIN series s ON s.id = f.series_id"
                                    + " WHERE s.symbol = 'MES'"));
            long other = number(file, "SELECT coalesce(sum(bars), 0) FROM series WHERE symbol = 'MNQ'");
            assertTrue(other == 0 || other == 30L * ROWS, "bars of an import at once: " + other);
            partial += bars > 0 && bars < 30L * ROWS ? 1 : 0;
        }
        assertTrue(partial > 0, "no backup was made between two files");
        assertEquals("done", calls.get(job).json().get("state").asText());
    }

    @Test
    void whatWasThereComesBackAndWhatWasReplacedIsKept() throws Exception {
        List<Notice> heard = new CopyOnWriteArrayList<>();
        Eventually.within(
                Duration.ofSeconds(60),
                "the bus is connected",
                () -> service.bus().connected());
        service.bus().subscribe(Channels.DATA_UPDATES, (channel, notice) -> heard.add(notice));
        importRows("ES", 1, 500);
        String first = backup();
        String before = csv("ES");
        importRows("ES", 2, 700);
        importRows("NQ", 1, 100);
        String after = csv("ES");

        Reply restored = restore(first);
        assertEquals(200, restored.status(), restored.text());
        assertEquals(500, restored.json().get("records").asInt());
        assertEquals(before, csv("ES"));
        assertEquals(404, calls.get("/api/data/NQ").status());
        JsonNode list = calls.get("/api/database/backups").json().get("backups");
        assertEquals(2, list.size());
        String replaced = restored.json().get("replaced").get("name").asText();
        assertTrue(replaced.endsWith("-replaced.db"), replaced);

        assertEquals(200, restore(replaced).status());
        assertEquals(after, csv("ES"));
        assertEquals(100, calls.get("/api/data/NQ").json().get("count").asInt());
        // What is on its way when a service stops is lost, so they are heard before that.
        Eventually.within(
                Duration.ofSeconds(60),
                "notices arrive",
                () -> heard.stream()
                                .filter(notice -> notice.type().equals("database_restored"))
                                .count()
                        == 2);
        heard.stream()
                .filter(notice -> notice.type().equals("database_restored"))
                .forEach(notice -> assertFalse(notice.data().has("symbol")));
        // Written to as before, and the same after a restart.
        importRows("NQ", 2, 50);
        stop();
        start();
        assertEquals(after, csv("ES"));
        assertEquals(150, calls.get("/api/data/NQ").json().get("count").asInt());
    }

    @Test
    void noTagOfTheStateBeforePassesForCurrentAfterwards() throws Exception {
        importRows("ES", 1, 100);
        String first = backup();
        String firstTag = tag(tagged("ES", "\"none\""));
        assertEquals(304, tagged("ES", firstTag).statusCode());
        importRows("ES", 2, 100);
        importRows("NQ", 1, 100);
        String secondTag = tag(tagged("ES", "\"none\""));
        String otherTag = tag(tagged("NQ", "\"none\""));
        String secondRevision = revision("ES");
        String otherRevision = revision("NQ");

        assertEquals(200, restore(first).status());
        assertEquals(200, tagged("ES", firstTag).statusCode());
        // As many changes as before the restore, to other bars: counted from the backup, the numbers would be the same.
        importRows("ES", 3, 100);
        importRows("NQ", 4, 100);
        for (String known : List.of(firstTag, secondTag)) {
            HttpResponse<String> response = tagged("ES", known);
            assertEquals(200, response.statusCode());
            assertNotEquals(known, tag(response));
        }
        assertEquals(200, tagged("NQ", otherTag).statusCode());
        assertNotEquals(secondRevision, revision("ES"));
        assertNotEquals(otherRevision, revision("NQ"));
    }

    private String revision(String symbol) {
        for (JsonNode series : calls.get("/api/data").json().get("series")) {
            if (series.get("symbol").asText().equals(symbol)) {
                return series.get("revision").asText();
            }
        }
        throw new AssertionError(symbol);
    }

    @Test
    void anAnswerUnderWayEndsWithTheBarsItBeganWith() throws Exception {
        importRows("ES", 1, 10);
        String first = backup();
        importRows("ES", 1, 400_000);
        String whole = csv("ES");
        try (InputStream slow = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(service.uri() + "/api/data/ES?format=csv"))
                                .build(),
                        HttpResponse.BodyHandlers.ofInputStream())
                .body()) {
            byte[] head = slow.readNBytes(1000);
            assertEquals(200, restore(first).status());
            assertEquals(10, calls.get("/api/data/ES").json().get("count").asInt());
            String read =
                    new String(head, StandardCharsets.UTF_8) + new String(slow.readAllBytes(), StandardCharsets.UTF_8);
            assertEquals(whole.length(), read.length());
            assertEquals(whole, read);
        }
    }

    @Test
    void whatIsNoBackupIsRefusedAndChangesNothing() throws Exception {
        importRows("ES", 1, 3000);
        Path backups = home.resolve("data/backups");
        String good = backup();
        byte[] bytes = Files.readAllBytes(backups.resolve(good));
        byte[] noise = new byte[50_000];
        new Random(1).nextBytes(noise);
        Files.write(backups.resolve("noise.db"), noise);
        Files.write(backups.resolve("empty.db"), new byte[0]);
        Files.write(backups.resolve("cut.db"), Arrays.copyOf(bytes, bytes.length / 2));
        byte[] damaged = bytes.clone();
        Arrays.fill(damaged, 4096 * 3, 4096 * 4, (byte) 0x5A);
        Files.write(backups.resolve("damaged.db"), damaged);
        Files.write(backups.resolve("newer.db"), bytes);
        change(
                backups.resolve("newer.db"),
                "INSERT INTO flyway_schema_history SELECT 999, '999', 'later', type, script,"
                        + " checksum, installed_by, installed_on, execution_time, success FROM flyway_schema_history LIMIT 1");
        Files.write(backups.resolve("other.db"), new byte[0]);
        change(backups.resolve("other.db"), "CREATE TABLE portfolio (id INTEGER)");
        Files.write(backups.resolve("forged.db"), bytes);
        change(backups.resolve("forged.db"), "UPDATE flyway_schema_history SET checksum = 1 WHERE version = '1'");

        String before = csv("ES") + calls.get("/api/data").text();
        Map.of(
                        "noise.db", "is no database that can be read",
                        "empty.db", "it has no table of versions",
                        "cut.db", "is ",
                        "damaged.db", "is ",
                        "newer.db", "was written by a newer version, with step 999",
                        "other.db", "it has no table of versions",
                        "forged.db", "is no store of this service, or one that was changed by hand")
                .forEach((name, reason) -> {
                    Reply refused = restore(name);
                    assertEquals(422, refused.status(), name + " " + refused.text());
                    String detail = refused.json().get("detail").asText();
                    assertTrue(detail.startsWith("'" + name + "' " + reason) || detail.contains(reason), detail);
                    assertTrue(detail.endsWith("Nothing was changed."), detail);
                });
        for (String name : List.of("../futures.db", "/etc/passwd", "..", ".", "none.db", "%2e%2e%2ffutures.db")) {
            assertEquals(404, restore(name).status(), name);
        }
        assertEquals(400, calls.post("/api/database/restore?file=" + good, "").status());
        assertEquals(400, calls.post("/api/database/restore", "").status());
        assertEquals(before, csv("ES") + calls.get("/api/data").text());
        try (var files = Files.list(backups)) {
            assertEquals(
                    List.of(),
                    files.map(file -> file.getFileName().toString())
                            .filter(name -> !name.endsWith(".db") || name.contains("replaced"))
                            .toList());
        }
    }

    private static void change(Path file, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    @Test
    void aBackupOfAnOlderVersionIsBroughtUpToDate() throws Exception {
        importRows("ES", 1, 10);
        Path old = Files.createDirectories(home.resolve("data/backups")).resolve("old.db");
        Flyway.configure()
                .dataSource("jdbc:sqlite:" + old, null, null)
                .locations("classpath:db/data")
                .target("1")
                .load()
                .migrate();
        change(
                old,
                "INSERT INTO series VALUES (7, 'OLD', '1m', 60000, 'OLD', 'a file', 0, 'none', 1, 1704150000000,"
                        + " 1704150000000, 3, 1, 1)");
        change(
                old,
                "INSERT INTO bar_chunk VALUES (1, 7, 1704067200000, 1, 1, 60000, 2, 0, 1380, 1, X'00', 480025, 1, X'00',"
                        + " 480150, 1, X'00', 479900, 1, X'00', 480000, 1, X'00', 120, 1, X'00')");
        Reply restored = restore("old.db");
        assertEquals(200, restored.status(), restored.text());
        assertEquals(
                "timestamp,open,high,low,close,volume\n2024-01-01T23:00:00Z,4800.25,4801.5,4799,4800,120\n",
                csv("OLD"));
        assertEquals(404, calls.get("/api/data/ES").status());
        importRows("OLD", 1, 10);
        assertEquals(11, calls.get("/api/data/OLD").json().get("count").asInt());
        // The file itself stays as it was.
        assertEquals(1, number(old, "SELECT count(*) FROM flyway_schema_history"));
    }
}
