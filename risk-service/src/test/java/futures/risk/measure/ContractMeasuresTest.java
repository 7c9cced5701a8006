package futures.risk.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import futures.kit.http.Problem;
import futures.kit.http.Request;
import futures.kit.http.Routes;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sizes and stress with contracts and bars of a neighbour. */
class ContractMeasuresTest {
    private static final String SIZE = "/api/risk/position-size";
    private static final String STRESS = "/api/risk/stress";

    @TempDir
    static Path home;

    private static RiskFixture fixture;

    @BeforeAll
    static void start() throws Exception {
        fixture = new RiskFixture(
                home, Map.of("data", ContractMeasuresTest::data, "portfolio", ContractMeasuresTest::portfolios));
    }

    @AfterAll
    static void stop() {
        fixture.close();
    }

    private static void data(Routes routes) {
        routes.get("/api/contracts/{symbol}").handle(request -> switch (request.path("symbol")) {
            case "ES" -> contract("ES", "0.25", "12.5", "50", 20_000, "USD");
            case "FDAX" -> contract("FDAX", "1", "25", "25", 40_000, "EUR");
            default -> throw Problem.notFound("There is no contract " + request.path("symbol") + ".");
        });
        routes.get("/api/data/{symbol}").anyQuery().handle(ContractMeasuresTest::bars);
    }

    private static Map<String, Object> contract(
            String symbol, String tick, String value, String point, int margin, String currency) {
        return Map.of(
                "symbol",
                symbol,
                "tick_size",
                new BigDecimal(tick),
                "tick_value",
                new BigDecimal(value),
                "point_value",
                new BigDecimal(point),
                "initial_margin",
                margin,
                "currency",
                currency);
    }

    /** ES closes at 4990, 5000, 4980 and 5000; on 2020-03-16 it went from 2700 to 2400 by way of 2380. */
    private static Object bars(Request request) {
        if (!request.path("symbol").startsWith("ES")) {
            throw Problem.notFound("There are no bars of " + request.path("symbol") + ".");
        }
        String end = request.context().queryParam("end_date");
        List<Map<String, Object>> newestFirst = end == null
                ? List.of(bar(5000, 5000, 5000), bar(0, 0, 4980), bar(0, 0, 5000), bar(0, 0, 4990))
                : switch (end) {
                    case "2020-03-16" -> List.of(bar(2710, 2380, 2400));
                    case "2020-03-15" -> List.of(bar(2720, 2600, 2700));
                    default -> List.of();
                };
        int limit = Integer.parseInt(request.context().queryParam("limit"));
        return Map.of("data", newestFirst.subList(0, Math.min(limit, newestFirst.size())));
    }

    private static Map<String, Object> bar(int high, int low, int close) {
        return Map.of("high", high, "low", low, "close", close);
    }

    private static void portfolios(Routes routes) {
        routes.get("/api/portfolios").anyQuery().handle(request -> Map.of("portfolios", List.of()));
        routes.get("/api/portfolio/{id}/positions")
                .handle(request -> Map.of(
                        "positions",
                        request.path("id").equals("1")
                                ? List.of(Map.of("symbol", "ESZ24", "side", "SHORT", "quantity", 2))
                                : List.of()));
    }

    @Test
    void fixedRiskByTheStop() {
        String order = "{'symbol':'ESZ24','method':'fixed_risk','equity':100000,'risk_fraction':0.01,'stop_ticks':16";
        JsonNode answer = fixture.ask(SIZE, order + "}");
        assertEquals(5, answer.get("contracts").asInt());
        assertEquals("risk", answer.get("bound_by").asText());
        assertEquals(200, answer.get("loss_at_stop").asDouble());
        assertEquals(0.01, answer.get("risk_fraction").asDouble());
        assertEquals(5, answer.get("by_margin").asInt());
        assertEquals("ES", answer.at("/contract/symbol").asText());
        assertEquals(
                4, fixture.ask(SIZE, order + ",'costs':5}").get("contracts").asInt());
        JsonNode margin = fixture.ask(SIZE, order + ",'margin_per_contract':25000}");
        assertEquals(4, margin.get("contracts").asInt());
        assertEquals("margin", margin.get("bound_by").asText());
        assertTrue(
                margin.get("because").asText().contains("25000"),
                margin.get("because").asText());
        JsonNode limit = fixture.ask(SIZE, order + ",'max_contracts':2}");
        assertEquals("limit", limit.get("bound_by").asText());
        assertEquals(5, limit.get("by_rule").asInt());
        JsonNode prices = fixture.ask(
                SIZE,
                "{'symbol':'ES','method':'fixed_risk','equity':100000,'risk_money':1000,'entry_price':5000,'stop_price':4996.1}");
        assertEquals(200, prices.get("loss_at_stop").asDouble());
        assertEquals(
                0,
                fixture.ask(SIZE, order.replace("100000", "-5") + "}")
                        .get("contracts")
                        .asInt());
    }

