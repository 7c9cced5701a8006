package futures.ml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import futures.kit.Calls;
import futures.kit.Eventually;
import futures.kit.RedisForTests;
import futures.kit.RunningService;
import futures.kit.config.Settings;
import futures.model.Timeframe;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From an order for a training to predictions of the model, over HTTP. */
class TrainServiceTest {
    private static final Duration LONG = Duration.ofMinutes(2);
    private static final Timeframe FIVE = new Timeframe(300);
    private static final String DATA = """
            {"symbol": "%s", "timeframe": "5m",
             "features": [{"kind": "body", "name": "body"}, {"kind": "rsi", "name": "rsi"}, {"kind": "volume_ratio", "name": "volume"},
               {"kind": "return", "timeframe": "1h", "name": "hour"}],
             "label": {"kind": "direction", "bars": 2}}""";

    @TempDir
    Path home;

    private final DataStandIn stored = new DataStandIn();
    private RedisForTests redis;
    private Settings settings;
    private RunningService data;
    private RunningService ml;

    @BeforeEach
    void start() throws Exception {
        redis = RedisForTests.onFreePort();
        settings = redis.settings(home, "ports.data=" + RedisForTests.freePort());
        stored.put(MadeBars.walk("NOISE", FIVE, 4_000, 1));
        stored.put(MadeBars.leaning("LEAN", FIVE, 4_000, 1, 4));
        data = RunningService.start("data", settings, Clock.systemUTC(), context -> stored);
        ml = RunningService.start("ml", settings, Clock.systemUTC(), MlService::new);
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

    private static String order(String symbol, String kind, String more) {
        return "{\"data\": " + DATA.formatted(symbol) + ", \"model\": {\"kind\": \"" + kind + "\"" + more + "}}";
    }

    /** Waits until it is done; the model's record. */
    private JsonNode trained(String order) {
        Calls.Reply begun = calls().post("/api/ml/train/classification", order);
        assertEquals(202, begun.status(), begun.text());
        String id = begun.json().get("id").asText();
        Eventually.within(
                LONG,
                "the training",
                () -> calls().get("/api/ml/trainings/" + id)
                        .json()
                        .get("state")
                        .asText()
                        .matches("done|failed"));
        JsonNode state = calls().get("/api/ml/trainings/" + id).json();
        assertEquals("done", state.get("state").asText(), state.get("message").asText());
        return calls().get("/api/ml/models/" + state.get("model").asText()).json();
    }

    private static void assertNoLeak(JsonNode model) {
        JsonNode checks = model.at("/report/leakage");
        assertEquals(14, checks.size());
        for (int i = 0; i < 14; i++) {
            assertEquals(i + 1, checks.get(i).get("number").asInt());
            assertNotEquals(
                    "failed",
                    checks.get(i).get("result").asText(),
                    checks.get(i).toString());
        }
    }

    @Test
    void aTrainingThatIsCancelledLeavesNoModelAndTheNextOneIsServed() {
        String large =
                order("LEAN", "gradient_boosting", ", \"parameters\": {\"n_estimators\": 2000, \"max_depth\": 6}");
        String id = calls().post("/api/ml/train/classification", large)
                .json()
                .get("id")
                .asText();
        Eventually.within(
                LONG,
                "its first fold",
                () -> calls().get("/api/ml/trainings/" + id)
                                .json()
                                .get("progress")
                                .asDouble()
                        > 0);
        assertEquals(202, calls().delete("/api/ml/trainings/" + id).status());
        Eventually.within(
                LONG,
                "its end",
                () -> calls().get("/api/ml/trainings/" + id)
                        .json()
                        .get("state")
                        .asText()
                        .equals("cancelled"));
        assertTrue(calls().get("/api/ml/trainings/" + id).json().get("model").isNull());
        assertEquals(0, calls().get("/api/ml/models").json().get("models").size());
        assertEquals(
                "candidate", trained(order("LEAN", "logistic", "")).get("stage").asText());
    }

    @Test
    void aSignalIsFoundAndServed() throws Exception {
        JsonNode model = trained(order("LEAN", "logistic", ", \"calibration\": \"platt\""));
        assertNoLeak(model);
        assertTrue(
                model.at("/report/verdict/evidence").asBoolean(),
                model.at("/report/verdict").toString());
        assertEquals("body", model.at("/report/importance/0/name").asText());
        assertEquals(5, model.at("/report/folds").size());
        assertTrue(
                model.at("/report/metrics/auc").asDouble() > 0.6,
                model.at("/report/metrics").toString());
        String id = model.get("id").asText();
        assertEquals("lean-5m-logistic-1", id);
        predictsRows(id, model);
        predictsBars(id);
        String other = trained(order("LEAN", "gradient_boosting", ", \"parameters\": {\"n_estimators\": 30}"))
                .get("id")
                .asText();
        JsonNode compared =
                calls().get("/api/ml/models/compare?ids=" + id + "," + other).json();
        assertFalse(compared.get("same_data").asBoolean(), "a hundred bars came in between");
        assertEquals(2, compared.at("/differ/kind").size());
        JsonNode importance =
                calls().get("/api/ml/models/" + other + "/importance").json().get("importance");
        assertTrue(importance.at("/0/shap").asDouble() > 0, importance.toString());
        ml.close();
        ml = RunningService.start("ml", settings, Clock.systemUTC(), MlService::new);
        assertEquals(model, calls().get("/api/ml/models/" + id).json());
        assertEquals(
                "production",
                calls().post("/api/ml/models/" + id + "/promote?note=first", "")
                        .json()
                        .get("stage")
                        .asText());
        assertEquals(409, calls().delete("/api/ml/models/" + id).status());
        assertEquals(
                "retired",
                calls().post("/api/ml/models/" + id + "/retire", "")
                        .json()
                        .get("stage")
                        .asText());
        assertEquals(
                "deleted",
                calls().delete("/api/ml/models/" + id).json().get("stage").asText());
        assertEquals(
                model.get("hash"), calls().get("/api/ml/models/" + id).json().get("hash"));
        assertEquals(409, calls().get("/api/ml/models/" + id + "/predictions").status());
        assertEquals(1, calls().get("/api/ml/models").json().get("models").size());
    }

    private void predictsRows(String id, JsonNode model) {
        String path = "/api/ml/models/" + id + "/predict";
        String row = "\"rows\": [[0.001, 50, 1, 0.0005]]}";
        Calls.Reply good = calls().post(path, "{\"columns\": [\"body\", \"rsi\", \"volume\", \"hour\"], " + row);
        assertEquals(200, good.status(), good.text());
        assertTrue(good.json().at("/predictions/0/value").asDouble() > 0.5, good.text());
        String hash = model.at("/dataset/feature_hash").asText();
        assertEquals(hash, good.json().get("feature_hash").asText());
        for (String columns : new String[] {
            "[\"body\", \"rsi\", \"volume\"]",
            "[\"rsi\", \"body\", \"volume\", \"hour\"]",
            "[\"body\", \"rsi\", \"volume\", \"hour\", \"more\"]"
        }) {
            Calls.Reply wrong = calls().post(path, "{\"columns\": " + columns + ", " + row);
            assertEquals(422, wrong.status(), wrong.text());
        }
        Calls.Reply other = calls().post(
                        path,
                        "{\"feature_hash\": \"abc\", \"columns\": [\"body\", \"rsi\", \"volume\", \"hour\"], " + row);
        assertEquals(422, other.status(), other.text());
    }

    private void predictsBars(String id) {
        String path = "/api/ml/models/" + id + "/predictions";
        JsonNode all = calls().get(path).json();
        assertEquals("probability", all.get("kind").asText());
        assertEquals("long", all.get("side").asText());
        assertEquals(0, all.get("in_training").asInt());
        int rows =
                calls().get("/api/ml/models/" + id).json().at("/dataset/rows").asInt();
        assertEquals(rows, all.get("rows").size(), "each row was tested by one fold");
        JsonNode forced = calls().get(path + "?force=true").json();
        // the two bars whose labels end beyond the data were in no fold
        assertEquals(rows + 2, forced.get("rows").size());
        assertEquals(2, forced.get("in_training").asInt());
        stored.put(MadeBars.leaning("LEAN", FIVE, 4_100, 1, 4));
        JsonNode later = calls().get(path).json();
        assertEquals(rows + 100, later.get("rows").size(), "new bars are predicted by the model itself");
        assertEquals(all.get("rows").get(7), later.get("rows").get(7));
        JsonNode one = calls().post("/api/ml/models/" + id + "/predict", "{}").json();
        assertEquals(later.at("/rows/" + (rows + 99) + "/value"), one.at("/predictions/0/value"));
        JsonNode signals =
                calls().get("/api/ml/models/" + id + "/signals").json().get("signals");
        assertTrue(signals.size() > 20, "found " + signals.size());
        for (int i = 1; i < signals.size(); i++) {
            assertNotEquals(signals.get(i - 1).get("side"), signals.get(i).get("side"));
        }
        assertEquals(422, calls().get(path + "?timeframe=1h").status());
    }

    @Test
    void ofNoiseNothingIsClaimed() {
        JsonNode model = trained(order("NOISE", "logistic", ""));
        assertNoLeak(model);
        assertFalse(
                model.at("/report/verdict/evidence").asBoolean(),
                model.at("/report/verdict").toString());
        assertTrue(model.at("/report/verdict/text").asText().contains("no evidence of skill"));
    }

    @Test
    void aWrongOrderIsRefusedAtOnceOrFailsWithItsReason() {
        assertEquals(
                422,
                calls().post("/api/ml/train/classification", order("LEAN", "logistics", ""))
                        .status());
        assertEquals(
                422,
                calls().post("/api/ml/train/regression", order("LEAN", "ridge", ""))
                        .status());
        Calls.Reply missing = calls().post(
                        "/api/ml/train/classification", "{\"dataset\": \"abc\", \"model\": {\"kind\": \"logistic\"}}");
        assertEquals(404, missing.status(), missing.text());
        String id = calls().post("/api/ml/train/classification", order("LEAN", "ridge", ""))
                .json()
                .get("id")
                .asText();
        Eventually.within(
                LONG,
                "its end",
                () -> calls().get("/api/ml/trainings/" + id)
                        .json()
                        .get("state")
                        .asText()
                        .equals("failed"));
        String message =
                calls().get("/api/ml/trainings/" + id).json().get("message").asText();
        assertTrue(message.contains("ridge cannot learn a classification"), message);
        assertEquals(0, calls().get("/api/ml/models").json().get("models").size());
    }
}
