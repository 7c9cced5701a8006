package futures.backtest;

import static futures.backtest.RunningBacktests.assertProblem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import futures.kit.Calls;
import futures.kit.Eventually;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Optimizations over HTTP: what they find, what is read from their rows, pause and resume. */
class OptimizedOverHttpTest {
    private static final String SPACES = """
            "spaces": {"fast_period": {"min": 4, "max": 20, "step": 4}, "slow_period": [12, 24, 36, 48]}""";
    private static final String BACKTEST = """
            "backtest": {"strategy_name": "SimpleMAStrategy", "symbol": "ES"}""";

    @TempDir
    static Path home;

    private static RunningBacktests backtests;
    /** A grid that all look at. */
    private static JsonNode grid;

    @BeforeAll
    static void start() throws Exception {
        Files.createDirectories(home.resolve("strategies"));
        Files.writeString(home.resolve("strategies/Applied.java"), DroppedCode.cross("Applied", 16));
        backtests = new RunningBacktests(home);
        grid = optimized("{" + BACKTEST + "," + SPACES + ", \"objective\": \"net_profit\"}");
    }

    @AfterAll
    static void stop() {
        backtests.close();
    }

    private static JsonNode optimized(String body) {
        Calls.Reply accepted = backtests.calls.post("/api/optimizations", body);
        assertEquals(202, accepted.status(), accepted.text());
        JsonNode ended = backtests.ended(accepted.location());
        assertEquals("done", ended.get("state").asText(), ended::toString);
        return ended;
    }

    private static JsonNode get(JsonNode optimization, String part) {
        Calls.Reply reply = backtests.calls.get(optimization.get("href").asText() + part);
        assertEquals(200, reply.status(), reply.text());
        return reply.json();
    }

    private static List<JsonNode> rows() {
        List<JsonNode> rows = new ArrayList<>();
        get(grid, "/export?format=json").forEach(rows::add);
        return rows;
    }

    @Test
    void theGridIsTheSweep() {
        // 5 x 4, without 12 and 16, 20 of the fast one over the slow one's 12
        assertEquals(17, grid.get("combinations").asInt(), grid::toString);
        assertEquals(17, grid.get("done").asInt());
        JsonNode verdict = grid.get("verdict");
        assertEquals(17, verdict.get("strategies").asInt(), verdict::toString);
        assertEquals(17, verdict.get("trials").asInt());
        assertEquals(4, verdict.get("days").asInt());
        assertFalse(verdict.get("verdict").asText().equals("beyond_luck"), "four days show nothing");
        Calls.Reply accepted = backtests.calls.post("/api/sweeps", "{" + BACKTEST + "," + SPACES + "}");
        JsonNode sweep = backtests.ended(accepted.location());
        JsonNode swept =
                backtests.calls.get(sweep.get("href").asText() + "/rows").json();
        List<JsonNode> rows = rows();
        assertEquals(17, rows.size());
        for (int i = 0; i < 17; i++) {
            assertEquals(swept.get(i).get("parameters"), rows.get(i).get("parameters"));
            assertEquals(swept.get(i).get("performance"), rows.get(i).get("performance"));
            assertEquals(i, rows.get(i).get("number").asInt());
            assertEquals(
                    rows.get(i).at("/performance/net_profit").asDouble(),
                    rows.get(i).get("score").asDouble());
        }
    }

    @Test
    void pagesAreSortedFilteredAndExported() {
        JsonNode page = get(grid, "/rows?sort=sharpe_ratio&order=desc&limit=5&offset=2&state=done");
        assertEquals(17, page.get("total").asInt());
        List<Double> expected = rows().stream()
                .map(row -> row.at("/performance/sharpe_ratio").asDouble())
                .sorted((a, b) -> Double.compare(b, a))
                .toList();
        for (int i = 0; i < 5; i++) {
            assertEquals(
                    expected.get(i + 2),
                    page.at("/rows/" + i + "/performance/sharpe_ratio").asDouble());
        }
        assertEquals(0, get(grid, "/rows?state=failed").get("total").asInt());
        assertEquals(0, get(grid, "/rows?feasible=false").get("total").asInt());
        String[] csv = backtests
                .calls
                .get(grid.get("href").asText() + "/export")
                .text()
                .split("\r\n");
        assertEquals(18, csv.length);
        assertTrue(csv[0].startsWith("number,fast_period,slow_period,state,score,feasible,net_profit,"), csv[0]);
        assertTrue(csv[1].startsWith("0,4,12,done,"), csv[1]);
    }

