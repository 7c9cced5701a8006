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

/** Helpers, packages and folders of scripts come and go over HTTP, and nothing outside the strategies directory is touched. */
class HelperUploadTest {
    private static final String SCRIPT = ScriptFilesTest.cross("Climber", "helpers/means");

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

    private Calls.Reply put(String path, String body) {
        return backtests.calls.send(
                "PUT", "/api/strategy-files?path=" + path, body, Map.of("Content-Type", "text/javascript"));
    }

    private Calls.Reply delete(String path) {
        return backtests.calls.delete("/api/strategy-files?path=" + path);
    }

    private Calls.Reply script() {
        return backtests.calls.send(
                "PUT", "/api/strategies/Climber", SCRIPT, Map.of("Content-Type", "text/javascript"));
    }

    private Path stored(String path) {
        return home.resolve("strategies").resolve(path);
    }

    @Test
    void aScriptComesWithItsHelpersAndGoesWithoutThem() throws Exception {
        assertProblem(422, "./helpers/means", script());
        Calls.Reply made = put("helpers/means.js", ScriptFilesTest.MEAN);
        assertEquals(201, made.status(), made.text());
        assertEquals("[]", made.json().get("used_by").toString());
        assertEquals(201, script().status());
        JsonNode first = backtests.done("{\"strategy_name\":\"Climber\",\"symbol\":\"ES\"}");
        String hash = backtests
                .calls
                .get("/api/strategies/Climber")
                .json()
                .get("content_hash")
                .asText();
        Calls.Reply changed = put("helpers/means.js", ScriptFilesTest.MEAN + "// as it was\n");
        assertEquals(200, changed.status(), changed.text());
        assertEquals("[\"Climber\"]", changed.json().get("used_by").toString());
        JsonNode second = backtests.done("{\"strategy_name\":\"Climber\",\"symbol\":\"ES\"}");
        assertEquals(first.at("/result/net_profit"), second.at("/result/net_profit"));
        assertFalse(hash.equals(backtests
                .calls
                .get("/api/strategies/Climber")
                .json()
                .get("content_hash")
                .asText()));
        Calls.Reply late = backtests.calls.send(
                "PUT",
                "/api/strategy-files?path=helpers/means.js",
                "exports.mean = 1;",
                Map.of(
                        "Content-Type",
                        "text/javascript",
                        "If-Match",
                        made.json().get("hash").asText()));
        assertProblem(412, "helpers/means.js is another one than was read", late);
        assertEquals(204, delete("helpers/means.js").status());
        assertFalse(Files.exists(stored("helpers")));
        assertTrue(Files.exists(stored("Climber.js")));
        assertProblem(404, "There is no file helpers/means.js", delete("helpers/means.js"));
    }

    @Test
    void packagesAndFoldersAreStrategiesOnceTheyAreWhole() {
        assertEquals(
                201,
                put("node_modules/@own/mean/package.json", "{\"main\": \"dist/m.js\"}")
                        .status());
        assertEquals(
                201,
                put("node_modules/@own/mean/index.js", "import x from 'x';").status());
        assertEquals(
                201,
                put("node_modules/@own/mean/dist/m.js", ScriptFilesTest.MEAN).status());
        Calls.Reply main =
                put("Folded/index.js", ScriptFilesTest.cross("Folded", "x").replace("./x", "@own/mean"));
        assertEquals(201, main.status(), main.text());
        assertEquals("[\"Folded\"]", main.json().get("used_by").toString());
        JsonNode done = backtests.done("{\"strategy_name\":\"Folded\",\"symbol\":\"ES\"}");
        assertTrue(done.at("/result/performance/total_trades").asInt() > 3, done::toString);
        assertEquals(204, delete("Folded/index.js").status());
        assertEquals(404, backtests.calls.get("/api/strategies/Folded").status());
    }

    @Test
    void nothingElseIsWrittenOrRemoved() throws Exception {
        script();
        Files.createDirectories(home.resolve("data"));
        Files.writeString(home.resolve("data/own.js"), "own");
        Files.createDirectories(home.resolve("strategies"));
        Files.createSymbolicLink(stored("out"), home.resolve("data"));
        Files.writeString(stored("Real.js"), SCRIPT.replace("./helpers/means", "fs"));
        for (String path : new String[] {
            "../data/own.js",
            "a/../../data/own.js",
            "/etc/own.js",
            "a//b.js",
            "./a.js",
            ".hidden.js",
            "a/.b.js",
            "a%5Cb.js",
            "a%00.js",
            "own.txt",
            "Own.java",
            "Own.yaml",
            "a/".repeat(20) + "b.js",
            "x".repeat(101) + ".js"
        }) {
            assertProblem(400, "A path in the strategies directory", put(path, "exports.x = 1;"));
            assertProblem(400, "A path in the strategies directory", delete(path));
        }
        assertProblem(409, "out is a symbolic link", put("out/own.js", "changed"));
        assertProblem(409, "out is a symbolic link", delete("out/own.js"));
        assertProblem(409, "Real.js is a strategy and no helper; use /api/strategies/Real", put("Real.js", "x"));
        assertProblem(409, "Real.js is a strategy", delete("Real.js"));
        assertProblem(409, "New.js is a strategy", put("New.js", SCRIPT));
        assertProblem(413, "5000000", put("large.js", "x".repeat(5_000_001)));
        assertProblem(400, "as the body", put("empty.js", ""));
        assertEquals("own", Files.readString(home.resolve("data/own.js")));
        assertFalse(Files.exists(stored("New.js")) || Files.exists(stored("a")));
    }
}
