package futures.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import futures.kit.Calls;
import futures.kit.RedisForTests;
import futures.kit.RunningService;
import futures.kit.config.Settings;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
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
        Settings settings =
                Settings.load(home, Map.of(), List.of("ports.data=0", "ports.redis=" + RedisForTests.freePort()));
        service = RunningService.start("data", settings, Clock.systemUTC(), DataService::new);
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

    @Test
    void unknownSymbolsHaveNoReport() {
        assertEquals(404, calls.get("/api/data/NQ/quality").status());
    }
}