    @Test
    void theBestComeFirstWithTheirNeighbours() {
        JsonNode leaders = get(grid, "/leaderboard?limit=3").get("leaders");
        List<JsonNode> rows = rows();
        List<JsonNode> sorted = new ArrayList<>(rows);
        sorted.sort((a, b) ->
                Double.compare(b.get("score").asDouble(), a.get("score").asDouble()));
        assertEquals(sorted.get(0), grid.get("best"));
        for (int i = 0; i < 3; i++) {
            JsonNode row = leaders.at("/" + i + "/row");
            assertEquals(sorted.get(i), row);
            int fast = row.at("/parameters/fast_period").asInt();
            int slow = row.at("/parameters/slow_period").asInt();
            double[] around = rows.stream()
                    .filter(other -> Math.abs(
                                            other.at("/parameters/fast_period").asInt() - fast)
                                    <= 4
                            && Math.abs(other.at("/parameters/slow_period").asInt() - slow) <= 12
                            && !other.equals(row))
                    .mapToDouble(other -> other.get("score").asDouble())
                    .toArray();
            JsonNode plateau = leaders.at("/" + i + "/plateau");
            assertEquals(around.length, plateau.get("run").asInt());
            assertEquals(
                    Arrays.stream(around).min().orElseThrow(),
                    plateau.get("min").asDouble());
            assertEquals(
                    Arrays.stream(around).average().orElseThrow(),
                    plateau.get("mean").asDouble(),
                    1e-9);
        }
    }

    @Test
    void aSurfaceHasAFigureForEachPairOfValues() {
        JsonNode surface = get(grid, "/surface?x=fast_period&y=slow_period&figure=total_trades");
        assertEquals(4, surface.get("cells").size());
        assertTrue(surface.at("/cells/0/3").isNull(), "16 and 12 break the condition");
        for (JsonNode row : rows()) {
            int x = row.at("/parameters/fast_period").asInt() / 4 - 1;
            int y = row.at("/parameters/slow_period").asInt() / 12 - 1;
            assertEquals(
                    row.at("/performance/total_trades").asDouble(),
                    surface.at("/cells/" + y + "/" + x).asDouble());
        }
        JsonNode line = get(grid, "/surface?x=slow_period&figure=net_profit&reduce=mean");
        assertEquals(1, line.get("cells").size());
        double mean = rows().stream()
                .filter(row -> row.at("/parameters/slow_period").asInt() == 12)
                .mapToDouble(row -> row.at("/performance/net_profit").asDouble())
                .average()
                .orElseThrow();
        assertEquals(mean, line.at("/cells/0/0").asDouble(), 1e-9);
        assertEquals(
                2,
                get(grid, "/surface?x=slow_period&reduce=count")
                        .at("/cells/0/0")
                        .asInt());
    }

    @Test
    void aFrontIsWhatNoOtherBeats() {
        JsonNode front = get(grid, "/pareto?metrics=net_profit,max_drawdown,win_rate_pct");
        Set<Integer> expected = new HashSet<>();
        List<JsonNode> rows = rows();
        for (JsonNode row : rows) {
            if (rows.stream().noneMatch(other -> beats(other, row))) {
                expected.add(row.get("number").asInt());
            }
        }
        Set<Integer> found = new HashSet<>();
        front.get("rows").forEach(row -> found.add(row.get("number").asInt()));
        assertEquals(expected, found);
        assertProblem(
                422, "two objectives", backtests.calls.get(grid.get("href").asText() + "/pareto"));
    }

    private static boolean beats(JsonNode a, JsonNode b) {
        boolean better = false;
        for (String metric : List.of("net_profit", "max_drawdown", "win_rate_pct")) {
            double one = a.at("/performance/" + metric).asDouble();
            double other = b.at("/performance/" + metric).asDouble();
            if (one < other) {
                return false;
            }
            better |= one > other;
        }
        return better;
    }

    @Test
    void constraintsDecideWhatCanBeTheBest() {
        JsonNode ended = optimized("{" + BACKTEST + "," + SPACES + """
                , "objective": "net_profit", "constraints": [{"metric": "total_trades", "op": "<", "value": 300}]}""");
        JsonNode best = ended.get("best");
        double expected = rows().stream()
                .filter(row -> row.at("/performance/total_trades").asInt() < 300)
                .mapToDouble(row -> row.get("score").asDouble())
                .max()
                .orElseThrow();
        assertEquals(expected, best.get("score").asDouble());
        assertTrue(get(ended, "/rows?feasible=false").get("total").asInt() > 0, ended::toString);
    }

    @Test
    void aSearchOfAScriptLearnsAndHasFindings() throws Exception {
        Files.writeString(home.resolve("strategies/JsCross.js"), SweptOverHttpTest.CROSS);
        JsonNode ended = optimized("""
                {"backtest": {"strategy_name": "JsCross", "symbol": "ES"}, "method": "genetic", "trials": 8, "seed": 3,
                 "spaces": {"fast_period": {"min": 2, "max": 9, "step": 1}, "slow_period": {"min": 12, "max": 40, "step": 1}}}""");
        assertEquals(8, ended.get("done").asInt(), ended::toString);
        JsonNode row = get(ended, "/rows").at("/rows/0");
        assertEquals(64, row.get("result_hash").asText().length(), row::toString);
    }

