package futures.ml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import futures.kit.Calls;
import futures.kit.RedisForTests;
import futures.kit.RunningService;
import futures.kit.config.Settings;
import futures.kit.json.Json;
import futures.model.Timeframe;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A model that XGBoost wrote in Python, registered and served. */
class ImportedModelTest {
    private static final String MIDDLE = "2024-03-06T12:00:00Z";

    @TempDir
    Path home;

    private RedisForTests redis;
    private RunningService data;
    private RunningService ml;
    private byte[] written;
    private int columns;

    @BeforeEach
    void start() throws Exception {
        try (InputStream in = ImportedModelTest.class.getResourceAsStream("model/xgb_small.json")) {
            written = in.readAllBytes();
        }
        columns = Json.mapper()
                .readTree(written)
                .at("/learner/learner_model_param/num_feature")
                .asInt();
        redis = RedisForTests.onFreePort();
        Settings settings = redis.settings(home, "ports.data=" + RedisForTests.freePort());
        DataStandIn stored = new DataStandIn();
        stored.put(MadeBars.walk("MES", new Timeframe(300), 1_500, 1));
        data = RunningService.start("data", settings, Clock.systemUTC(), context -> stored);
        ml = RunningService.start("ml", settings, Clock.systemUTC(), MlService::new);
    }

    @AfterEach
    void stop() {
        ml.close();
        data.close();
        redis.close();
    }

    private String dataset(int count) {
        StringBuilder features = new StringBuilder();
        for (int i = 1; i <= count; i++) {
            features.append(i == 1 ? "" : ",")
                    .append("{\"expression\": \"1000 * return(")
                    .append(i)
                    .append(")\"}");
        }
        JsonNode made = new Calls(ml.uri())
                .post(
                        "/api/ml/datasets",
                        "{\"symbol\": \"MES\", \"timeframe\": \"5m\", \"features\": [" + features
                                + "], \"label\": {\"kind\": \"direction\"}}")
                .json();
        return made.get("hash").asText();
    }

    private HttpResponse<String> send(String query, byte[] body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(ml.uri() + "/api/ml/models/import?name=python&" + query))
                .header("Content-Type", "application/octet-stream")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void itIsJudgedByWhatItHasNotSeenAndPredictsThat() throws Exception {
        String hash = dataset(columns);
        HttpResponse<String> reply = send("format=xgboost&dataset=" + hash + "&trained_to=" + MIDDLE, written);
        assertEquals(201, reply.statusCode(), reply.body());
        JsonNode model = Json.mapper().readTree(reply.body());
        assertEquals("python-1", model.get("id").asText());
        assertTrue(
                model.get("library").asText().startsWith("xgboost "),
                model.get("library").asText());
        assertFalse(model.at("/report/verdict/evidence").asBoolean(), "trees of other data know nothing of a walk");
        assertEquals(14, model.at("/report/leakage").size());
        int held = model.at("/report/folds/0/test_rows").asInt();
        assertTrue(held > 100 && held < model.at("/dataset/rows").asInt(), "held out " + held);
        JsonNode rows = new Calls(ml.uri())
                .get("/api/ml/models/python-1/predictions")
                .json()
                .get("rows");
        // and the ten bars whose labels end beyond the data
        assertEquals(held + 10, rows.size());
        assertTrue(
                rows.get(0).get("known_at").asText().compareTo(MIDDLE) > 0,
                rows.get(0).toString());
    }

    @Test
    void whatDoesNotFitIsRefused() throws Exception {
        String hash = dataset(columns);
        assertEquals(
                422,
                send("format=xgboost&dataset=" + dataset(columns + 1) + "&trained_to=" + MIDDLE, written)
                        .statusCode());
        assertEquals(
                422,
                send("format=xgboost&dataset=" + hash + "&trained_to=" + MIDDLE, "{}".getBytes(StandardCharsets.UTF_8))
                        .statusCode());
        assertEquals(
                422,
                send("format=onnx&dataset=" + hash + "&trained_to=" + MIDDLE, written)
                        .statusCode());
        assertEquals(
                422,
                send("format=xgboost&dataset=" + hash + "&trained_to=2025-01-01T00:00:00Z", written)
                        .statusCode());
        assertEquals(
                400,
                send("format=xgboost&dataset=" + hash + "&trained_to=noon", written)
                        .statusCode());
        assertEquals(
                0,
                new Calls(ml.uri()).get("/api/ml/models").json().get("models").size());
    }
}
