package futures.backtest;

import static futures.backtest.RunningBacktests.assertProblem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A stored result is put to the test over HTTP. */
class MonteCarloOverHttpTest {
    @TempDir
    static Path home;

    private static RunningBacktests service;
    private static JsonNode run;

    /** Market orders only, whose fills move by the slippage and by nothing else. */
    private static String order(int slippage) {
        return """
                {"strategy_name": "SimpleMAStrategy", "symbol": "ES", "slippage_ticks": %d, "cap_slippage": false,
                 "check_margin": false, "commission": 2.5, "fees": 1.4,
                 "parameters": {"fast_period": 5, "slow_period": 40, "exits": "none"}}""".formatted(slippage);
    }

    @BeforeAll
    static void start() throws Exception {
        Files.createDirectories(home.resolve("strategies"));
        Files.writeString(home.resolve("strategies/Idle.js"), """
                class Idle { processMarketData() { return { ready: true, signal: null }; } }
                module.exports = Idle;
                """);
        Files.writeString(home.resolve("strategies/Clockwork.java"), """
                import futures.model.Order;
                import futures.strategy.*;

                public final class Clockwork extends Strategy {
                    private final IntParameter late = integer("late", 0, 0, 5, 1, "bars");
                    private int bar;

                    @Override
                    protected void start(Setup setup) {}

                    @Override
                    protected void onBar(Bars bars, Broker broker) {
                        int at = (bar++ - late.value()) % 31;
                        if (at == 3 && bar < 4000) {
                            broker.send(Order.buy(2));
                        } else if (at == 12) {
                            broker.close();
                        }
                    }
                }
                """);
        service = new RunningBacktests(home);
        run = service.done(order(1));
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static JsonNode test(JsonNode state, String body) {
        var reply = service.calls.post(
                "/api/montecarlo?wait=true&backtest_id=" + state.get("id").asText(), body);
        assertEquals(200, reply.status(), reply.text());
        return reply.json();
    }

    private static JsonNode method(JsonNode answer, String name) {
        return StreamSupport.stream(answer.get("methods").spliterator(), false)
                .filter(one -> one.get("name").asText().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError(name + " in " + answer));
    }

    private static JsonNode figure(JsonNode method, String name) {
        return StreamSupport.stream(method.get("figures").spliterator(), false)
                .filter(one -> one.get("name").asText().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void everyWayStandsBesideTheResult() {
        JsonNode answer = test(run, "{\"paths\": 400, \"seed\": 3, \"noise_runs\": 10}");
        JsonNode result = run.get("result");
        BigDecimal net = result.at("/performance/net_profit").decimalValue();
        List<BigDecimal> nets = new ArrayList<>();
        service.rows(run, "trades").forEach(row -> nets.add(row.get("net").decimalValue()));
        assertEquals(nets.size(), answer.get("trades").asInt());
        assertTrue(nets.size() > 20, "trades: " + nets.size());
        for (String name : List.of("resampled_trades", "skipped_trades", "random_entries", "price_noise")) {
            JsonNode figure = figure(method(answer, name), "net_profit");
            assertEquals(0, net.compareTo(figure.get("observed").decimalValue()), name);
            List<String> shares = List.of("p5", "p25", "p50", "p75", "p95");
            for (int i = 1; i < shares.size(); i++) {
                assertTrue(figure.get(shares.get(i - 1))
                                .decimalValue()
                                .compareTo(figure.get(shares.get(i)).decimalValue())
                        <= 0);
            }
        }
        BigDecimal sum = BigDecimal.ZERO;
        BigDecimal peak = BigDecimal.ZERO;
        BigDecimal deepest = BigDecimal.ZERO;
        for (BigDecimal one : nets) {
            sum = sum.add(one);
            peak = peak.max(sum);
            deepest = deepest.min(sum.subtract(peak));
        }
        JsonNode shuffled = figure(method(answer, "shuffled_trades"), "max_drawdown");
        assertEquals(0, deepest.compareTo(shuffled.get("observed").decimalValue()));
        assertEquals(400, method(answer, "random_entries").get("paths").asInt());
        assertEquals(10, method(answer, "price_noise").get("paths").asInt());
        double p = method(answer, "random_entries").get("p_value").asDouble();
        assertTrue(p >= 1 / 401.0 && p <= 1, "p " + p);
        assertEquals(
                1
                        - figure(method(answer, "random_entries"), "net_profit")
                                .get("below")
                                .asDouble(),
                p,
                1 / 400.0);
        // the walk has four trading days
        assertEquals("day_blocks", answer.at("/left_out/0/method").asText());
        assertTrue(answer.at("/left_out/0/reason").asText().contains("20 trading days"), answer.toString());
        // each way of drawing, the ladder and the other markets
        assertEquals(answer.get("methods").size() + 2, answer.get("words").size());
        assertEquals(answer, test(run, "{\"paths\": 400, \"seed\": 3, \"noise_runs\": 10}"));
    }

    /** Runs of their own with other slippage come to what the ladder says, since all orders are market orders. */
    @Test
    void theLadderIsWhatRunsOfTheirOwnComeTo() {
        JsonNode answer = test(run, "{\"methods\": [\"cost_ladder\"]}");
        assertEquals(36, answer.get("cost_ladder").size());
        for (JsonNode step : answer.get("cost_ladder")) {
            if (step.get("charges").asInt() == 1 && step.get("delay_bars").asInt() == 0) {
                JsonNode figures =
                        service.done(order(step.get("slippage_ticks").asInt())).at("/result/performance");
                BigDecimal profit = figures.get("final_equity")
                        .decimalValue()
                        .subtract(figures.get("initial_cash").decimalValue());
                assertEquals(0, profit.compareTo(step.get("profit").decimalValue()), step + " is not " + profit);
            }
        }
    }

    /** A strategy that does the same some bars later comes to what the ladder says of late fills. */
    @Test
    void lateFillsAreWhatALateStrategyComesTo() throws Exception {
        String clockwork = """
                {"strategy_name": "Clockwork", "symbol": "ES", "slippage_ticks": 1, "cap_slippage": false, "check_margin": false,
                 "commission": 2.5, "fees": 1.4, "parameters": {"late": %d}}""";
        JsonNode state = service.done(clockwork.formatted(0));
        assertEquals(0, state.at("/result/performance/open_profit").asDouble(), "it is flat at the end");
        assertTrue(state.at("/result/performance/total_trades").asInt() > 50, state::toString);
        JsonNode ladder = test(state, "{\"methods\": [\"cost_ladder\"]}").get("cost_ladder");
        for (int late = 0; late <= 2; late++) {
            BigDecimal net = service.done(clockwork.formatted(late))
                    .at("/result/performance/net_profit")
                    .decimalValue();
            int wanted = late;
            JsonNode step = StreamSupport.stream(ladder.spliterator(), false)
                    .filter(one -> one.get("delay_bars").asInt() == wanted)
                    .filter(one -> one.get("slippage_ticks").asInt() == 1
                            && one.get("charges").asInt() == 1)
                    .findFirst()
                    .orElseThrow();
            assertEquals(0, net.compareTo(step.get("profit").decimalValue()), step + " is not " + net);
        }
    }

    @Test
    void otherMarketsAreRunsOfTheirOwn() {
        JsonNode answer = test(run, """
                {"methods": ["other_markets"], "other_markets": [{"timeframe": "5m"}, {"symbol": "CL"}, {"symbol": "NONE"}]}""");
        JsonNode others = answer.get("other_markets");
        assertEquals(2, others.size(), answer::toString);
        assertEquals("other_markets", answer.at("/left_out/0/method").asText());
        assertTrue(answer.at("/left_out/0/reason").asText().contains("NONE"), answer::toString);
        String[] markets = {"\"timeframe\": \"5m\", \"symbol\": \"ES\"", "\"symbol\": \"CL\""};
        for (int i = 0; i < markets.length; i++) {
            JsonNode figures = service.done(order(1).replace("\"symbol\": \"ES\"", markets[i]))
                    .at("/result/performance");
            JsonNode other = others.get(i);
            assertEquals(
                    0,
                    figures.get("net_profit")
                            .decimalValue()
                            .compareTo(other.get("net_profit").decimalValue()));
            assertEquals(
                    figures.get("total_trades").asInt(), other.get("trades").asInt());
        }
        assertTrue(answer.get("words").get(0).asText().contains(" of 2 made money"), answer::toString);
    }

    @Test
    void asAJobItCanBeFollowed() {
        var accepted = service.calls.post(
                "/api/montecarlo?backtest_id=" + run.get("id").asText(), "");
        assertEquals(202, accepted.status(), accepted.text());
        JsonNode ended = service.ended(accepted.location());
        assertEquals("done", ended.get("state").asText(), ended.toString());
        assertEquals(
                6,
                ended.at("/result/methods").size()
                        + ended.at("/result/left_out").size());
    }

    @Test
    void whatCannotBeDoneSaysWhy() {
        JsonNode idle = service.done("{\"strategy_name\": \"Idle\", \"symbol\": \"ES\"}");
        JsonNode answer = test(idle, "");
        List<String> reasons = new ArrayList<>();
        answer.get("left_out").forEach(one -> reasons.add(one.get("reason").asText()));
        assertTrue(reasons.contains("it needs two round trips, there are 0"), reasons.toString());
        assertTrue(reasons.contains("there is no round trip"), reasons.toString());
        // one that does nothing does so on other prices too
        assertEquals(
                0, figure(method(answer, "price_noise"), "trades").get("p95").asInt());
        JsonNode joint = service.done("""
                {"strategies": [{"strategy_name": "SimpleMAStrategy", "symbol": "ES"},
                                {"strategy_name": "SimpleMAStrategy", "symbol": "CL", "name": "oil"}]}""");
        assertTrue(test(joint, "").get("left_out").toString().contains("one strategy in one market"));
    }

    @Test
    void refusesWhatIsNoTest() {
        String id = run.get("id").asText();
        String path = "/api/montecarlo?backtest_id=" + id;
        assertProblem(404, "There is no backtest 'none'", service.calls.post("/api/montecarlo?backtest_id=none", ""));
        assertEquals(400, service.calls.post("/api/montecarlo", "").status());
        assertProblem(422, "shuffled_trades", service.calls.post(path, "{\"methods\": [\"shuffle_trades\"]}"));
        assertProblem(422, "paths must be 100 to 10,000", service.calls.post(path, "{\"paths\": 99}"));
        assertProblem(422, "noise_ticks", service.calls.post(path, "{\"noise_ticks\": 0}"));
        assertProblem(422, "skip_share", service.calls.post(path, "{\"skip_share\": 1}"));
        assertEquals(400, service.calls.post(path, "{\"path\": 5}").status());
    }
}
