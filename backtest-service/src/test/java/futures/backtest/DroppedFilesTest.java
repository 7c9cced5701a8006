package futures.backtest;

import static futures.backtest.RunningBacktests.assertProblem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import futures.kit.Eventually;
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

    @Test
    void anOldResultShowsTheCodeThatMadeIt() throws Exception {
        String before = DroppedCode.cross("MyCross", 16);
        String after = DroppedCode.cross("MyCross", 24);
        drop("MyCross.java", before);
        JsonNode old = run("MyCross");
        drop("MyCross.java", after);
        JsonNode recent = run("MyCross");
        assertEquals(before, code(old).get("text").asText());
        assertEquals(after, code(recent).get("text").asText());
        JsonNode versions =
                backtests.calls.get("/api/strategies/MyCross/versions").json().get("versions");
        assertEquals(2, versions.size(), versions::toString);
        assertTrue(versions.at("/0/current").asBoolean());
        assertEquals(recent.at("/result/manifest/strategy_hash"), versions.at("/0/content_hash"));
        assertEquals(
                before,
                backtests
                        .calls
                        .get(versions.at("/1/href").asText())
                        .json()
                        .at("/files/0/text")
                        .asText());
        Files.delete(strategies.resolve("MyCross.java"));
        assertEquals(before, code(old).get("text").asText());
        assertEquals(
                2,
                backtests
                        .calls
                        .get("/api/strategies/MyCross/versions")
                        .json()
                        .get("versions")
                        .size());
        JsonNode shipped = backtests
                .calls
                .get("/api/backtests/" + run("SimpleMAStrategy").get("id").asText() + "/code")
                .json();
        assertEquals(0, shipped.at("/strategies/0/files").size(), shipped::toString);
        assertEquals(404, backtests.calls.get("/api/strategies/Nobody/versions").status());
    }

    private JsonNode code(JsonNode state) {
        return backtests
                .calls
                .get("/api/backtests/" + state.get("id").asText() + "/code")
                .json()
                .at("/strategies/0/files/0");
    }

    @Test
    void aResultIsVerifiedWithTheCodeThatIsKeptWithIt() throws Exception {
        drop("MyCross.java", DroppedCode.cross("MyCross", 16));
        JsonNode state = run("MyCross");
        String verify = "/api/backtests/" + state.get("id").asText() + "/verify?wait=true";
        JsonNode same = backtests.calls.post(verify, "").json();
        assertEquals("verified", same.get("verdict").asText(), same::toString);
        assertEquals(0, same.get("differences").size());
        drop("MyCross.java", DroppedCode.cross("MyCross", 24));
        JsonNode since = backtests.calls.post(verify, "").json();
        assertEquals("verified", since.get("verdict").asText(), since::toString);
        assertTrue(since.get("text").asText().endsWith("although since then the code of the strategy changed."));
        assertEquals(
                "strategy_hash of MyCross", since.at("/differences/0/entry").asText());
        assertEquals(info("MyCross").get("content_hash"), since.at("/differences/0/now"));
        backtests.data.change();
        Files.delete(strategies.resolve("MyCross.java"));
        JsonNode changed = backtests.calls.post(verify, "").json();
        assertEquals("changed", changed.get("verdict").asText(), changed::toString);
        assertTrue(changed.get("text").asText().endsWith("for since then the bars changed."), changed::toString);
        assertTrue(changed.get("differences").toString().contains("strategy_hash of MyCross"));
    }

    @Test
    void yamlGivesStandardsAndSearchSpacesAndItsErrorsKeepTheLastGoodOnes() throws Exception {
        drop("MyCross.java", DroppedCode.cross("MyCross", 16));
        drop(
                "MyCross.yaml",
                "strategy:\n  parameters:\n    fast_period: {value: 7, min: 5, max: 20, step: 5}\n    slow_period: [30, 40]\n");
        JsonNode fast = info("MyCross").at("/parameters/0");
        assertEquals(7, fast.get("standard").asInt());
        assertEquals("[5,10,15,20]", fast.get("search").toString());
        assertEquals("[30,40]", info("MyCross").at("/parameters/1/search").toString());
        assertEquals(7, run("MyCross").at("/order/parameters/fast_period").asInt());
        assertEquals(20, run("MyCross").at("/order/parameters/slow_period").asInt());
        drop("MyCross.yaml", "strategy:\n  parameters:\n    fast_period: 70\n");
        JsonNode info = info("MyCross");
        assertEquals("outdated", info.get("status").asText());
        assertEquals(
                "MyCross.yaml:3:18: parameter fast_period must be a whole number from 2 to 50, found 70",
                info.get("error").asText());
        assertEquals("70", info.at("/errors/0/text").asText());
        assertEquals(7, run("MyCross").at("/order/parameters/fast_period").asInt());
        Files.delete(strategies.resolve("MyCross.yaml"));
        assertEquals(10, run("MyCross").at("/order/parameters/fast_period").asInt());
        drop("Nobody.yaml", "strategy: {}\n");
        assertTrue(backtests
                .calls
                .get("/api/strategies")
                .json()
                .get("problems")
                .toString()
                .contains("no strategy Nobody"));
    }

    @Test
    void aJarMayHoldSeveralAndSharesNoClassesWithOthers() throws Exception {
        DroppedCode.jar(strategies.resolve("mine.jar"), "Early", 16, "Late", 24);
        drop("MyCross.java", DroppedCode.cross("MyCross", 16));
        assertEquals("jar", info("Early").get("kind").asText());
        assertEquals("mine.jar", info("Late").get("file").asText());
        assertEquals(
                run("MyCross").at("/result/performance/net_profit"),
                run("Early").at("/result/performance/net_profit"));
        JsonNode state = run("Late");
        assertEquals(
                "verified",
                backtests
                        .calls
                        .post("/api/backtests/" + state.get("id").asText() + "/verify?wait=true", "")
                        .json()
                        .get("verdict")
                        .asText());
        assertProblem(409, "Early, Late", backtests.calls.delete("/api/strategies/Early"));
        assertEquals(
                204,
                backtests.calls.delete("/api/strategies/Early?file=mine.jar").status());
        assertEquals(404, backtests.calls.get("/api/strategies/Late").status());
    }

    @Test
    void twoFilesWithOneNameAreBothRefusedAndAShippedNameIsTaken() throws Exception {
        DroppedCode.jar(strategies.resolve("mine.jar"), "MyCross", 16, "Other", 24);
        drop("MyCross.java", DroppedCode.cross("MyCross", 16));
        JsonNode info = info("MyCross");
        assertEquals("error", info.get("status").asText());
        assertTrue(info.get("errors").toString().contains("in MyCross.java and mine.jar"), info::toString);
        assertProblem(
                422,
                "two strategies are called MyCross",
                backtests.calls.post("/api/backtests", "{\"strategy_name\":\"MyCross\",\"symbol\":\"ES\"}"));
        run("Other");
        drop("SimpleMAStrategy.java", DroppedCode.cross("SimpleMAStrategy", 16));
        assertEquals("ready", info("SimpleMAStrategy").get("status").asText());
        String problems =
                backtests.calls.get("/api/strategies").json().get("problems").toString();
        assertTrue(problems.contains("SimpleMAStrategy.java"), problems);
        assertTrue(problems.contains("futures.strategies.SimpleMAStrategy"), problems);
        assertEquals(
                204,
                backtests
                        .calls
                        .delete("/api/strategies/MyCross?file=MyCross.java")
                        .status());
        assertEquals("ready", info("MyCross").get("status").asText());
    }

    @Test
    void aRunKeepsTheVersionThatItStartedWith() throws Exception {
        String patient = DroppedCode.cross("MyCross", 16)
                .replace("        quick = ", """
                                System.setProperty("dropped.started", "yes");
                                while (System.getProperty("dropped.go") == null) { Thread.onSpinWait(); }
                                new Late().touch();
                                quick =\s""")
                .replace(
                        "    private Line quick;",
                        "    private static final class Late { void touch() {} }\n    private Line quick;");
        drop("MyCross.java", patient);
        String hash = info("MyCross").get("content_hash").asText();
        String job = backtests
                .calls
                .post("/api/backtests", "{\"strategy_name\":\"MyCross\",\"symbol\":\"ES\"}")
                .location();
        try {
            Eventually.within(RunningBacktests.LONG, "it runs", () -> System.getProperty("dropped.started") != null);
            drop("MyCross.java", DroppedCode.cross("MyCross", 24));
            assertNotEquals(hash, info("MyCross").get("content_hash").asText());
            System.setProperty("dropped.go", "yes"); // now it loads a class that no file has any more
            JsonNode ended = backtests.ended(job);
            assertEquals("done", ended.get("state").asText(), ended::toString);
            assertEquals(hash, ended.at("/result/manifest/strategy_hash").asText());
        } finally {
            System.clearProperty("dropped.started");
            System.clearProperty("dropped.go");
        }
    }

    @Test
    void theWatchLoadsWhatNobodyAskedFor() throws Exception {
        int before = counted();
        drop("MyCross.java", DroppedCode.cross("MyCross", 16));
        Eventually.within(
                RunningBacktests.LONG, "counted in /health, which looks at no file", () -> counted() == before + 1);
    }

    private int counted() {
        return backtests.calls.get("/health").json().at("/details/strategies").asInt();
    }
}
