package futures.backtest;

import static futures.backtest.RunningBacktests.assertProblem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that appear, change and go in the strategies directory of a running service. */
class DroppedFilesTest {
    @TempDir
    Path home;

    private RunningBacktests backtests;
    private Path strategies;

    @BeforeEach
    void start() throws Exception {
        strategies = Files.createDirectories(home.resolve("strategies"));
        backtests = new RunningBacktests(home);
    }

    @AfterEach
    void stop() {
        backtests.close();
    }

    private void drop(String file, String content) throws Exception {
        Files.writeString(strategies.resolve(file), content);
    }

    private JsonNode info(String name) {
        return backtests.calls.get("/api/strategies/" + name).json();
    }

    private JsonNode run(String name) {
        return backtests.done("{\"strategy_name\":\"" + name + "\",\"symbol\":\"ES\"}");
    }

    @Test
    void aDroppedFileRunsAtOnceAndItsChangesTo() throws Exception {
        assertEquals(404, backtests.calls.get("/api/strategies/MyCross").status());
        drop("MyCross.java", DroppedCode.cross("MyCross", 16));
        JsonNode first = run("MyCross");
        assertTrue(first.at("/result/performance/total_trades").asInt() > 5, first::toString);
        assertEquals(info("MyCross").get("content_hash"), first.at("/result/manifest/strategy_hash"));
        drop("MyCross.java", DroppedCode.cross("MyCross", 24));
        JsonNode second = run("MyCross");
        assertNotEquals(
                first.at("/result/manifest/strategy_hash").asText(),
                second.at("/result/manifest/strategy_hash").asText());
        assertNotEquals(
                first.at("/result/result_hash").asText(),
                second.at("/result/result_hash").asText());
        drop("MyCross.java", DroppedCode.cross("MyCross", 16));
        assertEquals(first.at("/result/result_hash"), run("MyCross").at("/result/result_hash"));
        Files.delete(strategies.resolve("MyCross.java"));
        assertProblem(
                404,
                "There is no strategy 'MyCross'",
                backtests.calls.post("/api/backtests", "{\"strategy_name\":\"MyCross\",\"symbol\":\"ES\"}"));
    }

    @Test
    void theLastGoodVersionGoesOnAndItIsSaid() throws Exception {
        drop("MyCross.java", DroppedCode.cross("MyCross", 16));
        JsonNode good = run("MyCross");
        drop("MyCross.java", DroppedCode.cross("MyCross", 16).replace("quick.crossesAbove", "quick.crossesOver"));
        JsonNode info = info("MyCross");
        assertEquals("outdated", info.get("status").asText(), info::toString);
        JsonNode error = info.at("/errors/0");
        assertEquals("MyCross.java", error.get("file").asText());
        assertEquals(18, error.get("line").asInt(), error::toString);
        assertEquals(19, error.get("column").asInt(), error::toString);
        assertEquals("crossesOver", error.get("text").asText());
        JsonNode again = run("MyCross");
        assertEquals(good.at("/result/result_hash"), again.at("/result/result_hash"));
        assertTrue(
                again.at("/result/warnings").toString().contains("last good version"),
                () -> again.at("/result/warnings").toString());
        drop("MyCross.java", DroppedCode.cross("MyCross", 24));
        assertEquals("ready", info("MyCross").get("status").asText());
    }
}
