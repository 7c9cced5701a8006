package futures.portfolio.allocation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import futures.kit.Calls;
import futures.kit.Eventually;
import futures.kit.RedisForTests;
import futures.kit.RunningService;
import futures.kit.config.Settings;
import futures.kit.json.Json;
import futures.portfolio.PortfolioService;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Over real HTTP, with a neighbour that holds results. Expected figures are computed here from the days, without the product's classes. */
class AllocationServiceTest {
    private static final double CLOSE = 1e-9;
    private static final LocalDate MONDAY = LocalDate.of(2023, 1, 2);

    @TempDir
    static Path home;

    private static final BacktestNeighbour BACKTESTS = new BacktestNeighbour();
    private static RedisForTests redis;
    private static RunningService neighbour;
    private static RunningService service;
    private static Calls calls;

    @BeforeAll
    static void start() throws Exception {
        redis = RedisForTests.onFreePort();
        Settings settings = redis.settings(home, "ports.backtest=" + RedisForTests.freePort());
        BACKTESTS.add("a", 11, MONDAY, 150, 400, 60);
        BACKTESTS.add("b", 12, MONDAY, 150, 900, 80);
        BACKTESTS.add("c", 13, MONDAY.plusWeeks(2), 150, 250, 10);
        BACKTESTS.results.get("b").remove(MONDAY.plusWeeks(5));
        neighbour = RunningService.start("backtest", settings, Clock.systemUTC(), context -> BACKTESTS);
        service = RunningService.start("portfolio", settings, Clock.systemUTC(), PortfolioService::new);
        calls = new Calls(service.uri());
    }

    @AfterAll
    static void stop() {
        service.close();
        neighbour.close();
        redis.close();
    }

    private static ObjectNode order(String... backtests) {
        ObjectNode order = Json.mapper().createObjectNode();
        ArrayNode results = order.putArray("results");
        for (String id : backtests) {
            results.addObject().put("backtest", id);
        }
        return order;
    }

    private static JsonNode made(ObjectNode order) {
        Calls.Reply reply = calls.post("/api/allocations?wait=true", order.toString());
        assertEquals(201, reply.status(), reply.text());
        JsonNode state = reply.json();
        assertEquals("done", state.get("state").asText());
        assertEquals("/api/allocations/" + state.get("id").asText(), reply.location());
        return state.get("result");
    }

    /** Returns of a, b and c on the days that they have in common, b's missing one as zero. */
    private static List<double[]> returns() {
        TreeMap<LocalDate, BigDecimal> a = BACKTESTS.results.get("a");
        TreeMap<LocalDate, BigDecimal> b = BACKTESTS.results.get("b");
        TreeMap<LocalDate, BigDecimal> c = BACKTESTS.results.get("c");
        List<double[]> rows = new ArrayList<>();
        for (LocalDate day : a.tailMap(c.firstKey()).keySet()) {
            rows.add(new double[] {
                a.get(day).doubleValue() / 100_000,
                b.getOrDefault(day, BigDecimal.ZERO).doubleValue() / 100_000,
                c.get(day).doubleValue() / 100_000
            });
        }
        return rows;
    }

    private static double deviation(List<double[]> rows, int i) {
        double mean = rows.stream().mapToDouble(row -> row[i]).average().orElseThrow();
        double squares = rows.stream()
                .mapToDouble(row -> (row[i] - mean) * (row[i] - mean))
                .sum();
        return Math.sqrt(squares / (rows.size() - 1));
    }

    private static double[] inverseVolatility(List<double[]> rows) {
        double[] weights = new double[3];
        double sum = 0;
        for (int i = 0; i < 3; i++) {
            weights[i] = 1 / deviation(rows, i);
            sum += weights[i];
        }
        for (int i = 0; i < 3; i++) {
            weights[i] /= sum;
        }
        return weights;
    }

    private static double at(JsonNode node, String path) {
        JsonNode found = node.at(path);
        assertTrue(found.isNumber(), path + " is " + found);
        return found.asDouble();
    }

    /** One contract each, made with as much cash as there is capital. */
    private static double costs(double[] before, double[] after) {
        double contracts = 0;
        for (int i = 0; i < 3; i++) {
            contracts += Math.abs(after[i] - before[i]);
        }
        return 4.25 * contracts;
    }

    private static double mix(double[] row, double[] weights) {
        return row[0] * weights[0] + row[1] * weights[1] + row[2] * weights[2];
    }

