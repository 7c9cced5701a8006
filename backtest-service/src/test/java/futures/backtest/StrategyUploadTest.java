package futures.backtest;

import static futures.backtest.RunningBacktests.assertProblem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import futures.kit.Calls;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Strategies that come and go over HTTP. */
class StrategyUploadTest {
    private static final String PATH = "/api/strategies/MyCross";
    private static final String SOURCE = DroppedCode.cross("MyCross", 16);

    @TempDir
    Path home;

    private RunningBacktests backtests;

    @BeforeEach
    void start() throws Exception {
        backtests = new RunningBacktests(home);
    }

    @AfterEach
    void stop() {
        backtests.close();
    }

    private Calls.Reply send(String method, String path, String body, String type) {
        return backtests.calls.send(method, path, body, Map.of("Content-Type", type));
    }

    private boolean stored(String file) {
        return Files.exists(home.resolve("strategies").resolve(file));
    }

    @Test
    void whatIsRightIsStoredAndRuns() {
        Calls.Reply made = send("PUT", PATH, SOURCE, "text/x-java-source");
        assertEquals(201, made.status(), made.text());
        assertEquals(PATH, made.location());
        assertEquals("ready", made.json().get("status").asText());
        assertEquals(
                200,
                send("PUT", PATH + "?file=MyCross.java", SOURCE, "application/octet-stream")
                        .status());
        Calls.Reply settings =
                send("PUT", PATH, "strategy: {parameters: {fast_period: 8}}", "application/yaml; charset=utf-8");
        assertEquals(201, settings.status(), settings.text());
        assertEquals(8, settings.json().at("/parameters/0/standard").asInt());
        JsonNode done = backtests.done("{\"strategy_name\":\"MyCross\",\"symbol\":\"ES\"}");
        assertEquals(8, done.at("/order/parameters/fast_period").asInt());
        assertEquals(204, backtests.calls.delete(PATH).status());
        assertFalse(stored("MyCross.java") || stored("MyCross.yaml"));
        assertEquals(404, backtests.calls.delete(PATH).status());
    }

    @Test
    void whatIsWrongIsRefusedWithAllErrorsAndStoresNothing() {
        Calls.Reply refused = send("PUT", PATH, SOURCE.replace("Line", "Lime"), "text/x-java-source");
        assertProblem(422, "MyCross.java:7:13: Lime cannot be resolved to a type. Nothing was stored.", refused);
        assertTrue(refused.json().get("errors").size() >= 2, refused.text());
        assertFalse(stored("MyCross.java"));
        send("PUT", PATH, SOURCE, "text/x-java-source");
        assertEquals(422, send("PUT", PATH, "class", "text/x-java-source").status());
        assertEquals("ready", backtests.calls.get(PATH).json().get("status").asText());
    }

    @Test
    void aCheckStoresNothing() {
        JsonNode good =
                send("POST", PATH + "/validate", SOURCE, "text/x-java-source").json();
        assertTrue(good.get("valid").asBoolean(), good::toString);
        assertEquals("fast_period", good.at("/parameters/0/name").asText());
        JsonNode dry = send("PUT", PATH + "?dry_run=true", SOURCE.replace("sma(", "smma("), "text/x-java-source")
                .json();
        assertFalse(dry.get("valid").asBoolean());
        assertEquals(12, dry.at("/errors/0/line").asInt(), dry::toString);
        assertFalse(stored("MyCross.java"));
        JsonNode settings = send(
                        "POST",
                        "/api/strategies/SimpleMAStrategy/validate",
                        "strategy: {parameters: {fast_period: 50, slow_period: 40}}",
                        "application/yaml")
                .json();
        assertEquals(1, settings.at("/errors/0/line").asInt(), settings::toString);
        assertTrue(settings.at("/errors/0/message").asText().contains("must be below slow_period"));
    }

    @Test
    void requestsThatCannotBeRight() {
        assertProblem(415, "Content-Type", send("PUT", PATH, SOURCE, "application/x-www-form-urlencoded"));
        assertProblem(400, "MyCross.java", send("PUT", PATH + "?file=../MyCross.java", SOURCE, "text/plain"));
        assertProblem(400, "MyCross.java", send("PUT", PATH + "?file=Other.java", SOURCE, "text/plain"));
        assertProblem(400, "name", send("PUT", "/api/strategies/..%2fMyCross", SOURCE, "text/x-java-source"));
        assertProblem(400, "as the body", send("PUT", PATH, "", "text/x-java-source"));
        assertProblem(413, "1000000", send("PUT", PATH, " ".repeat(1_000_001), "text/x-java-source"));
        assertProblem(404, "no strategy 'MyCross'", send("PUT", PATH, "strategy: {}", "application/yaml"));
        assertProblem(
                409,
                "futures.strategies.SimpleMAStrategy",
                send(
                        "PUT",
                        "/api/strategies/SimpleMAStrategy",
                        DroppedCode.cross("SimpleMAStrategy", 16),
                        "text/x-java"));
        assertProblem(409, "shipped", backtests.calls.delete("/api/strategies/SimpleMAStrategy"));
        send("PUT", PATH, SOURCE, "text/x-java-source");
        assertProblem(404, "no file", backtests.calls.delete(PATH + "?file=../../data/backtests.db"));
        assertEquals(200, backtests.calls.post("/api/strategies/reload", "").status());
    }

    @Test
    void theTemplateRunsAsItIs() {
        JsonNode template =
                backtests.calls.get("/api/strategies/template?name=MyCross").json();
        for (JsonNode file : template.get("files")) {
            Calls.Reply stored = send(
                    "PUT",
                    PATH + "?file=" + file.get("path").asText(),
                    file.get("text").asText(),
                    "text/plain");
            assertEquals(201, stored.status(), stored.text());
        }
        JsonNode done = backtests.done("{\"strategy_name\":\"MyCross\",\"symbol\":\"ES\"}");
        assertTrue(done.at("/result/performance/total_trades").asInt() > 5, done::toString);
        assertProblem(400, "beginning with a capital", backtests.calls.get("/api/strategies/template?name=my-cross"));
    }
}
