package futures.backtest;

import static futures.backtest.RunningBacktests.assertProblem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import futures.kit.Calls;
import futures.kit.Eventually;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Scripts as files: looked at when they appear, change with their helpers, come over HTTP. Every test has names of its own. */
class ScriptFilesTest {
    @TempDir
    static Path home;

    private static RunningBacktests backtests;
    private static Path strategies;

    @BeforeAll
    static void start() throws Exception {
        strategies = Files.createDirectories(home.resolve("strategies"));
        backtests = new RunningBacktests(home);
    }

    @AfterAll
    static void stop() {
        backtests.close();
    }

    private static void drop(String file, String content) throws Exception {
        Files.createDirectories(strategies.resolve(file).getParent());
        Files.writeString(strategies.resolve(file), content);
    }

    private static JsonNode info(String name) {
        return backtests.calls.get("/api/strategies/" + name).json();
    }

    /** Once it was looked at. */
    private static JsonNode looked(String name) {
        Eventually.within(
                RunningBacktests.LONG,
                "looked at " + name,
                () -> !info(name).path("status").asText().equals("checking"));
        return info(name);
    }

    private static JsonNode run(String name) {
        return backtests.done("{\"strategy_name\":\"" + name + "\",\"symbol\":\"ES\"}");
    }

    private static Calls.Reply send(String method, String path, String body, String type) {
        return backtests.calls.send(method, path, body, Map.of("Content-Type", type));
    }

    static String cross(String name, String helper) {
        return """
                const { mean } = require('./%s');
                class %s {
                  constructor(config = {}, mainBot = null) {
                    this.name = '%s_BOT';
                    this.version = '1.4';
                    this.fast = config.fastPeriod || 5;
                    this.params = { slowPeriod: config.slowPeriod ?? 20, stopPoints: config.stopPoints || 5, mode: config.mode || 'BOTH' };
                    this.closes = [];
                    this.before = 0;
                  }
                  processMarketData(price) {
                    this.closes.push(price);
                    if (this.closes.length > this.params.slowPeriod) this.closes.shift();
                    if (this.closes.length < this.params.slowPeriod) return { ready: false, signal: null };
                    const side = Math.sign(mean(this.closes.slice(-this.fast)) - mean(this.closes));
                    const turned = this.before !== 0 && side !== 0 && side !== this.before;
                    if (side !== 0) this.before = side;
                    const { stopPoints } = this.params;
                    return { ready: true, signal: turned
                      ? { direction: side > 0 ? 'LONG' : 'SHORT', stopLoss: price - side * stopPoints, takeProfit: price + side * stopPoints, positionSize: 1 } : null };
                  }
                  getParameters() { return { ...this.params }; }
                }
                module.exports = %s;
                """.formatted(helper, name, name.toUpperCase(java.util.Locale.ROOT), name);
    }

    static final String MEAN =
            "exports.mean = values => values.reduce((sum, value) => sum + value, 0) / values.length;\n";

    private static JsonNode parameter(JsonNode info, String name) {
        for (JsonNode one : info.get("parameters")) {
            if (one.get("name").asText().equals(name)) {
                return one;
            }
        }
        throw new AssertionError("no parameter " + name + " in " + info);
    }

