package futures.ml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import futures.kit.Calls;
import futures.kit.RedisForTests;
import futures.kit.RunningService;
import futures.kit.config.Settings;
import futures.model.Timeframe;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Features and datasets over HTTP, of a data service that stands in. */
class DatasetServiceTest {
    private static final String ORDER = """
            {"symbol": "MES", "timeframe": "5m",
             "features": [{"kind": "log_return"}, {"kind": "rsi", "parameters": {"period": 14}, "name": "strength"},
               {"kind": "rsi", "timeframe": "1h"}, {"kind": "return", "lag": 2},
               {"expression": "corr(log_return(1), at('MNQ', log_return(1)), 20)", "name": "beside"}],
             "label": {"kind": "triple_barrier", "bars": 12}}""";

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
        stored.put(MadeBars.walk("MES", new Timeframe(300), 3_000, 1));
        stored.put(MadeBars.walk("MNQ", new Timeframe(300), 3_000, 2));
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

    @Test
    void theCatalogueSaysWhatEachFeatureNeeds() {
        JsonNode features = calls().get("/api/ml/features").json().get("features");
        assertTrue(features.size() >= 45, "found " + features.size());
        for (JsonNode feature : features) {
            assertTrue(feature.get("description").asText().length() > 20, feature::toString);
            assertTrue(feature.get("known").asText().startsWith("at "), feature::toString);
            assertTrue(feature.get("needs").asText().length() > 5, feature::toString);
        }
        JsonNode rsi = find(features, "rsi");
        assertEquals(14, rsi.get("warm_up").asInt());
        assertTrue(rsi.get("look_back").isNull());
        assertEquals(14, rsi.at("/parameters/0/stand_in").asInt());
    }

    private static JsonNode find(JsonNode features, String name) {
        for (JsonNode feature : features) {
            if (feature.get("name").asText().equals(name)) {
                return feature;
            }
        }
        throw new AssertionError("no feature " + name);
    }

    @Test
    void aDatasetCountsWhatItLeavesOutAndIsTheSameAgainAfterARestart() throws Exception {
        Calls.Reply made = calls().post("/api/ml/datasets", ORDER);
        assertEquals(201, made.status(), made.text());
        JsonNode answer = made.json();
        assertEquals(3_000, answer.get("bars").asInt());
        int rows = answer.get("rows").asInt();
        // all bars: those without features, without a volatility, with a label beyond the end, and rows
        assertEquals(
                3_000,
                rows
                        + answer.get("warm_up").asInt()
                        + answer.get("truncated").asInt()
                        + answer.get("unmeasured").asInt());
        assertTrue(
                answer.get("truncated").asInt() > 0 && answer.get("truncated").asInt() <= 12, answer::toString);
        assertTrue(answer.get("warm_up").asInt() >= 14 * 12, "an RSI of 14 hours needs them");
        assertTrue(answer.get("effective").asDouble() < rows / 2.0, "labels of 12 bars overlap");
        assertEquals("strength", answer.at("/columns/1/name").asText());
        assertEquals("lag(return(bars=1), 2)", answer.at("/columns/3/feature").asText());
        assertEquals(3, answer.at("/columns/3/look_back").asInt());
        assertEquals(0, answer.get("warnings").size(), answer::toString);
        String hash = answer.get("hash").asText();
        assertEquals("/api/ml/datasets/" + hash, made.location());
        ml.close();
        ml = RunningService.start("ml", settings, Clock.systemUTC(), MlService::new);
        assertEquals(answer, calls().get("/api/ml/datasets/" + hash).json());
        assertEquals(answer, calls().post("/api/ml/datasets", ORDER).json());
        assertEquals(1, calls().get("/api/ml/datasets").json().get("datasets").size());
    }

    @Test
    void valuesOfFeaturesCanBeLookedAt() {
        JsonNode answer = calls().post(
                        "/api/ml/features",
                        "{\"symbol\": \"MES\", \"timeframe\": \"5m\", \"last\": 3, \"features\": [{\"kind\": \"body\"},"
                                + " {\"expression\": \"(close - open) / traded\"}, {\"kind\": \"rsi\", \"lag\": 2999}]}")
                .json();
        assertEquals(3_000, answer.get("bars").asInt());
        assertEquals(3, answer.get("rows").size());
        for (JsonNode row : answer.get("rows")) {
            assertEquals(row.at("/values/0"), row.at("/values/1"));
            assertTrue(row.at("/values/2").isNull());
        }
        assertEquals(
                422,
                calls().post("/api/ml/features", "{\"features\": [{\"kind\": \"body\"}]}")
                        .status());
    }

    @Test
    void otherBarsMakeAnotherHash() {
        JsonNode before = calls().post("/api/ml/datasets", ORDER).json();
        stored.put(MadeBars.walk("MNQ", new Timeframe(300), 3_000, 3));
        JsonNode after = calls().post("/api/ml/datasets", ORDER).json();
        assertNotEquals(before.get("data_hash"), after.get("data_hash"));
        assertNotEquals(before.get("hash"), after.get("hash"));
        assertEquals(before.get("feature_hash"), after.get("feature_hash"));
        assertEquals(before.get("label_hash"), after.get("label_hash"));
    }

    @Test
    void whatIsWrongIsNamed() {
        assertProblem("{\"kind\": \"rsy\"}", "rsi");
        assertProblem("{\"kind\": \"rsi\", \"parameters\": {\"period\": 0}}", "from 1 to 100000");
        assertProblem("{\"kind\": \"rsi\", \"parameters\": {\"periods\": 5}}", "period");
        assertProblem("{\"kind\": \"rsi\", \"lag\": -1}", "cannot be taken from the future");
        assertProblem("{\"expression\": \"close +\"}", "at character 8");
        assertProblem("{\"kind\": \"rsi\", \"timeframe\": \"1m\"}", "longer than that of the bars");
        assertProblem("{\"kind\": \"sma_distance\", \"parameters\": {\"period\": 5000}}", "has no value on any");
        assertProblem("{\"kind\": \"rsi\"}, {\"kind\": \"rsi\"}", "this name");
        Calls.Reply unknown = calls().post("/api/ml/datasets", ORDER.replace("\"MES\"", "\"XYZ\""));
        assertEquals(404, unknown.status(), unknown.text());
        assertEquals(404, calls().get("/api/ml/datasets/abc").status());
    }

    private void assertProblem(String feature, String words) {
        Calls.Reply reply = calls().post(
                        "/api/ml/datasets",
                        "{\"symbol\": \"MES\", \"timeframe\": \"5m\", \"features\": [" + feature
                                + "], \"label\": {\"kind\": \"direction\"}}");
        assertEquals(422, reply.status(), reply.text());
        assertTrue(reply.json().get("detail").asText().contains(words), reply.text());
    }
}
