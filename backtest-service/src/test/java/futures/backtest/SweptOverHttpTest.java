package futures.backtest;

import static futures.backtest.RunningBacktests.assertProblem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import futures.backtest.worker.SweepProcess;
import futures.kit.Calls;
import futures.kit.Eventually;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sweeps over HTTP, of strategies in Java and in JavaScript. */
class SweptOverHttpTest {
    static final String CROSS = """
            class JsCross {
              constructor(config) { this.fast = config.fastPeriod || 5; this.slow = config.slowPeriod || 20; this.bad = config.bad; this.closes = []; this.before = 0; }
              mean(count) { let sum = 0; for (const one of this.closes.slice(-count)) sum += one; return sum / count; }
              processMarketData(price) {
                if (this.bad === 1) throw new Error('too ' + 'bad');
                if (this.bad === 2) { this.all = []; for (;;) this.all.push(new Array(1e4).fill(this.all.length)); }
                this.closes.push(price);
                if (this.closes.length > this.slow) this.closes.shift();
                if (this.closes.length < this.slow) return { ready: false, signal: null };
                const side = Math.sign(this.mean(this.fast) - this.mean(this.slow));
                const turned = this.before !== 0 && side !== 0 && side !== this.before;
                if (side !== 0) this.before = side;
                return { ready: true, signal: turned
                  ? { direction: side > 0 ? 'LONG' : 'SHORT', stopLoss: price - side * 5, takeProfit: price + side * 5, positionSize: 1, reason: 'cross' } : null };
              }
            }
            module.exports = JsCross;
            """;
    private static final String JS = """
            {"backtest": {"strategy_name": "JsCross", "symbol": "ES", "parameters": {"bad": 0}},
             "spaces": {"fast_period": [3, 5, 8], "slow_period": {"min": 12, "max": 24, "step": 6}}, "threads": %d}""";

    @TempDir
    static Path home;

    private static RunningBacktests backtests;

    @BeforeAll
    static void start() throws Exception {
        Files.createDirectories(home.resolve("strategies"));
        Files.writeString(home.resolve("strategies/JsCross.js"), CROSS);
        backtests = new RunningBacktests(home);
    }

    @AfterAll
    static void stop() {
        backtests.close();
    }

    private static JsonNode sweep(String body) {
        Calls.Reply accepted = backtests.calls.post("/api/sweeps", body);
        assertEquals(202, accepted.status(), accepted.text());
        return backtests.ended(accepted.location());
    }

    private static JsonNode rows(JsonNode sweep) {
        Calls.Reply reply = backtests.calls.get(sweep.get("href").asText() + "/rows");
        assertEquals(200, reply.status(), reply.text());
        return reply.json();
    }

    /** A backtest of its own with the parameters of a row. */
    private static JsonNode alone(String strategy, JsonNode row) {
        Calls.Reply reply = backtests.calls.post(
                "/api/backtest?strategy_name=" + strategy + "&symbol=ES",
                row.get("parameters").toString());
        assertEquals(200, reply.status(), reply.text());
        return reply.json();
    }

    private static void assertSameFigures(JsonNode row, JsonNode single) {
        row.get("performance").properties().forEach(figure -> {
            JsonNode other = single.get("performance").get(figure.getKey());
            assertEquals(other, figure.getValue(), figure.getKey() + " of " + row.get("parameters"));
        });
        assertTrue(row.get("performance").size() > 15, row::toString);
    }

    @Test
    void combinationsOfAScriptAreItsBacktestsOnAnyNumberOfThreads() {
        JsonNode one = sweep(JS.formatted(1));
        assertEquals("done", one.get("state").asText(), one::toString);
        assertEquals(9, one.get("done").asInt());
        JsonNode rows = rows(one);
        assertEquals(9, rows.size());
        if (Runtime.getRuntime().availableProcessors() > 1) {
            assertEquals(rows, rows(sweep(JS.formatted(2))));
        }
        Set<String> hashes = new HashSet<>();
        for (JsonNode row : rows) {
            assertEquals("done", row.get("state").asText(), row::toString);
            hashes.add(row.get("result_hash").asText());
        }
        assertEquals(9, hashes.size(), rows::toString);
        for (int sample : new int[] {0, 4, 8}) {
            JsonNode single = alone("JsCross", rows.get(sample));
            assertEquals(single.get("result_hash"), rows.get(sample).get("result_hash"));
            assertSameFigures(rows.get(sample), single);
            assertEquals(keys(single.get("findings")), keys(rows.get(sample).get("findings")));
        }
    }

    private static Set<String> keys(JsonNode findings) {
        Set<String> keys = new HashSet<>();
        findings.forEach(finding -> keys.add(finding.get("key").asText()));
        return keys;
    }