    @Test
    void otherRules() {
        JsonNode fraction = fixture.ask(
                SIZE, "{'symbol':'ES','method':'fixed_fraction','equity':600000,'fraction':2,'price':5000}");
        assertEquals(4, fraction.get("contracts").asInt());
        JsonNode volatility = fixture.ask(
                SIZE,
                "{'symbol':'ES','method':'volatility_target','equity':600000,'volatility':50,'target_volatility':0.3}");
        // 600,000 * 0.3 / sqrt(252) = 11,338 a day, a contract moves 2,500
        assertEquals(4, volatility.get("contracts").asInt());
        JsonNode kelly = fixture.ask(
                SIZE,
                "{'symbol':'ES','method':'kelly','equity':100000,'win_rate':0.55,'payoff':1,'stop_ticks':16,"
                        + "'most_fraction':0.2,'margin_per_contract':0}");
        assertEquals(0.1, kelly.get("full_fraction").asDouble(), 1e-12);
        assertEquals(0.05, kelly.get("used_fraction").asDouble());
        assertEquals(25, kelly.get("contracts").asInt());
        assertTrue(kelly.get("by_margin").isNull());
        JsonNode optimal = fixture.ask(
                SIZE,
                "{'symbol':'ES','method':'optimal_f','equity':100000,'results':[100,-500,1500,-600],'share':1,"
                        + "'most_fraction':1,'margin_per_contract':0}");
        assertEquals(0.12413168551084368, optimal.get("full_fraction").asDouble(), 1e-8);
        // 100,000 / 4,833.58
        assertEquals(20, optimal.get("contracts").asInt());
        assertEquals(
                3,
                fixture.ask(SIZE, "{'symbol':'ES','method':'fixed','equity':100000,'contracts':3}")
                        .get("contracts")
                        .asInt());
        assertEquals(
                0,
                fixture.ask(
                                SIZE,
                                "{'symbol':'ES','method':'kelly','equity':100000,'win_rate':0.4,'payoff':1,'stop_ticks':16}")
                        .get("contracts")
                        .asInt());
    }

    @Test
    void sizesThatCannotBe() {
        fixture.refused(400, "symbol", SIZE, "{'method':'fixed','equity':1,'contracts':1}");
        fixture.refused(400, "method", SIZE, "{'symbol':'ES','equity':1}");
        fixture.refused(400, "equity", SIZE, "{'symbol':'ES','method':'fixed'}");
        fixture.refused(400, "risk_fraction", SIZE, "{'symbol':'ES','method':'fixed_risk','equity':1,'stop_ticks':4}");
        fixture.refused(
                400,
                "risk_fraction",
                SIZE,
                "{'symbol':'ES','method':'fixed_risk','equity':1,'stop_ticks':4,'risk_fraction':1.5}");
        fixture.refused(
                400,
                "stop_ticks",
                SIZE,
                "{'symbol':'ES','method':'fixed_risk','equity':1,'stop_ticks':0,'risk_fraction':0.5}");
        fixture.refused(
                400,
                "stop_price",
                SIZE,
                "{'symbol':'ES','method':'fixed_risk','equity':1,'entry_price':5,'stop_price':5,'risk_fraction':0.5}");
        fixture.refused(422, "results", SIZE, "{'symbol':'ES','method':'optimal_f','equity':1,'results':[1,2]}");
        fixture.refused(400, "win_rate", SIZE, "{'symbol':'ES','method':'kelly','equity':1,'payoff':2,'stop_ticks':3}");
        fixture.refused(400, "contracts", SIZE, "{'symbol':'ES','method':'fixed','equity':1}");
        assertEquals(
                404,
                fixture.calls
                        .post(SIZE, "{\"symbol\":\"XX\",\"method\":\"fixed\",\"equity\":1,\"contracts\":1}")
                        .status());
    }

