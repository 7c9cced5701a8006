package futures.backtest;

import static futures.backtest.RunningBacktests.assertProblem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import futures.kit.json.Json;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Several strategies in several markets on one account. */
class JointRunTest {
    private static final int STRATEGIES = 24;

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

    private static ObjectNode order(int strategies) {
        ObjectNode order = Json.mapper().createObjectNode();
        order.put("initial_cash", 10_000_000);
        ArrayNode list = order.putArray("strategies");
        for (int i = 0; i < strategies; i++) {
            ObjectNode one = list.addObject();
            one.put("name", "cross " + i).put("strategy_name", "SimpleMAStrategy");
            one.put("symbol", i % 2 == 0 ? "ES" : "CL");
            one.putObject("parameters").put("fast_period", 4 + 2 * (i / 2)).put("slow_period", 60);
        }
        return order;
    }

    @Test
    void everyStrategyHasItsLedgerAndTheAccountTheirSum() {
        JsonNode state = backtests.done(order(STRATEGIES).toString());
        JsonNode result = state.get("result");
        assertEquals(STRATEGIES, result.get("strategies").size());
        BigDecimal net = BigDecimal.ZERO;
        BigDecimal open = BigDecimal.ZERO;
        BigDecimal commission = BigDecimal.ZERO;
        int trades = 0;
        for (JsonNode line : result.get("strategies")) {
            net = net.add(line.get("net_profit").decimalValue());
            open = open.add(line.get("open_profit").decimalValue());
            commission = commission.add(line.at("/costs/commission").decimalValue());
            trades += line.get("total_trades").asInt();
            JsonNode own = backtests.rows(state, "trades?strategy=" + encoded(line));
            assertEquals(line.get("total_trades").asInt(), own.size());
            BigDecimal sum = BigDecimal.ZERO;
            for (JsonNode trade : own) {
                assertEquals(line.get("name"), trade.get("strategy"));
                assertEquals(line.get("symbol"), trade.get("symbol"));
                sum = sum.add(trade.get("net").decimalValue());
            }
            assertEquals(0, sum.compareTo(line.get("net_profit").decimalValue()));
        }
        JsonNode performance = result.get("performance");
        assertTrue(trades > STRATEGIES);
        assertEquals(trades, performance.get("total_trades").asInt());
        assertEquals(trades, backtests.rows(state, "trades").size());
        assertEquals(0, net.compareTo(performance.get("net_profit").decimalValue()));
        assertEquals(0, open.compareTo(performance.get("open_profit").decimalValue()));
        assertEquals(0, commission.compareTo(result.at("/costs/commission").decimalValue()));
        BigDecimal change = performance
                .get("final_equity")
                .decimalValue()
                .subtract(performance.get("initial_cash").decimalValue());
        assertEquals(0, change.compareTo(net.add(open)));
        JsonNode equity = backtests.rows(state, "equity").get("points");
        assertEquals(result.at("/backtest_period/total_bars").asInt(), equity.size());
        assertEquals(
                performance.get("final_equity"), equity.get(equity.size() - 1).get("equity"));
    }

    private static String encoded(JsonNode line) {
        return line.get("name").asText().replace(" ", "%20");
    }

    @Test
    void dailyProfitIsTheAccountsOrAStrategys() {
        JsonNode state = backtests.done(order(4).toString());
        JsonNode account = backtests.rows(state, "daily");
        assertTrue(account.size() > 2);
        BigDecimal ofStrategies = BigDecimal.ZERO;
        for (JsonNode line : state.at("/result/strategies")) {
            JsonNode own = backtests.rows(state, "daily?strategy=" + encoded(line));
            assertEquals(account.size(), own.size());
            for (JsonNode day : own) {
                ofStrategies = ofStrategies.add(day.get("profit").decimalValue());
            }
        }
        BigDecimal ofAccount = BigDecimal.ZERO;
        for (JsonNode day : account) {
            ofAccount = ofAccount.add(day.get("profit").decimalValue());
        }
        assertEquals(0, ofAccount.compareTo(ofStrategies));
    }

    @Test
    void rowsAreThoseOfAStrategyInAMarketAndCsvNamesTheStrategy() {
        JsonNode state = backtests.done(order(4).toString());
        assertEquals(
                0, backtests.rows(state, "orders?strategy=cross%200&symbol=CL").size());
        JsonNode orders = backtests.rows(state, "orders?strategy=cross%201&symbol=CL");
        assertTrue(orders.size() > 0);
        String[] lines =
                backtests.text(state, "orders?strategy=cross%201&format=csv").split("\r\n");
        assertEquals(orders.size() + 1, lines.length);
        assertTrue(lines[0].endsWith(",strategy"), lines[0]);
        assertTrue(lines[1].endsWith(",cross 1"), lines[1]);
        assertTrue(backtests.rows(state, "fills?symbol=ES").size() > 0);
        String href = "/api/backtests/" + state.get("id").asText();
        assertProblem(404, "did you mean 'cross 1'", backtests.calls.get(href + "/orders?strategy=kross%201"));
    }