    @Test
    void aScriptIsShownWithWhatItAsksFor() throws Exception {
        drop("means.js", MEAN);
        drop("Shown.js", cross("Shown", "means"));
        JsonNode info = looked("Shown");
        assertEquals("ready", info.get("status").asText(), info::toString);
        assertEquals("SHOWN_BOT", info.at("/script/name").asText());
        assertEquals("1.4", info.at("/script/version").asText());
        assertEquals("[\"Shown.js\",\"means.js\"]", info.at("/script/files").toString());
        assertEquals(5, parameter(info, "fastPeriod").get("standard").asInt());
        assertEquals(20, parameter(info, "slowPeriod").get("standard").asInt());
        assertEquals("BOTH", parameter(info, "mode").get("standard").asText());
        assertEquals("text", parameter(info, "mode").get("kind").asText());
        assertEquals(1, parameter(info, "ticks_per_bar").get("standard").asInt());
        JsonNode slip = backtests.done(
                "{\"strategy_name\":\"Shown\",\"symbol\":\"ES\",\"parameters\":{\"fast_period\":4,\"fast_perod\":3,\"ticks_per_bar\":1}}");
        String warnings = slip.at("/result/warnings").toString();
        assertTrue(warnings.contains("Nothing in Shown reads fast_perod:"), warnings);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"fastPeriod\": \"seven\" | parameter fastPeriod must be a number (5 in the script Typed), found 'seven'",
                "\"slow_period\": true        | parameter slow_period must be a number (20 in the script Typed), found true",
                "\"mode\": 3                  | parameter mode must be text (BOTH in the script Typed), found 3",
                "\"ticks_per_bar\": \"one\"   | parameter ticks_per_bar must be",
            })
    void aValueOfAnotherTypeThanTheScriptsIsRefused(String parameter, String message) throws Exception {
        drop("means5.js", MEAN);
        drop("Typed.js", cross("Typed", "means5"));
        String order = "{\"strategy_name\":\"Typed\",\"symbol\":\"ES\",\"parameters\":{" + parameter + "}}";
        Calls.Reply refused = backtests.calls.post("/api/backtests", order);
        assertProblem(422, message, refused);
        assertEquals("parameters", refused.json().at("/errors/0/field").asText());
        assertProblem(
                422,
                message,
                backtests.calls.post(
                        "/api/sweeps",
                        "{\"backtest\":{\"strategy_name\":\"Typed\",\"symbol\":\"ES\"},\"spaces\":{"
                                + parameter.replaceFirst(": (.*)", ": [$1]") + "}}"));
    }

    @Test
    void aBrokenScriptIsRefusedAndTheLastGoodOneGoesOn() throws Exception {
        drop("means2.js", MEAN);
        drop("Broken.js", cross("Broken", "means2"));
        JsonNode good = run("Broken");
        drop("Broken.js", cross("Broken", "means2").replace("this.closes = [];", "this.closes = ];"));
        // An order right after the save already knows.
        JsonNode again = run("Broken");
        assertEquals(good.at("/result/result_hash"), again.at("/result/result_hash"));
        assertTrue(again.at("/result/warnings").toString().contains("last good version"), again::toString);
        JsonNode info = looked("Broken");
        assertEquals("outdated", info.get("status").asText(), info::toString);
        assertEquals("Broken.js:8:19: Unexpected token ']'", info.get("error").asText());
        assertEquals("]", info.at("/errors/0/text").asText());
        drop("Broken.js", cross("Broken", "means2"));
        assertEquals("ready", looked("Broken").get("status").asText());
        // A helper that breaks is an error of the strategy, at the helper's place.
        drop("means2.js", "exports.mean = values => {\n  return values.reduce(;\n};\n");
        JsonNode helper = looked("Broken");
        assertEquals("means2.js", helper.at("/errors/0/file").asText(), helper::toString);
        assertEquals(2, helper.at("/errors/0/line").asInt());
        assertEquals("outdated", helper.get("status").asText());
    }

    @Test
    void aScriptThatNeverWasGoodCannotRun() throws Exception {
        drop(
                "Hopeless.js",
                "class Hopeless {\n  constructor(config) { this.a = config.level.toFixed(2); }\n  processMarketData() {}\n}\nmodule.exports = Hopeless;\n");
        assertProblem(
                422,
                "Hopeless.js:2:47",
                backtests.calls.post("/api/backtests", "{\"strategy_name\":\"Hopeless\",\"symbol\":\"ES\"}"));
        assertEquals("error", looked("Hopeless").get("status").asText());
        drop("Hopeless.yaml", "strategy:\n  parameters:\n    level: 3\n");
        Eventually.within(
                RunningBacktests.LONG,
                "its settings give what it misses",
                () -> info("Hopeless").get("status").asText().equals("ready"));
        run("Hopeless");
    }

    @Test
    void aChangedHelperIsANewVersionAndOldResultsShowAllFilesThatMadeThem() throws Exception {
        drop("lib/means3.js", MEAN);
        drop("Versions.js", cross("Versions", "lib/means3"));
        JsonNode old = run("Versions");
        drop("lib/means3.js", MEAN.replace("values.length;", "values.length + 0.5;"));
        JsonNode recent = run("Versions");
        assertNotEquals(
                old.at("/result/manifest/strategy_hash").asText(),
                recent.at("/result/manifest/strategy_hash").asText());
        JsonNode code = backtests
                .calls
                .get("/api/backtests/" + old.get("id").asText() + "/code")
                .json();
        assertEquals("Versions.js", code.at("/strategies/0/files/0/path").asText(), code::toString);
        assertEquals("lib/means3.js", code.at("/strategies/0/files/1/path").asText());
        assertEquals(MEAN, code.at("/strategies/0/files/1/text").asText());
        JsonNode versions =
                backtests.calls.get("/api/strategies/Versions/versions").json().get("versions");
        assertEquals(2, versions.size(), versions::toString);
        assertTrue(versions.at("/0/current").asBoolean());
        Calls.Reply verified =
                backtests.calls.post("/api/backtests/" + old.get("id").asText() + "/verify?wait=true", "");
        assertEquals("verified", verified.json().path("verdict").asText(), verified.text());
    }

    @Test
    void scriptsComeAndGoOverHttp() throws Exception {
        drop("means4.js", MEAN);
        String path = "/api/strategies/Sent";
        Calls.Reply made = send("PUT", path, cross("Sent", "means4"), "text/javascript");
        assertEquals(201, made.status(), made.text());
        run("Sent");
        assertEquals(
                200,
                send("PUT", path + "?file=Sent.js", cross("Sent", "means4"), "application/octet-stream")
                        .status());
        JsonNode checked = send("POST", path + "/validate", cross("Sent", "means4"), "application/javascript")
                .json();
        assertTrue(checked.get("valid").asBoolean(), checked::toString);
        assertEquals("SENT_BOT", checked.at("/script/name").asText());
        assertEquals(5, parameter(checked, "fastPeriod").get("standard").asInt());
        assertProblem(
                422,
                "Sent.js:3:1: Unexpected token",
                send("PUT", path, "class Sent {\n  processMarketData() {}\n)\n", "text/javascript"));
        assertProblem(
                422, "Cannot find module './nowhere'", send("PUT", path, cross("Sent", "nowhere"), "text/javascript"));
        assertTrue(Files.readString(strategies.resolve("Sent.js")).contains("SENT_BOT"));
        assertEquals(204, backtests.calls.delete(path).status());
        assertFalse(Files.exists(strategies.resolve("Sent.js")));
        assertTrue(Files.exists(strategies.resolve("means4.js")));
    }

    @Test
    void theTemplateRunsAsItIs() {
        JsonNode template = backtests
                .calls
                .get("/api/strategies/template?name=MyBot&kind=javascript")
                .json();
        for (JsonNode file : template.get("files")) {
            Calls.Reply stored = send(
                    "PUT",
                    "/api/strategies/MyBot?file=" + file.get("path").asText(),
                    file.get("text").asText(),
                    "text/plain");
            assertEquals(201, stored.status(), stored.text());
        }
        JsonNode info = looked("MyBot");
        assertEquals("ready", info.get("status").asText(), info::toString);
        assertEquals(2.0, parameter(info, "riskRewardRatio").get("standard").asDouble());
        JsonNode done = run("MyBot");
        assertTrue(done.at("/result/performance/total_trades").asInt() > 5, done::toString);
        assertFalse(done.at("/result/warnings").toString().contains("Nothing in"), done::toString);
        assertProblem(400, "java, javascript", backtests.calls.get("/api/strategies/template?name=MyBot&kind=python"));
    }

    @Test
    void namesAreUniqueAcrossKinds() throws Exception {
        drop("means5.js", MEAN);
        drop("Twice.js", cross("Twice", "means5"));
        drop("Twice.java", DroppedCode.cross("Twice", 16));
        JsonNode info = looked("Twice");
        assertEquals("error", info.get("status").asText(), info::toString);
        assertTrue(info.get("errors").toString().contains("in Twice.java and Twice.js"), info::toString);
        Files.delete(strategies.resolve("Twice.java"));
        assertEquals("ready", looked("Twice").get("status").asText());
        drop("SimpleMAStrategy.js", cross("SimpleMAStrategy", "means5"));
        assertEquals("ready", info("SimpleMAStrategy").get("status").asText());
        assertTrue(backtests
                .calls
                .get("/api/strategies")
                .json()
                .get("problems")
                .toString()
                .contains("SimpleMAStrategy.js"));
        Files.delete(strategies.resolve("SimpleMAStrategy.js"));
    }
}
