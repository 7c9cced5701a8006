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
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Real minutes are good data, and little is proposed for them. */
@Tag("real-data")
class RealQualityTest {
    @TempDir
    Path home;

    @ParameterizedTest
    @CsvSource({"MES, 354745, 5", "MCL, 86030, 5"})
    void realMinutesAreAnA(String symbol, long bars, int mostRepairs) throws Exception {
        Settings settings = Settings.load(
                home,
                Map.of(),
                List.of(
                        "ports.data=0",
                        "ports.redis=" + RedisForTests.freePort(),
                        "directories.imports=" + Path.of(System.getenv("REAL_DATA"), "bars")));
        try (RunningService service = RunningService.start("data", settings, Clock.systemUTC(), DataService::new)) {
            Calls calls = new Calls(service.uri());
            Calls.Reply imported =
                    calls.post("/api/data/import/csv?wait=true&symbol=" + symbol + "&path=" + symbol, "");
            assertEquals(200, imported.status(), imported.text());
            JsonNode report = calls.get("/api/data/" + symbol + "/quality").json();
            assertEquals(bars, report.get("bars").asLong());
            assertEquals("A", report.get("grade").asText(), report::toString);
            assertEquals(0, report.at("/imports/duplicates").asLong());
            JsonNode repairs = calls.get("/api/data/" + symbol + "/repairs").json();
            assertEquals(0, repairs.get("remedies").size(), repairs::toString);
            assertTrue(repairs.get("total").asInt() <= mostRepairs, repairs::toString);
        }
    }
}
