package futures.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import futures.kit.Calls;
import futures.kit.RunningService;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The report over HTTP, of bars that were imported. */
class QualityServiceTest {
    @TempDir
    Path home;

    private RunningService service;
    private Calls calls;

    @BeforeEach
    void start() throws Exception {
        service = DataServices.start(home);
        calls = new Calls(service.uri());
        Calls.Reply imported = calls.send(
                "POST",
                "/api/data/import/csv?symbol=ES&wait=true&time_zone=UTC&stamps=open&timeframe=1m",
                weekOfMartinLutherKing(),
                Map.of("Content-Type", "text/csv"));
        assertEquals(200, imported.status(), imported.text());
    }

    @AfterEach
    void stop() {
        service.close();
    }

    /** Two trading days of 2024: Friday, and Sunday's evening with Monday until the halt, and Tuesday. Ten minutes are cut. */
    private static String weekOfMartinLutherKing() {
        StringBuilder csv = new StringBuilder("time,open,high,low,close,volume\n");
        minutes(csv, "2024-01-11T23:00:00Z", "2024-01-12T22:00:00Z");
        minutes(csv, "2024-01-14T23:00:00Z", "2024-01-15T18:00:00Z");
        minutes(csv, "2024-01-15T23:00:00Z", "2024-01-16T14:00:00Z");
        minutes(csv, "2024-01-16T14:10:00Z", "2024-01-16T22:00:00Z");
        return csv.toString();
    }

    private static void minutes(StringBuilder csv, String from, String to) {
        for (Instant time = Instant.parse(from); time.isBefore(Instant.parse(to)); time = time.plusSeconds(60)) {
            csv.append(time)
                    .append(
                            time.getEpochSecond() % 120 == 0
                                    ? ",4800,4801,4799.5,4800.5,9\n"
                                    : ",4800.5,4801,4800,4800,7\n");
        }
    }

    @Test
    void theReportNamesTheGapAndTheGradeThatFollows() {
        JsonNode report = calls.get("/api/data/ES/quality?timeframe=1m").json();
        assertEquals("B", report.get("grade").asText());
        assertTrue(report.get("reason").asText().startsWith("missing_bars: 10 bars"), report::toString);
        assertEquals("CME_EQUITY", report.get("calendar").asText());
        assertEquals(3890, report.get("bars").asInt());
        assertEquals(3900, report.at("/coverage/expected").asInt());
        assertEquals(
                "{\"day\":\"2024-01-16\",\"from\":\"2024-01-16T14:00:00Z\",\"to\":\"2024-01-16T14:10:00Z\",\"bars\":10}",
                report.at("/coverage/worst_gaps/0").toString());
        assertEquals(0.25, report.at("/grid/tick_size").asDouble());
        assertEquals(
                calls.get("/api/data").json().at("/series/0/revision").asText(),
                report.get("revision").asText());
    }

    /** It is kept, and must follow all that it depends on. */
    @Test
    void theSummaryFollowsBarsAndContract() {
        String path = "/api/data/ES/quality?summary=true&start_date=2024-01-12";
        JsonNode report =
                calls.get("/api/data/ES/quality?start_date=2024-01-12").json();
        JsonNode summary = calls.get(path).json();
        for (String field :
                new String[] {"grade", "reason", "revision", "bars", "first", "last", "calendar", "product"}) {
            assertEquals(report.get(field), summary.get(field), field);
        }
        assertEquals(1, summary.get("worst").size());
        assertEquals("missing_bars", summary.at("/worst/0/name").asText());
        assertEquals(
                "/api/data/ES/quality?timeframe=1m&start_date=2024-01-12",
                summary.get("href").asText());
        assertEquals(200, calls.get(summary.get("href").asText()).status());
        assertEquals(summary, calls.get(path).json(), "asked again");
        assertEquals(
                "A",
                calls.get("/api/data/ES/quality?summary=true&end_date=2024-01-12")
                        .json()
                        .get("grade")
                        .asText(),
                "another range");

        StringBuilder gap = new StringBuilder("time,open,high,low,close,volume\n");
        minutes(gap, "2024-01-16T14:00:00Z", "2024-01-16T14:10:00Z");
        post("ES", gap.toString(), "");
        JsonNode filled = calls.get(path).json();
        assertEquals("A", filled.get("grade").asText(), filled::toString);
        assertEquals(0, filled.get("worst").size());

        String contract = calls.get("/api/contracts/ES").json().toString();
        Calls.Reply put = calls.put(
                "/api/contracts/ES",
                contract.replace("\"tick_size\":0.25", "\"tick_size\":0.75")
                        .replaceAll("\"tick_value\":[0-9.]+", "\"tick_value\":37.5"));
        assertEquals(200, put.status(), put.text());
        JsonNode coarse = calls.get(path).json();
        assertEquals("off_tick_prices", coarse.at("/worst/0/name").asText(), coarse::toString);
        assertEquals("F", coarse.get("grade").asText());
    }

