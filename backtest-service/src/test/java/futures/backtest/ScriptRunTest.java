package futures.backtest;

import static futures.backtest.RunningBacktests.assertProblem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import futures.kit.Calls;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Scripts over HTTP, each run in a process of its own. */
class ScriptRunTest {
    @TempDir
    Path home;

    private RunningBacktests backtests;

    @BeforeEach
    void start() throws Exception {
        Files.createDirectories(home.resolve("strategies"));
        backtests = new RunningBacktests(home);
    }

    @AfterEach
    void stop() {
        backtests.close();
    }

    private void drop(String name, String text) throws Exception {
        Files.writeString(home.resolve("strategies").resolve(name), text);
    }

    private void cross() throws Exception {
        drop(
                "averages.js",
                "exports.mean = values => values.reduce((sum, value) => sum + value, 0) / values.length;\n");
        drop("JsCross.js", """
                const { mean } = require('./averages');
                class JsCross {
                  constructor(config) { this.fast = config.fastPeriod || 5; this.points = config.points || 5; this.closes = []; this.before = 0; }
                  processMarketData(price) {
                    this.closes.push(price);
                    if (this.closes.length > 20) this.closes.shift();
                    if (this.closes.length < 20) return { ready: false, signal: null };
                    const side = Math.sign(mean(this.closes.slice(-this.fast)) - mean(this.closes));
                    const turned = this.before !== 0 && side !== 0 && side !== this.before;
                    if (side !== 0) this.before = side;
                    return { ready: true, signal: turned
                      ? { direction: side > 0 ? 'LONG' : 'SHORT', stopLoss: price - side * this.points, takeProfit: price + side * this.points, positionSize: 1, reason: 'cross' } : null };
                  }
                }
                module.exports = JsCross;
                """);
    }

    private static String order(String name) {
        return "{\"strategy_name\":\"" + name + "\",\"symbol\":\"ES\"}";
    }

    @Test
    void aDroppedScriptRunsIsStoredAndVerified() throws Exception {
        cross();
        JsonNode info = backtests.calls.get("/api/strategies/JsCross").json();
        assertEquals("javascript", info.get("kind").asText(), info::toString);
        assertTrue(List.of("checking", "ready").contains(info.get("status").asText()), info::toString);
        JsonNode state = backtests.done(order("JsCross"));
        int trades = state.at("/result/performance/total_trades").asInt();
        assertTrue(trades > 5, state::toString);
        assertEquals(trades, backtests.rows(state, "trades").size());
        assertEquals(info.get("content_hash"), state.at("/result/manifest/strategy_hash"));
        Calls.Reply verified =
                backtests.calls.post("/api/backtests/" + state.get("id").asText() + "/verify?wait=true", "");
        assertEquals("verified", verified.json().path("verdict").asText(), verified.text());
    }

    @Test
    void theIntervalOfProfitsIsThatOfTheOtherReading() throws Exception {
        cross();
        String order = order("JsCross").replace("}", ",\"parameters\":{\"points\":0.5}}");
        JsonNode result = backtests.done(order).get("result");
        JsonNode interval = result.get("interval");
        assertTrue(interval.get("ambiguous_bars").asInt() > 0, interval::toString);
        JsonNode other = backtests
                .done(order.replace("}}", "},\"fill_mode\":\"optimistic\"}"))
                .get("result");
        assertEquals(other.at("/performance/net_profit"), interval.get("optimistic"), interval::toString);
        assertEquals(interval, other.get("interval"));
    }

    @Test
    void bothRoutesTakeScriptsAndTheirParameters() throws Exception {
        cross();
        Calls.Reply one = backtests.calls.post("/api/backtest?strategy_name=JsCross&symbol=ES", "{\"fast_period\": 3}");
        Calls.Reply other =
                backtests.calls.post("/api/backtest/js?strategy_name=JsCross&symbol=ES", "{\"fastPeriod\": 3}");
        assertEquals(200, one.status(), one.text());
        assertEquals(200, other.status(), other.text());
        assertEquals(one.json().get("result_hash"), other.json().get("result_hash"));
        assertProblem(
                422,
                "no script",
                backtests.calls.post("/api/backtest/js?strategy_name=SimpleMAStrategy&symbol=ES", "{}"));
    }

    @Test
    void whatGoesWrongInAScriptNamesStrategyBarAndLineAndTheServiceLivesOn() throws Exception {
        cross();
        drop(
                "Thrower.js",
                "module.exports = class {\n  processMarketData(price) {\n    throw new Error('too ' + 'bad');\n  }\n};\n");
        drop(
                "Hog.js",
                "module.exports = class {\n  processMarketData() { this.all = this.all || []; for (;;) this.all.push(new Array(1e4).fill(this.all.length)); }\n};\n");
        String failed = backtests.run(order("Thrower")).get("message").asText();
        assertTrue(failed.contains("strategy Thrower failed at bar 0 that opened at "), failed);
        assertTrue(failed.contains("Error: too bad at strategies/Thrower.js:3:11"), failed);
        String hog = backtests.run(order("Hog")).get("message").asText();
        assertTrue(hog.contains("strategy Hog failed at bar 0") && hog.contains("memory"), hog);
        backtests.done(order("JsCross"));
    }

    @Test
    void aScriptThatIsNeverReadyIsAFinding() throws Exception {
        drop(
                "Waiting.js",
                "module.exports = class { processMarketData() { return { ready: false, signal: null }; } };\n");
        JsonNode state = backtests.done(order("Waiting"));
        assertTrue(state.at("/result/findings").toString().contains("script_never_ready"), state::toString);
    }
}
