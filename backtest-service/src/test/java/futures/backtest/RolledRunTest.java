package futures.backtest;

import static futures.backtest.RunningBacktests.assertProblem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import futures.kit.Calls;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Backtests on contracts one after the other: ESH24, then ESM24, which stands 15 points higher. */
class RolledRunTest {
    private static final String ORDER = """
            {"strategy_name": "SimpleMAStrategy", "symbol": "%s", "commission": 1, "fees": 1, "slippage_ticks": 1,
             "check_margin": false, "parameters": {"exits": "none", "fast_period": 10, "slow_period": 20}}""";

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

    private JsonNode result(String symbol) {
        return backtests.done(ORDER.formatted(symbol)).get("result");
    }

    @Test
    void aPositionIsCarriedOverTheRollAtItsCostsWhichAreShownApart() {
        JsonNode state = backtests.done(ORDER.formatted("ES.v.0@diff"));
        JsonNode rolls = state.at("/result/rolls");
        assertEquals(1, rolls.get("rolls").asInt(), rolls::toString);
        assertEquals("4.00", rolls.get("costs").asText());
        assertEquals("25.00", rolls.get("slippage").asText());
        assertEquals("-29.00", rolls.get("profit").asText());
        assertEquals(750, Math.abs(rolls.get("gap").asInt()), "15 points of 50 dollars that nobody earned");
        JsonNode calendar = rolls.at("/calendars/0");
        assertEquals("difference", calendar.get("adjustment").asText());
        assertEquals("by rule: test", calendar.get("provenance").asText());
        assertEquals("ESM24", calendar.at("/changes/0/to").asText());

        JsonNode row = backtests.rows(state, "rolls").get(0);
        assertEquals("ESH24", row.get("from").asText());
        assertEquals(15, row.get("spread").asInt());
        assertEquals(-29, row.get("profit").asInt());
        String csv = backtests.text(state, "rolls?format=csv");
        assertTrue(csv.startsWith("symbol,time,from,to,contracts,old_price,new_price,closed_at"), csv);
        assertEquals(2, csv.split("\r\n").length, csv);
    }

    /** Adjusted by difference it is the walk without the gap, so its round trips are those of the plain series, less the roll. */
    @Test
    void byDifferenceTheRunIsThatOfTheSeriesWithoutTheGapAndThirtyDollarsLess() {
        JsonNode plain = result("ES");
        JsonNode rolled = result("ES.v.0@diff");
        assertEquals(
                plain.at("/performance/total_trades").asInt(),
                rolled.at("/performance/total_trades").asInt());
        // ESM24 is quoted 15 points higher than the plain series, which changes no difference between two prices.
        BigDecimal difference = plain.at("/performance/net_profit")
                .decimalValue()
                .subtract(rolled.at("/performance/net_profit").decimalValue());
        assertEquals(0, new BigDecimal("29").compareTo(difference), difference::toString);
        assertTrue(plain.get("rolls") == null || plain.get("rolls").isNull());
    }

    @ParameterizedTest
    @CsvSource({"ES.v.0, none", "ES.v.0@diff, difference", "ES.v.0@ratio, ratio"})
    void theAdjustmentOfTheNameIsWhatStrategiesSee(String symbol, String adjustment) {
        JsonNode result = result(symbol);
        assertEquals(adjustment, result.at("/rolls/calendars/0/adjustment").asText());
        assertEquals(
                adjustment.toUpperCase(java.util.Locale.ROOT),
                result.at("/manifest/adjustment").asText());
        assertFalse(result.at("/manifest/rolls_hash").asText().isEmpty());
        assertEquals(symbol, result.get("symbol").asText());
        assertEquals("ES", result.get("contract").asText());
    }

    @Test
    void aRolledRunIsVerifiedAndStaysWhatItIsWhenItsContractChanges() {
        JsonNode first = result("ES.v.0@ratio");
        backtests.data.changeMargin();
        JsonNode second = result("ES.v.0@ratio");
        assertEquals(first.at("/manifest/rolls_hash"), second.at("/manifest/rolls_hash"));
        assertEquals(first.at("/manifest/adjustment"), second.at("/manifest/adjustment"));
        assertNotEquals(first.at("/manifest/contract_hash"), second.at("/manifest/contract_hash"));
        assertEquals(first.at("/performance/net_profit"), second.at("/performance/net_profit"));
    }

    @Test
    void rollsOfAJointRunHaveTheirStrategy() {
        JsonNode state = backtests.done("""
                {"strategies": [
                   {"name": "quick", "strategy_name": "SimpleMAStrategy", "symbol": "ES.v.0@diff", "parameters": {"exits": "none"}},
                   {"name": "oil", "strategy_name": "SimpleMAStrategy", "symbol": "CL"}], "check_margin": false}""");
        assertEquals(
                "quick", backtests.rows(state, "rolls").get(0).get("strategy").asText());
        assertEquals(1, state.at("/result/rolls/calendars").size());
    }

