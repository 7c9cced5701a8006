package futures.backtest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import futures.analytics.inference.SharpeSample;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs are counted as tries, which stay when the runs go. */
class TrialsOverHttpTest {
    private static final double EXACT = 1e-9;

    @TempDir
    Path home;

    private static String order(int fast) {
        return """
                {"strategy_name": "SimpleMAStrategy", "symbol": "ES",
                 "parameters": {"fast_period": %d, "slow_period": 40}}""".formatted(fast);
    }

    private static JsonNode summary(RunningBacktests service, JsonNode state) {
        return service.calls
                .get("/api/backtests/" + state.get("id").asText())
                .json()
                .get("result");
    }

    private static SharpeSample sample(RunningBacktests service, JsonNode state) {
        return SharpeSample.of(StreamSupport.stream(service.rows(state, "daily").spliterator(), false)
                .mapToDouble(day -> day.get("profit").asDouble())
                .toArray());
    }

    private static JsonNode trials(RunningBacktests service, String query) {
        var reply = service.calls.get("/api/trials" + query);
        assertEquals(200, reply.status(), reply.text());
        return reply.json().get("items");
    }

    @Test
    void eachRunIsDeflatedByTheTriesSoFar() throws Exception {
        try (RunningBacktests service = new RunningBacktests(home)) {
            JsonNode first = service.done(order(5));
            JsonNode deflated = summary(service, first).get("deflated_sharpe");
            assertEquals(1, deflated.get("trials").asInt());
            assertEquals(0, deflated.get("luck_sharpe").asDouble());
            assertEquals(
                    sample(service, first).probability(0).value(),
                    deflated.get("value").asDouble(),
                    EXACT);
            assertTrue(deflated.get("definition").asText().contains("2014"), deflated.toString());

            JsonNode second = service.done(order(10));
            double one = sample(service, first).ratio();
            double two = sample(service, second).ratio();
            double variance = (one - two) * (one - two) / 2;
            deflated = summary(service, second).get("deflated_sharpe");
            assertEquals(2, deflated.get("trials").asInt());
            assertEquals(
                    sample(service, second).deflated(2, variance).value(),
                    deflated.get("value").asDouble(),
                    EXACT);
            assertEquals(
                    Math.sqrt(252) * SharpeSample.expectedBest(2, variance),
                    deflated.get("luck_sharpe").asDouble(),
                    EXACT);

            // once more is no new try, and the result is the same
            JsonNode again = service.done(order(5));
            assertEquals(
                    2,
                    summary(service, again).get("deflated_sharpe").get("trials").asInt());
            assertEquals(
                    summary(service, first).get("result_hash"),
                    summary(service, again).get("result_hash"));

            JsonNode sets = trials(service, "?strategy_name=SimpleMAStrategy&symbol=ES.v.0");
            assertEquals(1, sets.size());
            assertEquals(2, sets.get(0).get("trials").asInt());
            assertEquals(2, sets.get(0).get("rated").asInt());
            assertEquals(252 * variance, sets.get(0).get("sharpe_variance").asDouble(), EXACT);
            assertEquals(
                    Math.sqrt(252) * Math.max(one, two),
                    sets.get(0).get("best_sharpe").asDouble(),
                    EXACT);
            assertEquals("1m", sets.get(0).get("timeframe").asText());
            assertEquals(0, trials(service, "?strategy_name=Nobody").size());
            assertEquals(405, service.calls.delete("/api/trials").status());
        }
        Clock later = Clock.offset(Clock.systemUTC(), Duration.ofDays(31));
        try (RunningBacktests service = new RunningBacktests(home, later, "retention.backtest_days=30")) {
            assertEquals(
                    0,
                    service.calls.get("/api/backtests").json().get("backtests").size());
            assertEquals(2, trials(service, "").get(0).get("trials").asInt());
            JsonNode third = service.done(order(15));
            assertEquals(
                    3,
                    summary(service, third).get("deflated_sharpe").get("trials").asInt());
        }
    }

    @Test
    void combinationsOfSweepsAndSearchesCountOnceEach() throws Exception {
        String spaces = """
                {"backtest": {"strategy_name": "SimpleMAStrategy", "symbol": "ES"},
                 "spaces": {"fast_period": [4, 6, 8], "slow_period": [30, %d]}}""";
        try (RunningBacktests service = new RunningBacktests(home)) {
            service.ended(
                    service.calls.post("/api/sweeps", spaces.formatted(60)).location());
            JsonNode set = trials(service, "?strategy_name=SimpleMAStrategy").get(0);
            assertEquals(6, set.get("trials").asInt());
            assertEquals(6, set.get("rated").asInt());
            assertTrue(set.get("mean_correlation").asDouble() > 0, set.toString());

            JsonNode alone = service.done("""
                    {"strategy_name": "SimpleMAStrategy", "symbol": "ES",
                     "parameters": {"fast_period": 6, "slow_period": 60}}""");
            assertEquals(
                    6,
                    summary(service, alone).get("deflated_sharpe").get("trials").asInt());

            // three of the six are known, and the verdict goes by all that were made
            JsonNode search = service.ended(service.calls
                    .post("/api/optimizations", spaces.formatted(80))
                    .location());
            assertEquals("done", search.get("state").asText(), search.toString());
            assertEquals(9, trials(service, "").get(0).get("trials").asInt());
            assertEquals(9, search.get("verdict").get("trials").asInt(), search.toString());
        }
    }

    @Test
    void filesAndJointRunsAreCountedToo() throws Exception {
        Files.createDirectories(home.resolve("strategies"));
        Files.writeString(home.resolve("strategies/MyCross.java"), DroppedCode.cross("MyCross", 8));
        Files.writeString(home.resolve("strategies/Idle.js"), """
                class Idle { processMarketData() { return { ready: true, signal: null }; } }
                module.exports = Idle;
                """);
        try (RunningBacktests service = new RunningBacktests(home)) {
            service.done("{\"strategy_name\": \"MyCross\", \"symbol\": \"ES\"}");
            assertEquals(
                    1,
                    trials(service, "?strategy_name=MyCross")
                            .get(0)
                            .get("trials")
                            .asInt());
            JsonNode joint = service.done("""
                    {"strategies": [{"strategy_name": "MyCross", "symbol": "ES"},
                                    {"strategy_name": "SimpleMAStrategy", "symbol": "CL"}]}""");
            assertEquals(
                    1,
                    summary(service, joint).get("deflated_sharpe").get("trials").asInt());
            assertEquals(
                    "CL, ES",
                    trials(service, "?strategy_name=MyCross,%20SimpleMAStrategy")
                            .get(0)
                            .get("symbol")
                            .asText());
            JsonNode idle = service.done("{\"strategy_name\": \"Idle\", \"symbol\": \"ES\"}");
            JsonNode deflated = summary(service, idle).get("deflated_sharpe");
            assertTrue(deflated.get("value").isNull());
            assertEquals("returns do not vary", deflated.get("reason").asText());
            JsonNode set = trials(service, "?strategy_name=Idle").get(0);
            assertEquals(1, set.get("trials").asInt());
            assertEquals(0, set.get("rated").asInt());
        }
    }
}