    @Test
    void aPausedOneGoesOnAndEndsAsItWouldHave() {
        String order = "{" + BACKTEST + """
                , "method": "tpe", "trials": 60, "seed": 5,
                 "spaces": {"fast_period": {"min": 2, "max": 50}, "slow_period": {"min": 20, "max": 200}}}""";
        JsonNode straight = optimized(order);
        CountDownLatch gate = backtests.data.hold();
        Calls.Reply accepted = backtests.calls.post("/api/optimizations", order);
        assertEquals(202, accepted.status(), accepted.text());
        assertEquals(
                202, backtests.calls.post(accepted.location() + "/pause", "").status());
        gate.countDown();
        Eventually.within(
                RunningBacktests.LONG,
                "paused",
                () -> backtests
                        .calls
                        .get(accepted.location())
                        .json()
                        .get("state")
                        .asText()
                        .equals("paused"));
        assertProblem(409, "paused", backtests.calls.post(accepted.location() + "/pause", ""));
        assertEquals(
                202, backtests.calls.post(accepted.location() + "/resume", "").status());
        JsonNode ended = backtests.ended(accepted.location());
        assertEquals("done", ended.get("state").asText(), ended::toString);
        assertProblem(409, "done", backtests.calls.post(accepted.location() + "/resume", ""));
        assertEquals(60, ended.get("done").asInt());
        assertEquals(get(straight, "/export?format=json"), get(ended, "/export?format=json"));
    }

    @Test
    void parametersBecomeSettingsAndNothingIsLost() throws Exception {
        JsonNode ended = optimized("""
                {"backtest": {"strategy_name": "Applied", "symbol": "ES"}, "spaces": {"fast_period": [3, 6, 9]}}""");
        String apply = ended.get("href").asText() + "/apply?number=1";
        Calls.Reply written = backtests.calls.post(apply, "");
        assertEquals(200, written.status(), written.text());
        assertTrue(written.json().get("kept").isNull());
        Path yaml = home.resolve("strategies/Applied.yaml");
        String text = Files.readString(yaml);
        assertTrue(text.contains("    fast_period: 6\n"), text);
        assertProblem(409, "overwrite", backtests.calls.post(apply.replace("number=1", "number=2"), ""));
        Calls.Reply again = backtests.calls.post(apply.replace("number=1", "number=2") + "&overwrite=true", "");
        assertEquals(200, again.status(), again.text());
        assertEquals(
                text,
                Files.readString(home.resolve("strategies")
                        .resolve(again.json().get("kept").asText())));
        assertTrue(Files.readString(yaml).contains("    fast_period: 9\n"));
        assertProblem(404, "no row", backtests.calls.post(apply.replace("number=1", "number=9"), ""));
    }

    @Test
    void whatItWouldBeIsToldWithTheTime() {
        Calls.Reply counted =
                backtests.calls.post("/api/optimizations?dry_run=true", "{" + BACKTEST + "," + SPACES + "}");
        assertEquals(200, counted.status(), counted.text());
        assertEquals(17, counted.json().get("combinations").asInt());
        assertEquals(3, counted.json().get("left_out").asInt());
        assertTrue(counted.json().get("per_second").asDouble() > 0, counted.text());
        assertTrue(counted.json().get("seconds").asDouble() > 0, counted.text());
        assertFalse(counted.json().get("timed").asInt() == 0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | 400 | backtest",
                "{\"backtest\": {\"strategy_name\": \"SimpleMAStrategy\", \"symbol\": \"ES\"}, \"method\": \"gird\"} | 400 | grid",
                "{\"backtest\": {\"strategy_name\": \"SimpleMAStrategy\", \"symbol\": \"ES\"}, \"objective\": \"sharp_ratio\"} | 422 | sharpe_ratio",
                "{\"backtest\": {\"strategy_name\": \"SimpleMAStrategy\", \"symbol\": \"ES\"}, \"objective\": 5} | 422 | metric",
                "{\"backtest\": {\"strategy_name\": \"SimpleMAStrategy\", \"symbol\": \"ES\"}, \"constraints\": [{\"metric\": \"total_trades\", \"op\": \"=\", \"value\": 3}]} | 422 | op",
                "{\"backtest\": {\"strategy_name\": \"SimpleMAStrategy\", \"symbol\": \"ES\"}, \"constraints\": [null]} | 422 | constraints",
                "{\"backtest\": {\"strategy_name\": \"SimpleMAStrategy\", \"symbol\": \"ES\"}, \"method\": \"tpe\", \"trials\": 0} | 422 | trials",
                "{\"backtest\": {\"strategy_name\": \"SimpleMAStrategy\", \"symbol\": \"ES\"}, \"method\": \"tpe\", \"trials\": 20000} | 422 | trials",
                "{\"backtest\": {\"strategy_name\": \"SimpleMAStrategy\", \"symbol\": \"ES\"}, \"spaces\": {\"fast_period\": [30], \"slow_period\": [20]}} | 422 | conditions",
                "{\"backtest\": {\"strategy_name\": \"SimpleMAStrategy\", \"symbol\": \"ES\"}} | 422 | combinations",
            })
    void whatCannotBeSearchedIsRefusedInWords(String body, int status, String part) {
        assertProblem(status, part, backtests.calls.post("/api/optimizations", body));
    }
}
