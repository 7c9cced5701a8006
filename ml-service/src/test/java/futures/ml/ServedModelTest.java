package futures.ml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import futures.kit.Calls;
import futures.kit.Eventually;
import futures.kit.RedisForTests;
import futures.kit.RunningService;
import futures.kit.config.Settings;
import futures.model.BarSeries;
import futures.model.Timeframe;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A model in use: how quickly it answers, what bars in the body give, when it grows stale. */
class ServedModelTest {
    private static final Duration LONG = Duration.ofMinutes(2);
    private static final Timeframe FIVE = new Timeframe(300);
    private static final String ORDER = """
            {"name": "served", "expires_days": 30, "shuffles": 1, "model": {"kind": "logistic"},
             "data": {"symbol": "LEAN", "timeframe": "5m", "features": [{"kind": "body"}, {"kind": "close_position", "parameters": {"period": 5}}],
             "label": {"kind": "triple_barrier", "bars": 4}}}""";

    @TempDir
    Path home;

    private final DataStandIn stored = new DataStandIn();
    private final BarSeries bars = MadeBars.leaning("LEAN", FIVE, 1_200, 1, 5);
    private RedisForTests redis;
    private RunningService data;
    private RunningService ml;

    @BeforeEach
    void start() throws Exception {
        redis = RedisForTests.onFreePort();
        Settings settings = redis.settings(home, "ports.data=" + RedisForTests.freePort());
        stored.put(bars);
        data = RunningService.start("data", settings, Clock.systemUTC(), context -> stored);
        ml = RunningService.start("ml", settings, Clock.systemUTC(), MlService::new);
        String id = calls().post("/api/ml/train/classification", ORDER)
                .json()
                .get("id")
                .asText();
        Eventually.within(
                LONG,
                "the training",
                () -> calls().get("/api/ml/trainings/" + id)
                        .json()
                        .get("state")
                        .asText()
                        .matches("done|failed"));
        assertEquals(
                "served-1",
                calls().get("/api/ml/trainings/" + id).json().get("model").asText());
    }

    @AfterEach
    void stop() {
        ml.close();
        data.close();
        redis.close();
    }

    private Calls calls() {
        return new Calls(ml.uri());
    }

    @Test
    void aSinglePredictionTakesLittleMoreThanAnyAnswer() {
        Calls calls = calls();
        String row = "{\"columns\": [\"body\", \"close_position(period=5)\"], \"rows\": [[0.001, 0.9]]}";
        long prediction = Long.MAX_VALUE;
        long health = Long.MAX_VALUE;
        for (int i = 0; i < 300; i++) {
            long began = System.nanoTime();
            assertEquals(200, calls.post("/api/ml/models/served-1/predict", row).status());
            long between = System.nanoTime();
            assertEquals(200, calls.get("/health").status());
            prediction = Math.min(prediction, between - began);
            health = Math.min(health, System.nanoTime() - between);
        }
        assertTrue(prediction < 5 * health, "a prediction took " + prediction + " ns, a look at the health " + health);
    }

    @Test
    void barsInTheBodyGiveWhatStoredOnesGive() {
        StringBuilder body = new StringBuilder("{\"last\": 3, \"bars\": [");
        BarSeries more = MadeBars.leaning("LEAN", FIVE, 1_260, 1, 5);
        for (int i = 1_200; i < 1_260; i++) {
            body.append(i == 1_200 ? "" : ",")
                    .append(String.format(
                            java.util.Locale.ROOT,
                            "{\"timestamp\": \"%s\", \"open\": %s, \"high\": %s, \"low\": %s, \"close\": %s, \"volume\": %s}",
                            Instant.ofEpochMilli(more.openTime(i)),
                            more.open(i),
                            more.high(i),
                            more.low(i),
                            more.close(i),
                            more.volume(i)));
        }
        JsonNode given = calls().post(
                        "/api/ml/models/served-1/predict", body.append("]}").toString())
                .json();
        stored.put(more);
        JsonNode served =
                calls().post("/api/ml/models/served-1/predict", "{\"last\": 3}").json();
        assertEquals(served.get("predictions"), given.get("predictions"), given.toString());
        assertFalse(served.at("/predictions/0/in_training").asBoolean());
        assertEquals(
                served.path("predictions"),
                calls().post("/api/ml/predict?model=served-1", "{\"last\": 3}")
                        .json()
                        .path("predictions"),
                "the model named in the address");
        assertEquals(
                calls().get("/api/ml/models/served-1/signals").json(),
                calls().post("/api/ml/signals?model=served-1", "").json());
        Calls.Reply upside = calls().post(
                        "/api/ml/models/served-1/predict",
                        "{\"bars\": [{\"timestamp\": \"2024-03-04T15:00:00Z\", \"open\": 5, \"high\": 4, \"low\": 3, \"close\": 4, \"volume\": 1}]}");
        assertEquals(422, upside.status(), upside.text());
    }

    @Test
    void newDataAndTimeShowOnTheModel() {
        assertTrue(calls().get("/api/ml/models/served-1").json().get("stale").isNull());
        Eventually.within(LONG, "the notice", () -> {
            data.bus().publish("data:updates", "bars_imported", "/api/data/LEAN", Map.of("symbol", "LEAN"));
            return !calls().get("/api/ml/models/served-1").json().get("stale").isNull();
        });
        JsonNode stale = calls().get("/api/ml/models").json().at("/models/0/stale");
        assertEquals("bars_imported", stale.get("what").asText());
        String warnings = calls().post("/api/ml/models/served-1/predict", "{}")
                .json()
                .get("warnings")
                .toString();
        assertTrue(warnings.contains("changed at"), warnings);
        JsonNode provenance = calls().get("/api/ml/models/served-1/provenance").json();
        JsonNode model = calls().get("/api/ml/models/served-1").json();
        assertEquals(model.at("/dataset/data_hash"), provenance.get("data_hash"));
        assertEquals(
                Duration.ofDays(30),
                Duration.between(
                        Instant.parse(model.get("created_at").asText()),
                        Instant.parse(model.get("expires_at").asText())));
    }

    @Test
    void aContinuousSeriesGrowsStaleWithItsContractsAndRolls() {
        assertTrue(Staleness.concerns("ES", "ES.v.0@diff"));
        assertTrue(Staleness.concerns("ESZ24", "ES.v.0@diff"));
        assertTrue(Staleness.concerns("MESH24-SYNTH", "MES-SYNTH.v.0@diff"));
        assertFalse(Staleness.concerns("MESH24", "MES-SYNTH.v.0@diff"));
        assertFalse(Staleness.concerns("NQZ24", "ES.v.0@diff"));
        assertFalse(Staleness.concerns("ESX", "ES.v.0@diff"));
        assertFalse(Staleness.concerns("ES", "MES"));
    }
}