    @Test
    void shocksAndDays() {
        JsonNode answer = fixture.ask(
                STRESS,
                "{'positions':[{'symbol':'ES','quantity':2},{'symbol':'FDAX','quantity':-1,'price':18000}],"
                        + "'scenarios':[{'name':'down 5 %','shock':{'percent':-5}},"
                        + "{'shock':{'ticks':-10},'by_symbol':{'FDAX':{'ticks':3}}},"
                        + "{'shock':{'deviations':3}}],'days':[{'date':'2020-03-16'}]}");
        assertEquals(500_000, answer.at("/positions/0/value").asDouble());
        JsonNode percent = answer.at("/outcomes/0");
        assertEquals("down 5 %", percent.get("name").asText());
        assertEquals(-25_000, percent.at("/profit/USD").asDouble());
        assertEquals(22_500, percent.at("/profit/EUR").asDouble());
        assertEquals(-250, answer.at("/outcomes/1/profit/USD").asDouble());
        assertEquals(-75, answer.at("/outcomes/1/profit/EUR").asDouble());
        // changes of 10, -20 and 20 points have a deviation of 20.8167
        assertEquals(
                3 * 20.816659994661325 * 100,
                answer.at("/outcomes/2/rows/0/profit").asDouble(),
                1e-4);
        assertTrue(answer.at("/outcomes/2/profit").isNull());
        assertTrue(answer.at("/outcomes/2/rows/1/reason").asText().contains("daily bars of FDAX"));
        JsonNode day = answer.at("/outcomes/3/rows/0");
        assertEquals(5000 * -300 / 2700.0, day.get("change").asDouble(), 1e-9);
        assertEquals(100 * 5000 * -320 / 2700.0, day.get("worst_inside").asDouble(), 1e-6);
        assertTrue(answer.at("/outcomes/3/rows/1/profit").isNull());
        JsonNode portfolio = fixture.ask(
                STRESS + "?portfolio_id=1", "{'scenarios':[{'shock':{'ticks':4}}],'days':[{'date':'2020-03-16'}]}");
        assertEquals(-100, portfolio.at("/outcomes/0/profit/USD").asDouble());
        assertEquals(-2, portfolio.at("/positions/0/quantity").asInt());
        // a short position has the worst of a day at its high
        assertEquals(
                -100 * 5000 * 10 / 2700.0,
                portfolio.at("/outcomes/1/rows/0/worst_inside").asDouble(),
                1e-6);
    }

    @Test
    void stressThatCannotBe() {
        String es = "{'positions':[{'symbol':'ES','quantity':2}]";
        fixture.refused(400, "scenarios", STRESS, es + "}");
        fixture.refused(400, "positions", STRESS, "{'scenarios':[{'shock':{'ticks':1}}]}");
        fixture.refused(400, "scenarios[0]", STRESS, es + ",'scenarios':[{'shock':{'ticks':1,'percent':2}}]}");
        fixture.refused(400, "scenarios[0]", STRESS, es + ",'scenarios':[{}]}");
        fixture.refused(400, "scenarios[0].by_symbol", STRESS, es + ",'scenarios':[{'by_symbol':{'NQ':{'ticks':1}}}]}");
        fixture.refused(400, "days[0].date", STRESS, es + ",'days':[{}]}");
        fixture.refused(
                400, "quantity", STRESS, "{'positions':[{'symbol':'ES','quantity':0}],'days':[{'date':'2020-03-16'}]}");
        fixture.refused(422, "portfolio_id", STRESS + "?portfolio_id=2", "{'days':[{'date':'2020-03-16'}]}");
    }
}