    @Test
    void aCombinationThatFailsDoesNotKeepTheOthersFromRunning() {
        JsonNode ended = sweep("""
                {"backtest": {"strategy_name": "JsCross", "symbol": "ES"}, "spaces": {"bad": [0, 1, 2], "fast_period": [3, 5]}}""");
        assertEquals("done", ended.get("state").asText(), ended::toString);
        assertEquals(2, ended.get("done").asInt(), ended::toString);
        assertEquals(4, ended.get("failed").asInt(), ended::toString);
        JsonNode rows = rows(ended);
        for (JsonNode row : rows) {
            String error = row.path("error").asText("");
            switch (row.at("/parameters/bad").asInt()) {
                case 0 -> assertEquals("done", row.get("state").asText(), row::toString);
                case 1 -> assertTrue(error.contains("failed at bar 0") && error.contains("too bad"), error);
                default -> assertTrue(error.contains("memory"), error);
            }
        }
        String csv = backtests
                .calls
                .get(ended.get("href").asText() + "/rows?format=csv")
                .text();
        String[] lines = csv.split("\r\n");
        assertEquals(7, lines.length, csv);
        assertTrue(lines[0].startsWith("number,bad,fast_period,state,net_profit,"), lines[0]);
        assertTrue(lines[1].startsWith("0,0,3,done,") || lines[1].startsWith("0,0.0,3.0,done,"), lines[1]);
    }

    @Test
    void combinationsInJavaAreBacktestsToo() {
        JsonNode ended = sweep("""
                {"backtest": {"strategy_name": "SimpleMAStrategy", "symbol": "ES"},
                 "spaces": {"fast_period": {"min": 5, "max": 25, "step": 5}, "slow_period": [10, 20, 40]}}""");
        assertEquals("done", ended.get("state").asText(), ended::toString);
        // 5 x 3, without those of which the fast one is not below the slow one
        assertEquals(9, ended.get("combinations").asInt(), ended::toString);
        JsonNode rows = rows(ended);
        for (int sample : new int[] {0, 4, 8}) {
            assertSameFigures(rows.get(sample), alone("SimpleMAStrategy", rows.get(sample)));
        }
        assertTrue(backtests
                .calls
                .get("/api/sweeps")
                .text()
                .contains(ended.get("id").asText()));
    }

    @Test
    void aStrategyThatThrowsNowAndThenHasItsErrorsByCombination() throws Exception {
        Files.writeString(
                home.resolve("strategies/Moody.java"),
                DroppedCode.cross("Moody", 16)
                        .replace(
                                "quick = setup.sma",
                                "if (fast.value() == 7) { throw new IllegalStateException(\"not seven\"); } quick = setup.sma"));
        JsonNode ended = sweep("""
                {"backtest": {"strategy_name": "Moody", "symbol": "ES"}, "spaces": {"fast_period": [5, 6, 7, 8, 9]}}""");
        assertEquals("done", ended.get("state").asText(), ended::toString);
        JsonNode rows = rows(ended);
        assertEquals(4, ended.get("done").asInt(), rows::toString);
        assertTrue(rows.get(2).get("error").asText().contains("not seven"), rows::toString);
        assertSameFigures(rows.get(3), alone("Moody", rows.get(3)));
    }

    @Test
    void whatItWouldBeIsToldBefore() {
        Calls.Reply counted = backtests.calls.post("/api/sweeps?dry_run=true", """
                {"backtest": {"strategy_name": "SimpleMAStrategy", "symbol": "ES"},
                 "spaces": {"fast_period": [5, 30], "slow_period": [10, 20, 40]}}""");
        assertEquals(200, counted.status(), counted.text());
        assertEquals(4, counted.json().get("combinations").asInt());
        assertEquals(2, counted.json().get("left_out").asInt());
        Calls.Reply declared = backtests.calls.post("/api/sweeps?dry_run=true", """
                {"backtest": {"strategy_name": "SimpleMAStrategy", "symbol": "ES"}}""");
        assertFalse(declared.text().isEmpty());
    }

    @Test
    void aSweepCanBeCancelledAndKeepsWhatItHas() {
        Calls.Reply accepted = backtests.calls.post("/api/sweeps", """
                {"backtest": {"strategy_name": "JsCross", "symbol": "ES"}, "threads": 1,
                 "spaces": {"fast_period": {"min": 2, "max": 60, "step": 1}, "slow_period": {"min": 70, "max": 200, "step": 1}}}""");
        assertEquals(202, accepted.status(), accepted.text());
        Eventually.within(
                RunningBacktests.LONG,
                "some rows",
                () -> backtests
                                .calls
                                .get(accepted.location())
                                .json()
                                .get("progress")
                                .asDouble()
                        > 0);
        JsonNode running = backtests.calls.get(accepted.location()).json();
        assertTrue(running.get("message").asText().contains(" of 7,729 combinations, "), running::toString);
        assertEquals(202, backtests.calls.delete(accepted.location()).status());
        JsonNode ended = backtests.ended(accepted.location());
        assertEquals("cancelled", ended.get("state").asText(), ended::toString);
        assertTrue(ended.get("done").asInt() > 0, ended::toString);
        assertEquals(ended.get("done").asInt(), rows(ended).size());
        assertProblem(409, "ended", backtests.calls.delete(accepted.location()));
    }

