package futures.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import futures.kit.Calls.Reply;
import futures.kit.Eventually;
import futures.kit.bus.Notice;
import futures.kit.columnar.ColumnBatch;
import futures.kit.columnar.ColumnReader;
import futures.wire.Channels;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The service over HTTP, with a real store and a real Redis. */
class DataServiceTest extends DataServiceOnRedis {
    private static final String CSV = """
            timestamp,open,high,low,close,volume
            2024-01-02T22:59:00Z,4800.25,4801.5,4799,4800,120
            2024-01-02T23:00:00Z,4800,4802,4800,4801.75,80
            2024-01-03T21:59:00Z,4801.75,4803,4801.5,4802.25,60
            2024-01-03T23:00:00Z,4802,4802.5,4802,4802,40
            """;

    private Reply upload(String parameters, String csv) {
        return calls.send("POST", "/api/data/import/csv?" + parameters, csv, Map.of("Content-Type", "text/csv"));
    }

    private void importBars() {
        Reply reply = upload("symbol=ES&timeframe=1m&wait=true", CSV);
        assertEquals(200, reply.status(), reply.text());
        assertEquals(4, reply.json().get("rows_added").asInt());
    }

    private List<String> times(String query) {
        Reply reply = calls.get("/api/data/ES" + query);
        assertEquals(200, reply.status(), reply.text());
        assertEquals(reply.json().get("count").asInt(), reply.json().get("data").size());
        return Stream.iterate(0, i -> i + 1)
                .limit(reply.json().get("data").size())
                .map(i -> reply.json().get("data").get(i).get("timestamp").asText())
                .toList();
    }

    @Test
    void barsComeBackAsTheyWereSent() {
        importBars();
        JsonNode body = calls.get("/api/data/ES").json();
        assertEquals("ES", body.get("product").asText());
        assertEquals(
                "{\"timestamp\":\"2024-01-02T22:59:00Z\",\"open\":4800.25,\"high\":4801.5,\"low\":4799,\"close\":4800,"
                        + "\"volume\":120}",
                body.get("data").get(0).toString());
        assertEquals(CSV, calls.get("/api/data/ES?format=csv").text());
    }

    @Test
    void datesAreTradingDaysOfTheExchange() {
        importBars();
        // 2 January's session ended at 22:00 UTC (16:00 in Chicago); all bars but the last belong to the 3rd.
        List<String> third = List.of("2024-01-02T22:59:00Z", "2024-01-02T23:00:00Z", "2024-01-03T21:59:00Z");
        assertEquals(third, times("?start_date=2024-01-03&end_date=2024-01-03"));
        assertEquals(List.of("2024-01-03T23:00:00Z"), times("?start_date=2024-01-04"));
        assertEquals(third, times("?end_date=2024-01-03"));
        assertEquals(List.of(), times("?end_date=2024-01-02"));
        assertEquals(third.subList(1, 3), times("?start_date=2024-01-02T23:00:00Z&end_date=2024-01-03T17:00:00-06:00"));
        assertEquals(List.of("2024-01-03T21:59:00Z", "2024-01-03T23:00:00Z"), times("?limit=2"));
        assertEquals(List.of("2024-01-03T23:00:00Z", "2024-01-03T21:59:00Z"), times("?limit=2&order=desc"));
    }

