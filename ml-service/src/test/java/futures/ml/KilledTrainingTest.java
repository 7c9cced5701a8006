package futures.ml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import futures.kit.Calls;
import futures.kit.Eventually;
import futures.kit.RedisForTests;
import futures.kit.RunningService;
import futures.kit.config.Settings;
import futures.model.Timeframe;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A service that is killed while it trains, and another process that goes on. */
class KilledTrainingTest {
    private static final Duration LONG = Duration.ofMinutes(4);
    private static final String DATA = """
            {"symbol": "LEAN", "timeframe": "5m", "features": [{"kind": "body"}, {"kind": "rsi"}, {"kind": "volume_ratio"}],
             "label": {"kind": "direction", "bars": 3}}""";
    private static final String SMALL = "{\"name\": \"small\", \"data\": " + DATA
            + ", \"shuffles\": 1, \"model\": {\"kind\": \"gradient_boosting\", \"parameters\": {\"n_estimators\": 10}}}";
    private static final String LARGE = "{\"name\": \"large\", \"data\": " + DATA
            + ", \"shuffles\": 1, \"validation\": {\"folds\": 10}, \"model\": {\"kind\": \"gradient_boosting\", \"parameters\":"
            + " {\"n_estimators\": 400, \"max_depth\": 5}}}";

    @TempDir
    Path home;

    private final DataStandIn stored = new DataStandIn();
    private RedisForTests redis;
    private RunningService data;
    private Process process;
    private int port;

    @BeforeEach
    void start() throws Exception {
        redis = RedisForTests.onFreePort();
        stored.put(MadeBars.leaning("LEAN", new Timeframe(300), 2_000, 1, 4));
        data = RunningService.start("data", redis.settings(home), Clock.systemUTC(), context -> stored);
        port = RedisForTests.freePort();
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-cp",
                System.getProperty("java.class.path"),
                "futures.ml.MlService",
                "--home",
                home.toString()));
        for (String setting : List.of("ports.ml=" + port, "ports.data=" + data.port(), "ports.redis=" + redis.port())) {
            command.add("--set");
            command.add(setting);
        }
        process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("process.log").toFile())
                .start();
        Eventually.within(LONG, "the process", this::answers);
    }

    private boolean answers() {
        try {
            return calls().get("/health").status() < 500;
        } catch (RuntimeException notYet) {
            return false;
        }
    }

    @AfterEach
    void stop() throws Exception {
        process.destroyForcibly().waitFor();
        data.close();
        redis.close();
    }

    private Calls calls() {
        return new Calls(URI.create("http://127.0.0.1:" + port));
    }

    private static String begin(Calls calls, String order) {
        Calls.Reply begun = calls.post("/api/ml/train/classification", order);
        assertEquals(202, begun.status(), begun.text());
        return begun.json().get("id").asText();
    }

    private static JsonNode ended(Calls calls, String id) {
        Eventually.within(
                LONG,
                id,
                () -> calls.get("/api/ml/trainings/" + id)
                        .json()
                        .get("state")
                        .asText()
                        .matches("done|failed"));
        JsonNode state = calls.get("/api/ml/trainings/" + id).json();
        assertEquals("done", state.get("state").asText(), state.toString());
        return calls.get("/api/ml/models/" + state.get("model").asText()).json();
    }

    @Test
    void nothingIsHalfRegisteredAndTheTrainingGoesOnElsewhere() throws Exception {
        JsonNode small = ended(calls(), begin(calls(), SMALL));
        String large = begin(calls(), LARGE);
        Eventually.within(
                LONG,
                "some folds",
                () -> calls().get("/api/ml/trainings/" + large)
                        .json()
                        .get("message")
                        .asText()
                        .matches("fold ([3-9]|10) of 10"));
        process.destroyForcibly().waitFor();
        Settings settings = redis.settings(home, "ports.data=" + data.port());
        try (RunningService ml = RunningService.start("ml", settings, Clock.systemUTC(), MlService::new)) {
            Calls calls = new Calls(ml.uri());
            JsonNode listed = calls.get("/api/ml/models").json().get("models");
            assertEquals(1, listed.size(), "only what was whole is there");
            assertEquals(small, calls.get("/api/ml/models/small-1").json());
            JsonNode resumed = ended(calls, large);
            assertEquals(10, resumed.at("/report/folds").size());
            assertEquals("large-1", resumed.get("id").asText());
            JsonNode again = ended(calls, begin(calls, SMALL));
            assertEquals("small-2", again.get("id").asText());
            assertEquals(small.get("hash"), again.get("hash"), "the same seed gives the same model in another process");
            assertEquals(small.at("/report/folds"), again.at("/report/folds"));
            assertNotEquals(small.get("hash"), resumed.get("hash"));
            Eventually.within(
                    LONG,
                    "integrity",
                    () -> calls.get("/health").json().toString().contains("\"integrity_models.db\":\"ok\""));
            assertTrue(calls.get("/api/ml/models/large-1/predictions")
                            .json()
                            .get("rows")
                            .size()
                    > 1_900);
        }
    }
}
