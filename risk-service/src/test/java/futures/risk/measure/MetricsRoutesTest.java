package futures.risk.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import futures.kit.http.Problem;
import futures.kit.http.Routes;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Figures of given and of stored series over HTTP. */
class MetricsRoutesTest {
    private static final String METRICS = "/api/risk/metrics";
    private static final String TWELVE = "[-0.01,0.02,0.0,0.015,-0.03,0.01,0.0,-0.005,0.025,-0.02,0.005,0.01]";

    @TempDir
    static Path home;

    private static RiskFixture fixture;

    @BeforeAll
    static void start() throws Exception {
        fixture = new RiskFixture(
                home, Map.of("backtest", MetricsRoutesTest::backtests, "portfolio", MetricsRoutesTest::portfolios));
    }

    @AfterAll
    static void stop() {
        fixture.close();
    }

    private static void backtests(Routes routes) {
        routes.get("/api/backtests").anyQuery().handle(request -> Map.of("backtests", List.of()));
        routes.get("/api/backtests/{id}").handle(request -> switch (request.path("id")) {
            case "bt-1" -> Map.of("id", "bt-1", "state", "done");
            case "bt-2" -> Map.of("id", "bt-2", "state", "running");
            default -> throw Problem.notFound("There is no backtest " + request.path("id") + ".");
        });
        routes.get("/api/backtests/{id}/daily")
                .handle(request -> List.of(
                        Map.of("day", "2024-01-02", "profit", 500, "equity", 100_500),
                        Map.of("day", "2024-01-03", "profit", -1500, "equity", 99_000),
                        Map.of("day", "2024-01-03", "profit", 1, "equity", 1, "strategy", "one of several"),
                        Map.of("day", "2024-01-04", "profit", 2000, "equity", 101_000)));
        routes.get("/api/backtests/{id}/trades")
                .handle(request -> List.of(
                        trade("LONG", 500, 10, -2, 12),
                        trade("SHORT", -1500, -30, -30, 1),
                        trade("LONG", 2000, 40, 0, 50)));
    }

    private static Map<String, Object> trade(String side, int net, int ticks, int maeTicks, int mfeTicks) {
        return Map.of(
                "side",
                side,
                "net",
                net,
                "gross",
                net + 5,
                "bars_held",
                4,
                "ambiguous",
                false,
                "ticks",
                ticks,
                "mae_ticks",
                maeTicks,
                "mfe_ticks",
                mfeTicks,
                "mae",
                maeTicks * 12.5,
                "mfe",
                mfeTicks * 12.5);
    }

    private static void portfolios(Routes routes) {
        routes.get("/api/portfolios").anyQuery().handle(request -> Map.of("portfolios", List.of()));
        routes.get("/api/portfolio/{id}/daily")
                .handle(request -> Map.of(
                        "initial_cash",
                        10_000,
                        "unmarked",
                        Map.of("CL", "no close is stored"),
                        "days",
                        List.of(
                                Map.of("date", "2024-01-04", "equity", 10_100),
                                Map.of("date", "2024-01-08", "equity", 10_050),
                                Map.of("date", "2024-01-09", "equity", 10_080))));
        // two pages
        routes.get("/api/portfolio/{id}/trades")
                .anyQuery()
                .handle(request -> request.context().queryParam("cursor") == null
                        ? Map.of("trades", List.of(recorded(100, "2024-01-04T18:00:00Z")), "cursor", "next")
                        : Map.of(
                                "trades",
                                List.of(recorded(-50, "2024-01-08T00:30:00Z"), recorded(30, "2024-01-09T16:00:00Z"))));
    }

    private static Map<String, Object> recorded(int net, String exit) {
        return Map.of("side", "LONG", "net", net, "gross", net, "exit_time", exit);
    }

    private static double value(JsonNode answer, String at) {
        assertTrue(answer.at(at).at("/value").isNumber(), at + ": " + answer.at(at));
        return answer.at(at).at("/value").asDouble();
    }

    @Test
    void bothConventionsOfReturns() {
        JsonNode answer = fixture.ask(METRICS, "{'returns':" + TWELVE + "}");
        assertEquals(1.638916261322679, value(answer, "/on_equity/sharpe"), 1e-9);
        assertEquals(0.01872033193145084, value(answer, "/account/total_return"), 1e-9);
        assertEquals(1.7117922064723674, value(answer, "/others_define/sharpe_population"), 1e-9);
        assertFalse(value(answer, "/on_capital/sharpe") == value(answer, "/on_equity/sharpe"));
        assertEquals(
                "the periods have no dates", answer.at("/account/cagr/reason").asText());
        assertTrue(answer.at("/account/cagr/value").isNull());
        assertTrue(answer.at("/trades").isNull());
        assertTrue(answer.at("/account/cagr/formula").isMissingNode());
        JsonNode simple =
                fixture.ask(METRICS, "{'returns':" + TWELVE + ",'returns_are':'on_capital','initial_capital':50000}");
        assertEquals(1.638916261322679, value(simple, "/on_capital/sharpe"), 1e-9);
        assertEquals(1000, value(simple, "/account/total_return") * 50_000, 1e-6);
    }