    @Test
    void aJointRunOfOneIsTheSingleRun() {
        JsonNode joint = backtests.done("""
                {"strategies": [{"strategy_name": "SimpleMAStrategy", "symbol": "ES"}]}""");
        JsonNode single = backtests.done("{\"strategy_name\": \"SimpleMAStrategy\", \"symbol\": \"ES\"}");
        assertEquals(single.at("/result/performance"), joint.at("/result/performance"));
        assertEquals(single.at("/result/metrics"), joint.at("/result/metrics"));
        assertEquals(single.at("/result/interval"), joint.at("/result/interval"));
        JsonNode trades = backtests.rows(joint, "trades");
        trades.forEach(trade -> ((ObjectNode) trade).remove("strategy"));
        assertEquals(backtests.rows(single, "trades"), trades);
        assertEquals(
                backtests.rows(single, "equity").toString(),
                backtests.rows(joint, "equity").toString());
        assertEquals("SimpleMAStrategy", joint.at("/result/strategies/0/name").asText());
    }

    @Test
    void costsDifferByMarket() {
        ObjectNode order = order(2);
        order.put("commission", 2);
        ObjectNode oil = order.putObject("markets").putObject("CL");
        oil.put("commission", 3).put("fees", 0.5).put("stop_slippage_ticks", 4);
        JsonNode result = backtests.done(order.toString()).get("result");
        assertEquals(2, result.at("/configuration/markets/ES/commission").asInt());
        assertEquals(
                1, result.at("/configuration/markets/ES/stop_slippage_ticks").asInt());
        assertEquals(3, result.at("/configuration/markets/CL/commission").asInt());
        assertEquals(
                4, result.at("/configuration/markets/CL/stop_slippage_ticks").asInt());
        for (JsonNode line : result.get("strategies")) {
            BigDecimal contracts = line.at("/costs/contracts").decimalValue();
            boolean isOil = line.get("symbol").asText().equals("CL");
            BigDecimal each = new BigDecimal(isOil ? "3" : "2");
            assertEquals(
                    0,
                    contracts
                            .multiply(each)
                            .compareTo(line.at("/costs/commission").decimalValue()));
            BigDecimal fee = new BigDecimal(isOil ? "0.5" : "0");
            assertEquals(
                    0, contracts.multiply(fee).compareTo(line.at("/costs/fees").decimalValue()));
        }
    }

    @Test
    void theOrderOfStrategiesDoesNotMatterAndTheListNamesThem() {
        ObjectNode order = order(4);
        ObjectNode turned = order.deepCopy();
        ArrayNode list = turned.putArray("strategies");
        for (int i = 3; i >= 0; i--) {
            list.add(order.get("strategies").get(i));
        }
        JsonNode first = backtests.done(order.toString());
        JsonNode second = backtests.done(turned.toString());
        assertEquals(first.at("/result/result_hash"), second.at("/result/result_hash"));
        assertEquals(first.at("/result/manifest"), second.at("/result/manifest"));
        order.put("slippage_ticks", 3);
        assertNotEquals(
                first.at("/result/result_hash"),
                backtests.done(order.toString()).at("/result/result_hash"));
        JsonNode item = backtests.calls.get("/api/backtests").json().at("/backtests/0");
        assertEquals("SimpleMAStrategy", item.get("strategy_name").asText());
        assertEquals("CL, ES", item.get("symbol").asText());
        Set<String> hashes = new HashSet<>();
        first.at("/result/manifest/markets")
                .forEach(market -> hashes.add(market.get("data_hash").asText()));
        assertEquals(2, hashes.size());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "400 | {\"strategies\": [{\"symbol\": \"ES\"}]} | strategies[0].strategy_name",
                "400 | {\"strategies\": [{\"strategy_name\": \"SimpleMAStrategy\"}]} | strategies[0].symbol",
                "404 | {\"strategies\": [{\"strategy_name\": \"SimpleMA\", \"symbol\": \"ES\"}]} | strategy_name",
                "422 | {\"strategies\": []} | strategies",
                "400 | {\"strategies\": [null]} | strategies[0].",
                "400 | {\"strategies\": [{\"strategy_name\": \"SimpleMAStrategy\", \"symbol\": \"ES\"}], \"symbol\": \"ES\"} | symbol",
                "422 | {\"strategies\": [{\"strategy_name\": \"SimpleMAStrategy\", \"symbol\": \"ES\"}, {\"strategy_name\": \"SimpleMAStrategy\", \"symbol\": \"CL\"}]} | strategies[1].name",
                "422 | {\"strategies\": [{\"strategy_name\": \"SimpleMAStrategy\", \"symbol\": \"ES\", \"parameters\": {\"fast_period\": 1}}]} | strategies[0].parameters",
                "400 | {\"strategies\": [{\"strategy_name\": \"SimpleMAStrategy\", \"symbol\": \"ES\"}], \"markets\": {\"CL\": null}} | markets.CL",
                "422 | {\"strategies\": [{\"strategy_name\": \"SimpleMAStrategy\", \"symbol\": \"ES\"}], \"markets\": {\"CL\": {\"fees\": -1}}} | markets.CL.fees",
            })
    void whatCannotBeRightIsRefusedWithItsPlace(int status, String order, String field) {
        var reply = backtests.calls.post("/api/backtests", order);
        assertEquals(status, reply.status(), reply.text());
        assertEquals(field, reply.json().at("/errors/0/field").asText());
        assertEquals(List.of(), List.copyOf(ids()));
    }

    private Set<String> ids() {
        Set<String> ids = new HashSet<>();
        backtests
                .calls
                .get("/api/backtests")
                .json()
                .get("backtests")
                .forEach(item -> ids.add(item.get("id").asText()));
        return ids;
    }
}