    @Test
    void arrowCarriesTheSameNumbers() throws Exception {
        calls.post("/api/data/sample", "");
        HttpResponse<InputStream> response = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(
                                        service.uri() + "/api/data/ES-SYNTH?format=arrow&start_date=2025-06-02"))
                                .build(),
                        HttpResponse.BodyHandlers.ofInputStream());
        assertEquals(
                "application/vnd.apache.arrow.stream",
                response.headers().firstValue("Content-Type").orElseThrow());
        ColumnReader reader = new ColumnReader(response.body());
        assertEquals("true", reader.metadata().get("synthetic"));
        assertEquals("ES", reader.metadata().get("product"));
        ColumnBatch all = reader.readAll();
        assertEquals(Integer.parseInt(reader.metadata().get("count")), all.rows());
        String[] lines = calls.get("/api/data/ES-SYNTH?format=csv&start_date=2025-06-02")
                .text()
                .split("\n");
        assertEquals(lines.length - 1, all.rows());
        for (int i = 0; i < all.rows(); i++) {
            String[] fields = lines[i + 1].split(",");
            assertEquals(java.time.Instant.parse(fields[0]).toEpochMilli(), all.longs("timestamp")[i]);
            assertEquals(Double.parseDouble(fields[1]), all.doubles("open")[i]);
            assertEquals(Double.parseDouble(fields[2]), all.doubles("high")[i]);
            assertEquals(Double.parseDouble(fields[3]), all.doubles("low")[i]);
            assertEquals(Double.parseDouble(fields[4]), all.doubles("close")[i]);
            assertEquals(Double.parseDouble(fields[5]), all.doubles("volume")[i]);
        }
        HttpResponse<InputStream> newestFirst = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(
                                        service.uri() + "/api/data/ES-SYNTH?format=arrow&order=desc&limit=50000"))
                                .build(),
                        HttpResponse.BodyHandlers.ofInputStream());
        long[] times = new ColumnReader(newestFirst.body()).readAll().longs("timestamp");
        assertEquals(50_000, times.length);
        long[] expected = Stream.of(calls.get("/api/data/ES-SYNTH?format=csv&order=desc&limit=50000")
                        .text()
                        .split("\n"))
                .skip(1)
                .mapToLong(
                        line -> java.time.Instant.parse(line.substring(0, 20)).toEpochMilli())
                .toArray();
        assertArrayEquals(expected, times);
    }

    @Test
    void anImportIsAJobThatCanBeFollowed() throws Exception {
        Path inbox = Files.createDirectories(home.resolve("data/imports/es"));
        Files.writeString(inbox.resolve("bars.csv"), CSV);
        Reply accepted = calls.post("/api/data/import/csv?symbol=ES&timeframe=1m&path=es", "");
        assertEquals(202, accepted.status(), accepted.text());
        Eventually.within(
                Duration.ofSeconds(60),
                "the job ends",
                () -> calls.get(accepted.location())
                        .json()
                        .get("state")
                        .asText()
                        .equals("done"));
        JsonNode job = calls.get(accepted.location()).json();
        assertEquals(4, job.get("result").get("rows_added").asInt());
        assertEquals("/api/data/ES?timeframe=1m", job.get("href").asText());

        JsonNode again = calls.post("/api/data/import/csv?symbol=ES&timeframe=1m&path=es&wait=true", "")
                .json();
        assertEquals(0, again.get("rows_added").asInt());
        assertEquals(4, again.get("rows_unchanged").asInt());
        JsonNode series = calls.get("/api/data").json().get("series").get(0);
        assertEquals("1.1", series.get("revision").asText());
        assertEquals("es/bars.csv", series.get("files").get(0).get("name").asText());
        assertEquals(64, series.get("files").get(0).get("sha256").asText().length());
    }

    @Test
    void aFormCarriesAFileToo() {
        String body = "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"C:\\\\x\\\\es.csv\"\r\n"
                + "Content-Type: text/csv\r\n\r\n" + CSV + "\r\n--b--\r\n";
        Reply reply = calls.send(
                "POST",
                "/api/data/import/csv?symbol=ES&timeframe=1m&wait=true&dry_run=true",
                body,
                Map.of("Content-Type", "multipart/form-data; boundary=b"));
        assertEquals(200, reply.status(), reply.text());
        assertEquals("es.csv", reply.json().get("files").get(0).get("name").asText());
        assertEquals(4, reply.json().get("rows_added").asInt());
        assertEquals(404, calls.get("/api/data/ES").status());
        Eventually.within(Duration.ofSeconds(60), "the upload is removed", () -> {
            String[] left = home.resolve("data/uploads").toFile().list();
            return left != null && left.length == 0;
        });
    }

    @Test
    void jsonImportFollowsTheSameRules() {
        String good = """
                [{"timestamp":"2024-01-02T14:30:00Z","open":4800.25,"high":4801.5,"low":4799,"close":4800,"volume":3},
                 {"timestamp":"2024-01-02T14:31:00Z","open":4800,"high":4802,"low":4800,"close":4801.75}]""";
        Reply reply = calls.post("/api/data/import?symbol=ES&timeframe=1m", good);
        assertEquals(200, reply.status(), reply.text());
        assertEquals(2, reply.json().get("rows_added").asInt());
        assertEquals(
                2,
                calls.post("/api/data/import?symbol=ES&timeframe=1m", good)
                        .json()
                        .get("rows_unchanged")
                        .asInt());

        Reply bad = calls.post("/api/data/import?symbol=ES&timeframe=1m", good.replace("4799", "4900"));
        assertEquals(422, bad.status());
        assertEquals("body:1", bad.json().get("errors").get(0).get("field").asText());
        assertEquals(
                "low 4900 is above high 4801.5",
                bad.json().get("errors").get(0).get("message").asText());
        Reply missing =
                calls.post("/api/data/import?symbol=ES", "[{\"timestamp\":\"2024-01-02T14:30:00Z\",\"open\":1}]");
        assertEquals(400, missing.status());
        assertEquals("[0].high is missing.", missing.json().get("detail").asText());
    }

    @Test
    void badInputIsAProblemThatSaysWhatToDo() {
        importBars();
        Map<String, Integer> requests = Map.of(
                "/api/data/EZ", 404,
                "/api/data/ES?timeframe=30s", 422,
                "/api/data/ES?timeframe=soon", 400,
                "/api/data/ES?start_date=January", 400,
                "/api/data/ES?start_date=2024-02-01&end_date=2024-01-01", 400,
                "/api/data/ES?limit=0", 400,
                "/api/data/ES?colour=red", 400,
                "/api/contracts/EX", 404,
                "/api/data/imports/none", 404);
        requests.forEach((path, status) -> {
            Reply reply = calls.get(path);
            assertEquals(status, reply.status(), path + " " + reply.text());
            assertTrue(reply.json().get("detail").asText().length() > 10, reply.text());
        });
        for (String parameters : List.of(
                "symbol=../x",
                "symbol=ES-SYNTH",
                "timeframe=1m",
                "symbol=ES&path=../futures.db",
                "symbol=ES&product=NONE",
                "symbol=ES&time_zone=Mars",
                "symbol=ES&columns=a,b")) {
            Reply reply = upload(parameters, CSV);
            assertTrue(reply.status() >= 400 && reply.status() < 500, parameters + " " + reply.text());
        }
        Reply badRow = upload("symbol=NQ&timeframe=1m&wait=true", CSV + "2024-01-04T00:00:00Z,1,0,1,1,1\n");
        assertEquals(422, badRow.status());
        assertEquals(
                "upload.csv:6", badRow.json().get("errors").get(0).get("field").asText());
        assertEquals(
                "low 1 is above high 0",
                badRow.json().get("errors").get(0).get("message").asText());
        assertEquals(404, calls.get("/api/data/NQ").status());
    }

    @Test
    void deletingWantsTheSymbolTwice() {
        importBars();
        assertEquals(400, calls.delete("/api/data/ES").status());
        assertEquals(4, calls.get("/api/stats").json().get("records").asInt());
        JsonNode part =
                calls.delete("/api/data/ES?confirm=ES&end_date=2024-01-03").json();
        assertEquals(
                List.of(3L, 1L),
                List.of(part.get("deleted").asLong(), part.get("left").asLong()));
        assertEquals(
                1, calls.delete("/api/data/ES?confirm=ES").json().get("deleted").asInt());
        assertEquals(404, calls.get("/api/data/ES").status());
    }

    @Test
    void contractsCanBeReadAndChangedAndSurviveARestart() throws Exception {
        JsonNode es = calls.get("/api/contracts/ES").json();
        assertEquals(12.5, es.get("tick_value").asDouble());
        assertEquals(50, es.get("contract_size").asInt());
        assertEquals(es.get("initial_margin"), es.get("margin_requirement"));
        assertEquals(51, calls.get("/api/contracts").json().get("contracts").size());
        Reply changed =
                calls.put("/api/contracts/ES", es.toString().replace("\"point_value\":50", "\"point_value\":60"));
        assertEquals(422, changed.status());
        assertEquals(
                "tick_value", changed.json().get("errors").get(0).get("field").asText());
        String spec = """
                {"name":"My product","exchange":"CME","currency":"USD","tick_size":0.5,"point_value":20,
                 "initial_margin":1000,"maintenance_margin":900}""";
        Reply made = calls.put("/api/contracts/MINE", spec);
        assertEquals(200, made.status(), made.text());
        assertEquals(10, made.json().get("tick_value").asInt());
        stop();
        start();
        assertEquals(made.json(), calls.get("/api/contracts/MINE").json());
    }

    @Test
    void spaceOfDeletedBarsIsToldAndGivenBack() throws Exception {
        assertEquals(200, calls.post("/api/data/sample", "").status());
        JsonNode before = calls.get("/api/data/ES-SYNTH").json();
        assertEquals(
                200, calls.delete("/api/data/ESM25-SYNTH?confirm=ESM25-SYNTH").status());
        assertTrue(calls.get("/api/database/info").json().get("free_bytes").asLong() > 500_000);

        Reply reply = calls.post("/api/database/vacuum", "");
        assertEquals(200, reply.status(), reply.text());
        assertTrue(
                reply.json().get("bytes_before").asLong()
                        > reply.json().get("bytes_after").asLong() + 500_000,
                reply.text());
        assertEquals(0, calls.get("/api/database/info").json().get("free_bytes").asLong());
        assertEquals(before, calls.get("/api/data/ES-SYNTH").json());
    }

    @Test
    void statsInfoHealthAndABackupThatOpens() throws Exception {
        importBars();
        JsonNode stats = calls.get("/api/stats").json();
        assertEquals(
                "2024-01-02T22:59:00Z",
                stats.get("by_symbol").get(0).get("earliest").asText());
        assertEquals(
                "2024-01-03T23:00:00Z",
                stats.get("by_symbol").get(0).get("latest").asText());
        JsonNode info = calls.get("/api/database/info").json();
        assertEquals("wal", info.get("journal_mode").asText());
        assertEquals(4, info.get("records").asInt());
        assertEquals(
                4,
                calls.get("/health")
                        .json()
                        .get("details")
                        .get("database_records")
                        .asInt());

        Reply backup = calls.post("/api/database/backup", "");
        assertEquals(201, backup.status(), backup.text());
        Path file = Path.of(backup.json().get("file").asText());
        assertTrue(Files.exists(file));
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                var row = connection
                        .createStatement()
                        .executeQuery("SELECT count(*), max(close) FROM market_data WHERE symbol = 'ES'")) {
            assertTrue(row.next());
            assertEquals(4, row.getInt(1));
            assertEquals(4802.25, row.getDouble(2));
        }
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                var row = connection
                        .createStatement()
                        .executeQuery("SELECT symbol, name, tick_size, tick_value, contract_size, margin_requirement,"
                                + " currency, exchange FROM contract_specs WHERE symbol = 'CL'")) {
            assertTrue(row.next());
            assertEquals(10.0, row.getDouble("tick_value"), 1e-12);
        }
    }

    @Test
    void othersHearWhatChangedAndWhatWasRead() {
        List<Notice> updates = new CopyOnWriteArrayList<>();
        List<Notice> reads = new CopyOnWriteArrayList<>();
        Eventually.within(
                Duration.ofSeconds(60),
                "the bus is connected",
                () -> service.bus().connected());
        service.bus().subscribe(Channels.DATA_UPDATES, (channel, notice) -> updates.add(notice));
        service.bus().subscribe(Channels.DATA_REQUESTS, (channel, notice) -> reads.add(notice));
        Eventually.within(Duration.ofSeconds(60), "a notice arrives", () -> {
            upload("symbol=ES&timeframe=1m&wait=true&on_conflict=replace", CSV);
            calls.get("/api/data/ES?limit=2");
            calls.delete("/api/data/ES?confirm=ES");
            return updates.size() > 1 && !reads.isEmpty();
        });
        assertNotNull(updates.get(0).href());
        assertTrue(updates.stream()
                .anyMatch(notice -> notice.type().equals("bars_imported")
                        && notice.data().get("rows").asInt() == 4
                        && notice.href().equals("/api/data/ES?timeframe=1m")));
        assertEquals(2, reads.get(0).data().get("bars").asInt());
    }

    @Test
    void theSampleIsWrittenOnce() {
        JsonNode first = calls.post("/api/data/sample", "").json();
        assertTrue(first.get("rows_added").asInt() > 180_000);
        assertEquals("ES-SYNTH", first.get("try_this").asText());
        assertEquals(
                0, calls.post("/api/data/sample", "").json().get("rows_added").asInt());
        JsonNode bars = calls.get("/api/data/ES-SYNTH?limit=1").json();
        assertTrue(bars.get("synthetic").asBoolean());
        JsonNode quality = calls.get("/api/data/ES-SYNTH/quality").json();
        assertEquals("A", quality.get("grade").asText(), quality::toString);
    }
}