    @Test
    void explainedFiguresNameTheirTerms() {
        JsonNode answer = fixture.ask(
                METRICS + "?explain=true",
                "{'returns':" + TWELVE + ",'benchmark':" + TWELVE + ",'periods_per_year':52,'risk_free':0.052}");
        JsonNode sharpe = answer.at("/on_equity/sharpe");
        assertEquals("ratio", sharpe.get("unit").asText());
        assertEquals(
                "(mean - risk-free) / standard deviation (n - 1) * sqrt(52) of profits / equity before each; risk-free 0.001 per"
                        + " period",
                sharpe.get("formula").asText());
        assertTrue(sharpe.get("estimator").asText().contains("n - 1"));
        assertEquals(
                (0.02 / 12 - 0.001) / 0.016143297699232975 * Math.sqrt(52), value(answer, "/on_equity/sharpe"), 1e-9);
        assertEquals(1, value(answer, "/benchmark/beta"), 1e-12);
        answer.at("/account")
                .forEach(figure -> assertFalse(figure.get("formula").isNull()));
    }

    @Test
    void equityWithDates() {
        JsonNode answer = fixture.ask(METRICS, "{'equity':[100,110,99],'dates':['2024-01-02','2024-12-31']}");
        assertEquals(-0.1, value(answer, "/account/max_drawdown_pct"), 1e-12);
        assertEquals(Math.pow(0.99, 365.25 / 365) - 1, value(answer, "/account/cagr"), 1e-12);
        assertEquals(-0.11, value(answer, "/on_capital/worst_return"), 1e-12);
        assertEquals(-0.1, value(answer, "/on_equity/worst_return"), 1e-12);
        assertEquals("2024-12-31", answer.at("/about/to").asText());
    }

    @Test
    void roundTripsOfTheBody() {
        String trades = "{'trades':[{'net':100,'exit_date':'2024-01-03'},{'side':'SHORT','net':-40,'r_multiple':-1,"
                + "'exit_date':'2024-01-05'}],'initial_capital':1000}";
        JsonNode answer = fixture.ask(METRICS, trades);
        assertEquals(3, answer.at("/about/periods").asInt());
        assertEquals(2.5, value(answer, "/trades/all/profit_factor"), 1e-12);
        assertEquals(1, value(answer, "/trades/short/losses"), 1e-12);
        assertEquals(0.06, value(answer, "/account/total_return"), 1e-12);
        assertEquals(2.0 / 3, value(answer, "/trades/all/trades_per_day"), 1e-12);
        JsonNode undated = fixture.ask(METRICS, "{'trades':[{'net':100},{'net':-50}]}");
        assertTrue(undated.at("/account").isNull());
        assertEquals(2, value(undated, "/trades/all/profit_factor"), 1e-12);
        JsonNode none = fixture.ask(METRICS, "{'trades':[]}");
        assertEquals(
                "there are no round trips",
                none.at("/trades/all/profit_factor/reason").asText());
    }

    @Test
    void storedResults() {
        JsonNode backtest = fixture.ask(METRICS + "?backtest_id=bt-1", "");
        assertEquals(0.01, value(backtest, "/account/total_return"), 1e-12);
        assertEquals(2, value(backtest, "/trades/long/wins"), 1e-12);
        assertEquals(-0.015, value(backtest, "/on_capital/worst_return"), 1e-12);
        assertEquals(63 / 32.0, value(backtest, "/trades/all/edge_ratio"), 1e-12);
        JsonNode portfolio = fixture.ask(METRICS + "?portfolio_id=7", "{'risk_free':0.02}");
        assertEquals(4, portfolio.at("/about/periods").asInt());
        assertEquals("2024-01-09", portfolio.at("/about/to").asText());
        assertTrue(portfolio.at("/about/notes/1").asText().startsWith("CL "), portfolio::toString);
        assertEquals(2 / 3.0, value(portfolio, "/trades/all/win_rate"), 1e-12);
        assertEquals(0.008, value(portfolio, "/account/total_return"), 1e-12);
        assertEquals(-0.005, value(portfolio, "/on_capital/worst_return"), 1e-12);
    }

    @Test
    void whatIsWrongIsNamed() {
        fixture.refused(400, "returns", METRICS, "{}");
        fixture.refused(400, "returns", METRICS, "{'returns':[1],'equity':[1]}");
        fixture.refused(400, "returns[1]", METRICS, "{'returns':[0.01,null]}");
        fixture.refused(400, "returns[0]", METRICS, "{'returns':['NaN']}");
        fixture.refused(422, "returns", METRICS, "{'returns':[1e200,1e200]}");
        fixture.refused(400, "equity", METRICS, "{'equity':[0,1]}");
        fixture.refused(400, "initial_capital", METRICS, "{'equity':[1,1],'initial_capital':5}");
        fixture.refused(400, "initial_capital", METRICS, "{'returns':[0.1],'initial_capital':-5}");
        fixture.refused(400, "dates", METRICS, "{'returns':[0.1],'dates':[]}");
        fixture.refused(400, "dates[1]", METRICS, "{'returns':[0.1,0.1],'dates':['2024-01-03','2024-01-02']}");
        fixture.refused(400, "benchmark", METRICS, "{'returns':[0.1,0.1],'benchmark':[0.1]}");
        fixture.refused(400, "periods_per_year", METRICS, "{'returns':[0.1],'periods_per_year':0}");
        fixture.refused(400, "trades[0].net", METRICS, "{'trades':[{}]}");
        fixture.refused(400, "trades", METRICS, "{'trades':[{'net':1,'exit_date':'2024-01-03'},{'net':1}]}");
        fixture.refused(400, "trades[0]", METRICS, "{'trades':[{'net':1,'mae':-1}]}");
        fixture.refused(400, "returns_ar", METRICS, "{'returns':[0.1],'returns_ar':'x'}");
        fixture.refused(422, "backtest_id", METRICS + "?backtest_id=bt-2", "");
        fixture.refused(400, "backtest_id", METRICS + "?backtest_id=bt-1", "{'initial_capital':3}");
        assertEquals(404, fixture.calls.post(METRICS + "?backtest_id=none", "").status());
    }
}
