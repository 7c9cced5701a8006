package futures.backtest;

import static futures.backtest.RunningBacktests.assertProblem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import futures.kit.Calls;
import futures.kit.json.Json;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an order may choose: it must change the run, stand in the answer, and be refused in words when it is wrong. */
class OrderChoicesTest {
    private static final String RUN = "/api/backtest?strategy_name=SimpleMAStrategy&symbol=ES";

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

    /** With a near stop and a near target, so that bars are often ambiguous. */
    private JsonNode run(String field, String value) throws Exception {
        ObjectNode body = Json.mapper().createObjectNode();
        body.putObject("parameters").put("exits", "ticks").put("stop_ticks", 4).put("target_ticks", 4);
        if (field != null) {
            body.set(field, Json.mapper().readTree(value));
        }
        Calls.Reply reply = backtests.calls.post(RUN, body.toString());
        assertEquals(200, reply.status(), reply.text());
        return reply.json();
    }

    @ParameterizedTest
    @CsvSource({
        "fill_mode, '\"optimistic\"'",
        "fill_mode, '\"ohlc\"'",
        "fill_timing, '\"same_close\"'",
        "limit_fill, '\"touch\"'",
        "cap_slippage, false",
        "max_bar_participation, 0.001",
        "market_slippage_ticks, 3",
        "stop_slippage_ticks, 3",
        "slippage_ticks, 0",
        "commission, 1.25",
        "fees, 0.37",
        "initial_cash, 50000",
    })
    void aChoiceChangesTheRunAndStandsInItsAnswer(String field, String value) throws Exception {
        JsonNode standard = run(null, null);
        JsonNode chosen = run(field, value);
        JsonNode expected = Json.mapper().readTree(value);
        assertEquals(expected.asText(), chosen.at("/configuration/" + field).asText());
        assertNotEquals(
                expected.asText(), standard.at("/configuration/" + field).asText());
        assertNotEquals(standard.get("result_hash"), chosen.get("result_hash"));
        JsonNode state = backtests
                .calls
                .get("/api/backtests/" + chosen.get("id").asText())
                .json();
        assertEquals(chosen.get("configuration"), state.at("/result/configuration"));
        assertEquals(expected.asText(), state.at("/order/" + field).asText());
    }

    @Test
    void theOrderIsKeptWithAllThatStoodInForIt() {
        JsonNode order = backtests
                .done("{\"strategy_name\":\"SimpleMAStrategy\",\"symbol\":\"ES\"}")
                .get("order");
        assertEquals("pessimistic", order.get("fill_mode").asText());
        assertEquals("next_open", order.get("fill_timing").asText());
        assertEquals("through", order.get("limit_fill").asText());
        assertEquals("refuse", order.get("off_grid_prices").asText());
        assertTrue(order.get("cap_slippage").asBoolean());
        assertTrue(order.get("check_margin").asBoolean());
        assertEquals(1, order.get("stop_slippage_ticks").asInt());
        assertEquals(10, order.at("/parameters/fast_period").asInt());
        assertTrue(order.get("strategies").isNull());
    }

    @Test
    void marginCanBeLeftUnchecked() throws Exception {
        String small = "{\"parameters\": {}, \"initial_cash\": 2000%s}";
        JsonNode checked = backtests.calls.post(RUN, small.formatted("")).json();
        assertEquals(0, checked.at("/performance/total_trades").asInt());
        assertTrue(checked.at("/performance/rejected_orders").asInt() > 0);
        JsonNode unchecked = backtests
                .calls
                .post(RUN, small.formatted(", \"check_margin\": false"))
                .json();
        assertTrue(unchecked.at("/performance/total_trades").asInt() > 10);
        assertFalse(unchecked.at("/configuration/check_margin").asBoolean(true));
    }

    @Test
    void theMagnifierWalksFinerBarsOfTheSameSeries() {
        String order = """
                {"strategy_name": "SimpleMAStrategy", "symbol": "ES", "timeframe": "5m", "fill_mode": "%s",
                 "parameters": {"exits": "ticks", "stop_ticks": 6, "target_ticks": 6}}""";
        JsonNode coarse = backtests.done(order.formatted("pessimistic")).get("result");
        JsonNode fine = backtests.done(order.formatted("magnifier")).get("result");
        assertEquals("", coarse.at("/manifest/finer_hash").asText());
        assertEquals(64, fine.at("/manifest/finer_hash").asText().length());
        assertEquals("1m", fine.at("/manifest/finer_timeframe").asText());
        assertEquals(5_000, fine.at("/manifest/finer_bars").asInt());
        int doubtful = coarse.at("/interval/ambiguous_bars").asInt();
        int left = fine.at("/interval/ambiguous_bars").asInt();
        assertTrue(left < doubtful, left + " of " + doubtful);
    }

    @Test
    void theMagnifierSaysWhenThereIsNothingFiner() {
        JsonNode state =
                backtests.run("{\"strategy_name\":\"SimpleMAStrategy\",\"symbol\":\"CL\",\"fill_mode\":\"magnifier\"}");
        assertEquals("failed", state.get("state").asText());
        assertTrue(state.get("message").asText().contains("finer than 1m, and there are none of CL"), state::toString);
    }

    @Test
    void fillsAtTheSameCloseMarkTheResult() {
        JsonNode answer =
                backtests.calls.post(RUN + "&fill_timing=same_close", "").json();
        assertTrue(answer.get("warnings").toString().contains("same_close"), answer::toString);
        assertEquals("serious", severity(answer, "same_close"));
    }

    private static String severity(JsonNode answer, String key) {
        for (JsonNode finding : answer.get("findings")) {
            if (finding.get("key").asText().equals(key)) {
                return finding.get("severity").asText();
            }
        }
        return "none";
    }

    @ParameterizedTest
    @CsvSource({
        "400, fill_mode, '\"pesimistic\"', did you mean 'pessimistic'",
        "400, fill_timing, '\"never\"', 'next_open, same_close'",
        "400, limit_fill, '\"through \"', did you mean 'through'",
        "400, off_grid_prices, '\"refused\"', did you mean 'refuse'",
        "400, finer_timeframe, '\"tick\"', is no timeframe",
        "422, finer_timeframe, '\"1s\"', is what fill_mode magnifier walks",
        "422, max_bar_participation, 1.5, from 0 (no limit) to 1",
        "422, market_slippage_ticks, -1, from 0 to 1000",
        "422, stop_slippage_ticks, 1001, from 0 to 1000",
        "422, slippage_ticks, -2, from 0 to 1000",
        "422, commission, -0.01, from 0 to 1000",
        "422, fees, 1.23456789, at most 6 decimal places",
        "422, initial_cash, 0, above 0",
        "400, markets, '{}', belongs to an order with 'strategies'",
        "400, fil_mode, '\"ohlc\"', did you mean 'fill_mode'",
    })
    void whatCannotBeRightIsRefusedBeforeItIsQueued(int status, String field, String value, String says)
            throws Exception {
        ObjectNode order = Json.mapper().createObjectNode();
        order.put("strategy_name", "SimpleMAStrategy").put("symbol", "ES");
        order.set(field, Json.mapper().readTree(value));
        Calls.Reply reply = backtests.calls.post("/api/backtests", order.toString());
        assertProblem(status, says, reply);
        assertEquals(field, reply.json().at("/errors/0/field").asText());
        assertEquals(
                0, backtests.calls.get("/api/backtests").json().get("backtests").size());
    }
}