    @Test
    void aProcessThatDiesIsReplacedAndNothingIsLost() {
        Calls.Reply accepted = backtests.calls.post("/api/sweeps", """
                {"backtest": {"strategy_name": "JsCross", "symbol": "ES"}, "threads": 1,
                 "spaces": {"fast_period": {"min": 2, "max": 13, "step": 1}, "slow_period": {"min": 20, "max": 24, "step": 1}}}""");
        assertEquals(202, accepted.status(), accepted.text());
        Eventually.within(
                RunningBacktests.LONG,
                "some rows",
                () -> backtests
                                .calls
                                .get(accepted.location())
                                .json()
                                .get("progress")
                                .asDouble()
                        > 0);
        List<ProcessHandle> processes = ProcessHandle.current()
                .children()
                .filter(child ->
                        List.of(child.info().arguments().orElse(new String[0])).contains(SweepProcess.class.getName()))
                .toList();
        assertEquals(1, processes.size(), processes::toString);
        assertTrue(processes.get(0).destroyForcibly());
        JsonNode ended = backtests.ended(accepted.location());
        assertEquals("done", ended.get("state").asText(), ended::toString);
        assertEquals(60, ended.get("done").asInt(), ended::toString);
        JsonNode rows = rows(ended);
        assertEquals(60, rows.size());
        JsonNode single = alone("JsCross", rows.get(59));
        assertEquals(single.get("result_hash"), rows.get(59).get("result_hash"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | 400 | backtest",
                "{\"backtest\": {\"strategy_name\": \"None\", \"symbol\": \"ES\"}} | 404 | None",
                "{\"backtest\": {\"strategy_name\": \"SimpleMAStrategy\", \"symbol\": \"ES\"}, \"spaces\": {\"fats_period\": [1]}} | 422 | fast_period",
                "{\"backtest\": {\"strategy_name\": \"SimpleMAStrategy\", \"symbol\": \"ES\"}, \"spaces\": {\"fast_period\": 5}} | 422 | list",
                "{\"backtest\": {\"strategy_name\": \"SimpleMAStrategy\", \"symbol\": \"ES\"}, \"spaces\": {\"fast_period\": []}} | 422 | no value",
                "{\"backtest\": {\"strategy_name\": \"SimpleMAStrategy\", \"symbol\": \"ES\"}, \"spaces\": {\"fast_period\": [2.5]}} | 422 | whole number",
                "{\"backtest\": {\"strategy_name\": \"SimpleMAStrategy\", \"symbol\": \"ES\"}, \"spaces\": {\"fast_period\": {\"min\": 9, \"max\": 5, \"step\": 1}}} | 422 | min",
                "{\"backtest\": {\"strategy_name\": \"SimpleMAStrategy\", \"symbol\": \"ES\"}, \"spaces\": {\"fast_period\": {\"min\": 5, \"max\": 9}}} | 422 | step",
                "{\"backtest\": {\"strategy_name\": \"SimpleMAStrategy\", \"symbol\": \"ES\"}, \"spaces\": {\"fast_period\": [30], \"slow_period\": [20]}} | 422 | conditions",
                "{\"backtest\": {\"strategy_name\": \"SimpleMAStrategy\", \"symbol\": \"ES\", \"parameters\": {\"fast_period\": 5}}, \"spaces\": {\"fast_period\": [5]}} | 400 | leave one",
                "{\"backtest\": {\"strategy_name\": \"JsCross\", \"symbol\": \"ES\"}, \"spaces\": {\"a\": {\"min\": 1, \"max\": 900, \"step\": 1}, \"b\": {\"min\": 1, \"max\": 900, \"step\": 1}}} | 422 | 810,000 combinations (900 of a x 900 of b)",
                "{\"backtest\": {\"strategy_name\": \"JsCross\", \"symbol\": \"ES\"}} | 422 | combinations",
                "{\"backtest\": {\"strategy_name\": \"JsCross\", \"symbol\": \"ES\"}, \"spaces\": {\"a\": [1, 2]}, \"threads\": 0} | 422 | threads",
            })
    void whatCannotBeSweptIsRefusedInWords(String body, int status, String part) {
        assertProblem(status, part, backtests.calls.post("/api/sweeps?wait=true", body));
    }
}