    @Test
    void barsAndRollsThatDoNotBelongTogetherAreNotRun() {
        backtests.data.changeRolls();
        JsonNode state = backtests.run(ORDER.formatted("ES.v.0"));
        assertEquals("failed", state.get("state").asText());
        assertTrue(state.get("message").asText().contains("changed while"), state::toString);
    }

    @Test
    void severalWaysOfRollingAreComparedRunByRun() {
        Calls.Reply reply = backtests.calls.post(
                "/api/roll-sensitivities?wait=true",
                "{\"backtest\": " + ORDER.formatted("ES") + ", \"rules\": [{\"rule\": \"volume\"},"
                        + " {\"rule\": \"days_before_expiry\", \"days\": 2}, {\"rule\": \"first_notice\", \"days\": 1}]}");
        assertEquals(200, reply.status(), reply.text());
        JsonNode found = reply.json();

        assertEquals(6, found.get("runs").size(), reply.text());
        List<BigDecimal> profits = new ArrayList<>();
        for (JsonNode run : found.get("runs")) {
            profits.add(run.get("net_profit").decimalValue());
            assertEquals(1, run.get("rolls").asInt());
        }
        assertEquals(result("ES.v.0").get("result_hash"), found.at("/runs/0/result_hash"));
        assertEquals(result("ES.v.0@diff").get("result_hash"), found.at("/runs/1/result_hash"));
        assertNotEquals(found.at("/runs/1/result_hash"), found.at("/runs/4/result_hash"));
        assertEquals(3, found.get("left_out").size());
        assertTrue(found.at("/left_out/0/reason").asText().contains("settled in cash"), reply.text());

        List<BigDecimal> sorted = profits.stream().sorted().toList();
        JsonNode spread = found.at("/spreads/0");
        assertEquals("net_profit", spread.get("figure").asText());
        assertEquals(0, sorted.get(0).compareTo(spread.get("lowest").decimalValue()));
        assertEquals(0, sorted.get(5).compareTo(spread.get("highest").decimalValue()));
        assertEquals(
                0,
                sorted.get(2)
                        .add(sorted.get(3))
                        .compareTo(spread.get("median").decimalValue().multiply(new BigDecimal(2))));
        assertEquals(
                profits.stream().filter(profit -> profit.signum() > 0).count(),
                found.get("profitable").asLong());
        BigDecimal byRule = BigDecimal.ZERO;
        for (int i = 0; i < 3; i++) {
            byRule = byRule.max(profits.get(i).subtract(profits.get(i + 3)).abs());
        }
        assertEquals(0, byRule.compareTo(found.get("by_rule").decimalValue()));
    }

    @Test
    void aComparisonIsAJobLikeOthers() {
        Calls.Reply accepted = backtests.calls.post(
                "/api/roll-sensitivities",
                "{\"backtest\": " + ORDER.formatted("ES.v.0") + ", \"rules\": [{\"rule\": \"volume\"}],"
                        + " \"adjustments\": [\"diff\"]}");
        assertEquals(202, accepted.status(), accepted.text());
        JsonNode ended = backtests.ended(accepted.location());
        assertEquals("done", ended.get("state").asText(), ended::toString);
        assertEquals(1, ended.at("/result/runs").size());
        assertTrue(ended.at("/result/by_rule").isNull()
                || ended.at("/result/by_rule").isMissingNode());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | 400 | backtest",
                "{\"backtest\": {\"strategy_name\": \"SimpleMAStrategy\"}} | 400 | symbol",
                "{\"backtest\": {\"strategy_name\": \"SimpleMAStrategy\", \"symbol\": \"es\"}} | 400 | product",
                "{\"backtest\": {\"strategy_name\": \"None\", \"symbol\": \"ES\"}} | 404 | None",
                "{\"backtest\": {\"strategy_name\": \"SimpleMAStrategy\", \"symbol\": \"ES\"}, \"rules\": [{\"rule\": \"x\"}]} | 400 | x",
                "{\"backtest\": {\"strategy_name\": \"SimpleMAStrategy\", \"symbol\": \"ES\"}, \"rules\": [{\"rule\": \"fixed_day\"}]} | 400 | days",
                "{\"backtest\": {\"strategy_name\": \"SimpleMAStrategy\", \"symbol\": \"ES\"}, \"adjustments\": [\"back\"]} | 400 | back",
                "{\"backtest\": {\"strategy_name\": \"SimpleMAStrategy\", \"symbol\": \"ES\", \"record_to_portfolio\": true}} | 400 | record_to_portfolio",
            })
    void whatCannotBeComparedIsRefusedInWords(String body, int status, String part) {
        assertProblem(status, part, backtests.calls.post("/api/roll-sensitivities?wait=true", body));
    }
}