    @Test
    void aRangeIsJudgedAlone() {
        JsonNode report = calls.get("/api/data/ES/quality?end_date=2024-01-12").json();
        assertEquals("A", report.get("grade").asText());
        assertEquals(1380, report.get("bars").asInt());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/api/data/ES/quality?timeframe=5m | 422 | timeframe",
                "/api/data/ES/quality?timeframe=long | 400 | timeframe",
                "/api/data/ES/quality?start_date=2025-01-02 | 422 | start_date",
                "/api/data/ES/quality?start_date=2024-01-17&end_date=2024-01-12 | 400 | end_date",
            })
    void whatCannotBeAnsweredIsRefused(String path, int status, String field) {
        Calls.Reply reply = calls.get(path);
        assertEquals(status, reply.status(), reply.text());
        assertEquals(field, reply.json().at("/errors/0/field").asText());
    }

    /** Two files that overlap: what each of them held stays in the report, whatever became of it. */
    @Test
    void whatImportsSawStays() {
        String head = "time,open,high,low,close,volume\n";
        String odd = head
                + "2024-02-05T00:02:00Z,4900,4901,4899,4900,5\n"
                + "2024-02-05T00:01:00Z,4900,4901,4899,4900,5\n"
                + "2024-02-05T00:01:00Z,4900,4901,4899,4900,5\n"
                + "2024-02-05T00:03:00Z,4900.00000000049,4901,4899,4900,5\n"
                + "2024-02-05T00:04:00Z,4900,4890,4899,4900,5\n";
        String other =
                head + "2024-02-05T00:02:00Z,4900,4901,4899,4900,6\n" + "2024-02-05T00:05:00Z,4900,4901,4899,4900,5\n";
        post("NQ", odd, "&on_error=skip");
        post("NQ", odd, "&on_error=skip");
        assertEquals(422, send("NQ", other, "").status(), "another volume for a minute that is stored");
        post("NQ", other, "&on_conflict=keep");

        assertEquals(
                "{\"files\":2,\"uncounted\":0,\"rows\":6,\"duplicates\":1,\"out_of_order\":1,\"rounded\":1,\"bad_rows\":1,"
                        + "\"conflicts\":1}",
                calls.get("/api/data/NQ/quality").json().get("imports").toString());
        JsonNode files = calls.get("/api/data").json().at("/series/1/files");
        assertEquals(
                "{\"duplicates\":1,\"out_of_order\":1,\"rounded\":1,\"bad_rows\":1,\"conflicts\":0}",
                files.at("/0/seen").toString());
        assertEquals(1, files.at("/1/seen/conflicts").asInt());
    }

    /** 200 days of a bar each, and all of them again in a second file: more days than stay open while rows are read. */
    @Test
    void whatMergingFindsIsOfTheFileThatBroughtItLater() throws Exception {
        StringBuilder csv = new StringBuilder("time,open,high,low,close,volume\n");
        for (int day = 0; day < 200; day++) {
            csv.append(Instant.parse("2023-01-02T12:00:00Z").plusSeconds(86_400L * day))
                    .append(",100,101,99,100,1\n");
        }
        Path directory = Files.createDirectories(home.resolve("data/imports/YM"));
        Files.writeString(directory.resolve("a.csv"), csv);
        Files.writeString(directory.resolve("b.csv"), csv + "\n");
        Calls.Reply reply = calls.send(
                "POST",
                "/api/data/import/csv?symbol=YM&path=YM&wait=true&time_zone=UTC&stamps=open&timeframe=1m",
                "",
                Map.of());
        assertEquals(200, reply.status(), reply.text());
        assertEquals(200, reply.json().get("duplicates").asInt());
        assertEquals(0, reply.json().at("/files/0/seen/duplicates").asInt());
        assertEquals(200, reply.json().at("/files/1/seen/duplicates").asInt());
        assertEquals(
                200,
                calls.get("/api/data/YM/quality")
                        .json()
                        .at("/imports/duplicates")
                        .asInt());
    }

    private Calls.Reply send(String symbol, String csv, String more) {
        return calls.send(
                "POST",
                "/api/data/import/csv?symbol=" + symbol + "&wait=true&time_zone=UTC&stamps=open&timeframe=1m" + more,
                csv,
                Map.of("Content-Type", "text/csv"));
    }

    private void post(String symbol, String csv, String more) {
        Calls.Reply reply = send(symbol, csv, more);
        assertEquals(200, reply.status(), reply.text());
    }

    @Test
    void unknownSymbolsHaveNoReport() {
        assertEquals(404, calls.get("/api/data/NQ/quality").status());
    }
}