    @Test
    void inverseVolatilityWithAllThatFollows() {
        List<double[]> rows = returns();
        ObjectNode order =
                order("a", "b", "c").put("method", "inverse_volatility").put("covariance", "sample");
        order.put("capital", 250_000).put("points", 5000);
        JsonNode made = made(order);
        assertEquals(rows.size(), at(made, "/days/count"));
        assertEquals(140, rows.size());
        double[] weights = inverseVolatility(rows);
        double sumOfRisk = 0;
        for (int i = 0; i < 3; i++) {
            JsonNode line = made.at("/results/" + i);
            assertEquals(weights[i], at(line, "/weight"), CLOSE);
            assertEquals(deviation(rows, i) * Math.sqrt(252), at(line, "/volatility"), CLOSE);
            assertEquals(weights[i] * 2.5, at(line, "/multiple"), CLOSE);
            assertEquals(100_000, at(line, "/initial_cash"));
            sumOfRisk += at(line, "/risk_contribution");
        }
        assertEquals(1, sumOfRisk, CLOSE);
        assertEquals(1, at(made, "/results/1/missing_days"));
        assertEquals(10, at(made, "/results/0/left"));
        assertTrue(made.at("/warnings").toString().contains("'b' lacks 1 of the 140 days"));

        double equity = 250_000;
        double peak = equity;
        double deepest = 0;
        double[] daily = new double[rows.size()];
        for (int t = 0; t < rows.size(); t++) {
            daily[t] = mix(rows.get(t), weights);
            equity += 250_000 * daily[t];
            peak = Math.max(peak, equity);
            deepest = Math.min(deepest, equity - peak);
            assertEquals(equity, at(made, "/equity/exact/" + t), 0.0051);
            double parts = 0;
            for (int i = 0; i < 3; i++) {
                parts += at(made, "/equity/parts/" + i + "/" + t);
            }
            assertEquals(equity, parts, 0.02);
        }
        JsonNode figures = made.at("/in_sample/exact");
        assertEquals(equity - 250_000, at(figures, "/net_profit"), 0.0051);
        assertEquals(deepest, at(figures, "/max_drawdown"), 0.0051);
        double mean = java.util.Arrays.stream(daily).average().orElseThrow();
        double squares =
                java.util.Arrays.stream(daily).map(r -> (r - mean) * (r - mean)).sum();
        double sharpe = mean / Math.sqrt(squares / (daily.length - 1)) * Math.sqrt(252);
        assertEquals(sharpe, at(figures, "/sharpe"), 1e-8);
        assertEquals(sharpe, at(made, "/expected/sharpe"), 1e-8);
        JsonNode fall = made.at("/drawdowns/deepest");
        double parts = 0;
        for (JsonNode part : fall.get("parts")) {
            parts += part.asDouble();
        }
        assertEquals(at(fall, "/loss"), parts, 0.03);
        assertEquals("a", made.at("/results/0/name").asText());
        assertEquals(2, made.at("/clusters/merges").size());
    }

