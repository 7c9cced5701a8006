package futures.ml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import futures.kit.Calls;
import futures.kit.Eventually;
import futures.kit.RedisForTests;
import futures.kit.RunningService;
import futures.kit.Service;
import futures.kit.config.Settings;
import futures.kit.http.Routes;
import futures.wire.ml.DataChange;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MlServiceTest {
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final Instant NOON = Instant.parse("2024-03-28T17:00:00Z");

    @TempDir
    Path home;

    private final List<Map<String, Object>> series = new CopyOnWriteArrayList<>();
    private RedisForTests redis;
    private Settings settings;
    private RunningService data;

    @BeforeEach
    void start() {
        redis = RedisForTests.onFreePort();
        settings = redis.settings(home, "ports.data=" + RedisForTests.freePort());
    }

    @AfterEach
    void stop() {
        if (data != null) {
            data.close();
        }
        redis.close();
    }

    private void startData() throws Exception {
        data = RunningService.start("data", settings, Clock.systemUTC(), context -> new Service() {
            @Override
            public void routes(Routes routes) {
                routes.get("/api/data").handle(request -> Map.of("series", series));
            }

            @Override
            public void close() {}
        });
        Eventually.within(LONG, "the neighbour's bus", () -> data.bus().connected());
    }

    private RunningService ml() throws Exception {
        return RunningService.start("ml", settings, Clock.systemUTC(), MlService::new);
    }

    private static JsonNode details(RunningService ml) {
        return new Calls(ml.uri()).get("/health").json().get("details");
    }

    private static JsonNode status(RunningService ml) {
        return new Calls(ml.uri()).get("/api/ml/model/status").json();
    }

    private void untilHeard(RunningService ml, String symbol) {
        Eventually.within(LONG, symbol, () -> {
            data.bus().publish("data:updates", "bars_imported", "/api/data/" + symbol, Map.of("symbol", symbol));
            return status(ml).get("data_changes").toString().contains("\"" + symbol + "\"");
        });
    }

    @Test
    void aNoticeMarksItsSymbolAndSurvivesARestart() throws Exception {
        startData();
        String changed;
        try (RunningService ml = ml()) {
            assertEquals(0, status(ml).get("models").size());
            assertEquals(0, status(ml).get("data_changes").size());
            untilHeard(ml, "ES");
            data.bus().publish("data:updates", "contract_changed", "/api/contracts/NQ", Map.of("contract", "NQ"));
            Eventually.within(LONG, "NQ", () -> status(ml).get("data_changes").size() == 2);
            assertEquals("bars_imported", status(ml).at("/data_changes/0/what").asText());
            assertEquals(
                    "contract_changed", status(ml).at("/data_changes/1/what").asText());
            assertTrue(details(ml).get("notices_heard").asInt() >= 2);
            changed = details(ml).get("data_changed_at").asText();
        }
        try (RunningService ml = ml()) {
            assertEquals("NQ", status(ml).at("/data_changes/1/symbol").asText());
            assertEquals(changed, details(ml).get("data_changed_at").asText());
        }
    }

    @Test
    void changesThatWereNotHeardAreFoundOnceTheDataServiceAnswers() throws Exception {
        series.add(Map.of("symbol", "ES", "updated_at", NOON));
        try (RunningService ml = ml()) {
            assertTrue(details(ml).get("catching_up").isBoolean());
            startData();
            Eventually.within(LONG, "ES", () -> status(ml).get("data_changes").size() == 1);
            assertEquals(
                    NOON.toString(), status(ml).at("/data_changes/0/changed_at").asText());
            assertEquals("found", status(ml).at("/data_changes/0/what").asText());
            untilHeard(ml, "YM");
            redis.stop();
            Eventually.within(
                    LONG, "degraded", () -> !details(ml).get("redis_connected").asBoolean());
            series.add(Map.of("symbol", "CL", "updated_at", NOON.plusSeconds(1)));
            redis.start();
            Eventually.within(LONG, "CL", () -> status(ml).get("data_changes").size() == 3);
        }
    }

    @Test
    void theLaterChangeIsKeptAndTheOldestSymbolGivesWay() {
        Path file = home.resolve("changes.json");
        DataChanges changes = new DataChanges(file, 2);
        assertTrue(changes.add(new DataChange("ES", NOON, "bars_imported")));
        assertFalse(changes.add(new DataChange("ES", NOON.minusSeconds(1), "found")));
        assertFalse(changes.add(new DataChange("ES", NOON, "found")));
        assertTrue(changes.add(new DataChange("CL", NOON.plusSeconds(1), "found")));
        assertTrue(changes.add(new DataChange("NQ", NOON.plusSeconds(2), "found")));
        assertEquals(
                List.of("CL", "NQ"),
                new DataChanges(file, 2).all().stream().map(DataChange::symbol).toList());
    }

    @Test
    void aDamagedFileStopsTheStartAndIsNamed() throws Exception {
        Path file = home.resolve("changes.json");
        Files.writeString(file, "[{\"symbol\":");
        UncheckedIOException e = assertThrows(UncheckedIOException.class, () -> new DataChanges(file, 2));
        assertTrue(e.getMessage().contains(file.toString()), e.getMessage());
    }
}