    /** Chooses anew at every rebalance from a list of its own. */
    @Test
    void theWalkForwardIsThatOfANaiveTwin() {
        List<double[]> rows = returns();
        ObjectNode order =
                order("a", "b", "c").put("method", "inverse_volatility").put("covariance", "sample");
        order.putObject("walk_forward").put("window", 40).put("rebalance", 15).put("cost", 4.25);
        JsonNode walk = made(order.put("points", 5000).put("capital", 100_000)).get("walk_forward");
        double equity = 100_000;
        double equal = 100_000 - costs(new double[3], new double[] {1 / 3.0, 1 / 3.0, 1 / 3.0});
        double turnover = 0;
        double paid = 0;
        double[] weights = null;
        int choices = 0;
        for (int t = 40; t < rows.size(); t++) {
            if ((t - 40) % 15 == 0) {
                double[] next = inverseVolatility(rows.subList(t - 40, t));
                for (int i = 0; i < 3; i++) {
                    turnover += weights == null ? 0 : Math.abs(next[i] - weights[i]);
                    assertEquals(next[i], at(walk, "/rebalances/" + choices + "/weights/" + i), 1e-6);
                }
                double cost = costs(weights == null ? new double[3] : weights, next);
                equity -= cost;
                paid += cost;
                weights = next;
                choices++;
            }
            equity += 100_000 * mix(rows.get(t), weights);
            equal += 100_000 * mix(rows.get(t), new double[] {1 / 3.0, 1 / 3.0, 1 / 3.0});
            assertEquals(equity, at(walk, "/curves/out_of_sample/" + (t - 40)), 0.0051);
            assertEquals(equal, at(walk, "/curves/equal_weights/" + (t - 40)), 0.0051);
        }
        assertEquals(paid, at(walk, "/costs"), 0.0051);
        assertTrue(paid > 1);
        assertEquals(choices, walk.get("rebalances").size());
        assertEquals(turnover / (choices - 1), at(walk, "/mean_turnover"), CLOSE);
        assertEquals(turnover / (choices - 1) * 252 / 15, at(walk, "/yearly_turnover"), 1e-7);
        assertEquals(equity - 100_000, at(walk, "/out_of_sample/net_profit"), 0.0051);
        assertEquals(100, at(walk, "/span/count"));
        assertEquals(0, at(walk, "/times_out"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "equal",
                "inverse_volatility",
                "minimum_variance",
                "maximum_sharpe",
                "mean_variance",
                "risk_parity",
                "hrp",
                "kelly"
            })
    void everyMethodKeepsItsBounds(String method) {
        for (String covariance : List.of("ledoit_wolf", "single_factor", "constant_correlation")) {
            ObjectNode order = order("a", "b", "c").put("method", method).put("covariance", covariance);
            ((ObjectNode) order.at("/results/0")).put("max_weight", 0.25);
            ((ObjectNode) order.at("/results/1")).put("min_weight", 0.3);
            JsonNode made = made(order);
            double sum = 0;
            for (JsonNode line : made.get("results")) {
                sum += at(line, "/weight");
                assertTrue(at(line, "/weight") >= 0);
            }
            assertEquals(1, sum, CLOSE);
            assertTrue(at(made, "/results/0/weight") <= 0.25 + CLOSE);
            assertTrue(at(made, "/results/1/weight") >= 0.3 - CLOSE);
            assertTrue(at(made, "/leverage") <= 1);
            assertFalse(made.get("walk_forward").isNull());
        }
    }

    @Test
    void wholeContractsFitTheMarginBudget() {
        ObjectNode order = order("a", "b", "c").put("method", "risk_parity").put("capital", 1_000_000);
        order.put("margin_budget", 60_000);
        ((ObjectNode) order.at("/results/2")).put("contracts", 4).put("margin", 10_000);
        JsonNode made = made(order);
        double margin = 0;
        for (JsonNode line : made.get("results")) {
            int whole = line.get("whole_contracts").asInt();
            margin += whole * at(line, "/margin") / at(line, "/contracts");
            assertEquals(whole / at(line, "/contracts") * 0.1, at(line, "/whole_weight"), CLOSE);
            assertTrue(Math.abs(whole - at(line, "/exact_contracts")) < 2);
        }
        assertEquals(12_000, at(made, "/results/0/margin"));
        assertEquals(margin, at(made, "/whole/margin"), 0.01);
        assertTrue(margin <= 60_000 && margin > 40_000, margin + " of the budget");
        assertTrue(at(made, "/whole/scale") < 1);
        assertTrue(at(made, "/whole/tracking_error") > 0);
        assertEquals(at(made, "/whole/tracking_error") / 1_000_000, at(made, "/whole/tracking_error_fraction"), 1e-8);
    }

    @Test
    void portfoliosAndSeriesStandBesideBacktests() {
        String portfolio =
                calls.post("/api/portfolio?name=mixed&initial_cash=50000", null).location();
        ArrayNode trades = Json.mapper().createArrayNode();
        ArrayNode days = Json.mapper().createArrayNode();
        for (int t = 0; t < 28; t++) {
            LocalDate day = MONDAY.plusWeeks(3 + t / 5).plusDays(t % 5);
            int gain = (t * 37) % 23 - 8;
            // an hour before midnight in Chicago, which belongs to the next trading day
            String time = day.minusDays(1) + "T23:00:00-06:00";
            ObjectNode trip =
                    trades.addObject().put("symbol", "ES").put("side", "LONG").put("quantity", 1);
            trip.put("entry_time", time)
                    .put("exit_time", time)
                    .put("entry_price", 5000)
                    .put("exit_price", 5000);
            trip.put("gross", gain).put("costs", 0).put("net", gain).put("exit_reason", "x");
            days.addObject().put("day", day.toString()).put("profit", gain);
        }
        ObjectNode batch =
                Json.mapper().createObjectNode().put("idempotency_key", "k").put("strategy_name", "s");
        batch.put("source", "test").set("trades", trades);
        assertEquals(201, calls.post(portfolio + "/trades", batch.toString()).status());
        ObjectNode order = order("a").put("covariance", "sample").put("missing", "drop");
        ((ArrayNode) order.get("results"))
                .addObject()
                .put("portfolio", Long.parseLong(portfolio.substring(portfolio.lastIndexOf('/') + 1)));
        ((ArrayNode) order.get("results"))
                .addObject()
                .put("initial_cash", 50_000)
                .set("series", days);
        JsonNode made = made(order);
        // the series is the portfolio's own, day by day
        assertEquals(1, at(made, "/correlation/1/2"), 1e-6);
        assertEquals(at(made, "/results/1/weight"), at(made, "/results/2/weight"), 1e-6);
        assertEquals(0, at(made, "/results/1/missing_days"));
        assertEquals("portfolio 1", made.at("/results/1/name").asText());
        assertTrue(made.get("walk_forward").isNull());
        assertTrue(made.get("walk_forward_missing").asText().contains("20 days in its window"));
    }

    @Test
    void aLookKeepsNothing() {
        int before = calls.get("/api/allocations").json().get("allocations").size();
        Calls.Reply looked =
                calls.post("/api/allocations?keep=false", order("a", "b").toString());
        assertEquals(200, looked.status(), looked.text());
        assertTrue(looked.json().get("id").isNull());
        assertEquals(made(order("a", "b")), looked.json().get("result"), "the same as the one that is kept");
        assertEquals(
                before + 1,
                calls.get("/api/allocations").json().get("allocations").size());
    }

    @Test
    void theFrontierLeadsFromLeastRiskToHighestReturn() {
        Calls.Reply reply = calls.post(
                "/api/allocations/frontier?points=7", order("a", "b", "c").toString());
        assertEquals(200, reply.status(), reply.text());
        JsonNode frontier = reply.json();
        assertEquals(7, frontier.get("points").size());
        for (int k = 1; k < 7; k++) {
            assertTrue(at(frontier, "/points/" + k + "/annual_return")
                    > at(frontier, "/points/" + (k - 1) + "/annual_return"));
            assertTrue(
                    at(frontier, "/points/" + k + "/volatility") >= at(frontier, "/points/" + (k - 1) + "/volatility"));
            assertTrue(at(frontier, "/maximum_sharpe/sharpe") >= at(frontier, "/points/" + k + "/sharpe") - CLOSE);
        }
        assertTrue(at(frontier, "/chosen/volatility") >= at(frontier, "/minimum_variance/volatility"));
        assertEquals(3, frontier.get("singles").size());
    }

    @Test
    void allocationsAreJobsThatAreKeptListedAndRemoved() {
        Calls.Reply begun = calls.post(
                "/api/allocations", order("a", "b").put("name", "kept").toString());
        assertEquals(202, begun.status());
        Eventually.within(
                Duration.ofSeconds(60),
                "it is done",
                () -> calls.get(begun.location()).json().get("state").asText().equals("done"));
        JsonNode state = calls.get(begun.location()).json();
        assertEquals("kept", state.get("name").asText());
        assertEquals("risk_parity", state.at("/order/method").asText());
        assertEquals(0.5, at(state, "/order/kelly_share"));
        JsonNode newest = calls.get("/api/allocations?limit=1").json();
        assertEquals(1, newest.get("allocations").size());
        assertEquals(state.get("id"), newest.at("/allocations/0/id"));
        made(order("a", "b"));
        String cursor =
                calls.get("/api/allocations?limit=1").json().get("cursor").asText();
        assertEquals(
                state.get("id"),
                calls.get("/api/allocations?limit=1&cursor=" + cursor).json().at("/allocations/0/id"));
        assertEquals(204, calls.delete(begun.location()).status());
        assertEquals(404, calls.delete(begun.location()).status());
        assertFalse(calls.get("/api/allocations").text().contains("kept"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | results",
                "{\"results\":[{\"backtest\":\"a\"}]} | results",
                "{\"results\":[{\"backtest\":\"a\"},{\"backtest\":\"a\"}]} | results[1]",
                "{\"results\":[{\"backtest\":\"a\"},{}]} | results[1]",
                "{\"results\":[{\"backtest\":\"a\"},null]} | results[1]",
                "{\"results\":[{\"backtest\":\"a\"},{\"backtest\":\"b\",\"portfolio\":1}]} | results[1]",
                "{\"results\":[{\"backtest\":\"a\"},{\"portfolio\":1,\"strategy\":\"x\"}]} | results[1].strategy",
                "{\"results\":[{\"backtest\":\"a\"},{\"series\":[]}]} | results[1].initial_cash",
                "{\"results\":[{\"backtest\":\"a\"},{\"series\":[{\"day\":\"2024-01-02\"}],\"initial_cash\":1}]} | results[1].series[0]",
                "{\"results\":[{\"backtest\":\"a\",\"budget\":0},{\"backtest\":\"b\"}]} | results[0].budget",
                "{\"results\":[{\"backtest\":\"a\",\"min_weight\":0.6,\"max_weight\":0.5},{\"backtest\":\"b\"}]} | results[0].max_weight",
                "{\"results\":[{\"backtest\":\"a\"},{\"backtest\":\"b\"}],\"min_weight\":0.6} | min_weight",
                "{\"results\":[{\"backtest\":\"a\"},{\"backtest\":\"b\"}],\"max_weight\":0.4} | max_weight",
                "{\"results\":[{\"backtest\":\"a\"},{\"backtest\":\"b\"}],\"max_weight\":\"NaN\"} | max_weight",
                "{\"results\":[{\"backtest\":\"a\"},{\"backtest\":\"b\"}],\"method\":\"risk_party\"} | method",
                "{\"results\":[{\"backtest\":\"a\"},{\"backtest\":\"b\"}],\"covariance\":\"magic\"} | covariance",
                "{\"results\":[{\"backtest\":\"a\"},{\"backtest\":\"b\"}],\"hrp_distance\":\"far\"} | hrp_distance",
                "{\"results\":[{\"backtest\":\"a\"},{\"backtest\":\"b\"}],\"capital\":0} | capital",
                "{\"results\":[{\"backtest\":\"a\"},{\"backtest\":\"b\"}],\"capital\":1e999999999} | capital",
                "{\"results\":[{\"backtest\":\"a\"},{\"portfolio\":1}],\"margin_budget\":5} | results[1].margin",
                "{\"results\":[{\"backtest\":\"a\"},{\"backtest\":\"b\"}],\"lookback\":3} | lookback",
                "{\"results\":[{\"backtest\":\"a\"},{\"backtest\":\"b\"}],\"walk_forward\":{\"rebalance\":0}} | walk_forward.rebalance",
                "{\"results\":[{\"backtest\":\"a\"},{\"backtest\":\"b\"}],\"points\":1} | points",
                "{\"results\":[{\"backtest\":\"a\"},{\"backtest\":\"b\"}],\"kelly_share\":2} | kelly_share"
            })
    void wrongFieldsAreNamed(String body, String field) {
        Calls.Reply reply = calls.post("/api/allocations", body);
        assertEquals(422, reply.status(), reply.text());
        assertEquals(field, reply.json().at("/errors/0/field").asText(), reply.text());
    }

    @Test
    void whatTheNeighbourRefusesIsNamedByTheField() {
        Calls.Reply reply =
                calls.post("/api/allocations/frontier", order("a", "gone").toString());
        assertEquals(404, reply.status());
        assertEquals("results[1].backtest", reply.json().at("/errors/0/field").asText());
        assertTrue(reply.json().get("detail").asText().contains("no backtest 'gone'"));
        Calls.Reply job =
                calls.post("/api/allocations?wait=true", order("a", "gone").toString());
        assertEquals(422, job.status());
        assertEquals("results[1].backtest", job.json().at("/errors/0/field").asText());
    }

    @Test
    void resultsWithoutCommonDaysOrWithoutRiskAreRefused() {
        BACKTESTS.add("later", 5, MONDAY.plusYears(3), 60, 100, 0);
        BACKTESTS.add("flat", 6, MONDAY, 150, 0, 0);
        Calls.Reply apart =
                calls.post("/api/allocations/frontier", order("a", "later").toString());
        assertEquals(422, apart.status());
        assertTrue(apart.json().get("detail").asText().contains("'later' begins on"), apart.text());
        Calls.Reply flat =
                calls.post("/api/allocations/frontier", order("a", "flat").toString());
        assertEquals(422, flat.status());
        assertEquals("results[1]", flat.json().at("/errors/0/field").asText());
    }

    @Test
    void aMethodWithoutAnAnswerSaysSo() {
        BACKTESTS.add("loser", 7, MONDAY, 150, 300, -200);
        BACKTESTS.add("other-loser", 8, MONDAY, 150, 300, -200);
        for (String method : List.of("kelly", "maximum_sharpe")) {
            Calls.Reply reply = calls.post(
                    "/api/allocations/frontier",
                    order("loser", "other-loser").put("method", method).toString());
            assertEquals(422, reply.status(), reply.text());
            assertEquals("method", reply.json().at("/errors/0/field").asText());
        }
    }
}
