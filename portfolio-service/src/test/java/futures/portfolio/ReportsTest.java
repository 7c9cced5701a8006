package futures.portfolio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import futures.kit.RedisForTests;
import futures.wire.portfolio.RoundTripRecord;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportsTest {
    private static RedisForTests redis;

    @TempDir
    Path home;

    private PortfolioFixture fixture;

    @BeforeAll
    static void startRedis() {
        redis = RedisForTests.onFreePort();
    }

    @AfterAll
    static void stopRedis() {
        redis.close();
    }

    @BeforeEach
    void start() throws Exception {
        fixture = new PortfolioFixture(redis, home);
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    @Test
    void portfoliosAreMadeListedAndRemoved() {
        String first = fixture.portfolio("first");
        String second = fixture.portfolio("second");
        String third = fixture.portfolio("third");
        JsonNode page = fixture.get("/api/portfolios?limit=2");
        assertEquals(List.of("third", "second"), names(page));
        assertEquals(
                List.of("first"),
                names(fixture.get(
                        "/api/portfolios?limit=2&cursor=" + page.get("cursor").asText())));
        assertEquals(List.of("second"), names(fixture.get("/api/portfolios?name=SECOND")));
        fixture.calls().post(third + "/trades", BatchesTest.json("k", BatchesTest.trip(1, "1.00", "0")));
        fixture.order(third, "BUY", 1, "5000");
        assertEquals(204, fixture.calls().delete(third).status());
        assertEquals(404, fixture.calls().delete(third).status());
        JsonNode stats = fixture.get("/api/stats");
        assertEquals(2, stats.get("portfolios").asInt());
        assertEquals(0, stats.get("trades").asInt() + stats.get("orders").asInt());
        assertTrue(stats.get("database_bytes").asLong() > 0);
        String fourth = fixture.portfolio("fourth");
        assertTrue(!fourth.equals(third) && !first.equals(second), "numbers are not used again");
        JsonNode health = fixture.get("/health");
        assertEquals(3, health.at("/details/portfolios").asInt());
    }

    @Test
    void namesAreUniqueAndUnknownOnesGetNearOnes() {
        String path = fixture.portfolio("Crude");
        Client.Reply taken = fixture.calls().post("/api/portfolio?name=crude", null);
        assertEquals(409, taken.status(), taken.text());
        assertTrue(taken.text().contains("Portfolio 1 is already called 'Crude'"), taken.text());
        Client.Reply unknown = fixture.calls().get("/api/portfolio/Cruds");
        assertEquals(404, unknown.status());
        assertTrue(unknown.text().contains("did you mean 1 ('Crude')?"), unknown.text());
        assertEquals("/api/portfolio/1", path);
        for (String wrong :
                List.of("name=", "name=%20", "name=a%0Ab", "name=x&initial_cash=0", "name=x&initial_cash=1.005")) {
            assertEquals(
                    400, fixture.calls().post("/api/portfolio?" + wrong, null).status(), wrong);
        }
        assertEquals(
                "100000.00",
                fixture.calls()
                        .post("/api/portfolio?name=x", null)
                        .json()
                        .get("initial_cash")
                        .asText());
    }

    @Test
    void pagesOfTradesAndOfTheEquityCurveJoinWithoutGapOrOverlap() {
        String portfolio = fixture.portfolio("pages");
        List<RoundTripRecord> trips = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            trips.add(BatchesTest.trip(i / 3, (i - 10) + ".25", "1.00"));
        }
        fixture.calls().post(portfolio + "/trades", BatchesTest.json("k", trips.toArray(RoundTripRecord[]::new)));
        fixture.order(portfolio, "BUY", 1, "5000");
        assertEquals(25, paged(portfolio + "/trades", "trades", 4).size());
        assertEquals(all(portfolio + "/trades", "trades"), paged(portfolio + "/trades", "trades", 4));
        assertEquals(26, paged(portfolio + "/equity-curve", "points", 5).size());
        assertEquals(all(portfolio + "/equity-curve", "points"), paged(portfolio + "/equity-curve", "points", 5));
        assertEquals(
                0, fixture.get(portfolio + "/trades?symbol=NQ").get("trades").size());
        assertEquals(
                25,
                fixture.get(portfolio + "/trades?symbol=ES&strategy_name=SimpleMAStrategy")
                        .get("trades")
                        .size());
        assertEquals(400, fixture.calls().get(portfolio + "/trades?cursor=x").status());
        assertEquals(
                400, fixture.calls().get(portfolio + "/equity-curve?cursor=1.2").status());
    }

    /** Worked by hand: nets 107.50, -80, 0, -55 on 100000. */
    @Test
    void performanceIsWhatTheTradesComeTo() {
        String portfolio = fixture.portfolio("performance");
        JsonNode empty = fixture.get(portfolio + "/performance");
        assertTrue(empty.get("profit_factor").isNull());
        assertEquals("no trades", empty.at("/undefined/profit_factor").asText());
        assertEquals("no trades", empty.at("/undefined/win_rate_pct").asText());
        fixture.calls()
                .post(
                        portfolio + "/trades",
                        BatchesTest.json(
                                "k",
                                BatchesTest.trip(1, "112.50", "5.00"),
                                BatchesTest.trip(2, "-75.00", "5.00"),
                                BatchesTest.trip(3, "5.00", "5.00"),
                                BatchesTest.trip(4, "-50.00", "5.00")));
        JsonNode figures = fixture.get(portfolio + "/performance");
        assertEquals(4, figures.get("total_trades").asInt());
        assertEquals(1, figures.get("winning_trades").asInt());
        assertEquals(2, figures.get("losing_trades").asInt());
        assertEquals(1, figures.get("break_even_trades").asInt());
        assertEquals("-7.50", figures.get("profit_before_costs").asText());
        assertEquals("20.00", figures.get("total_costs").asText());
        assertEquals("-27.50", figures.get("net_profit").asText());
        assertEquals("25.0000", figures.get("win_rate_pct").asText());
        assertEquals("0.796296", figures.get("profit_factor").asText());
        assertEquals("-6.875000", figures.get("average_trade").asText());
        assertEquals("1.592593", figures.get("payoff_ratio").asText());
        assertEquals("-80.00", figures.get("largest_loss").asText());
        assertEquals("-135.00", figures.get("max_drawdown").asText());
        assertEquals("-0.1349", figures.get("max_drawdown_pct").asText());
        assertEquals("-0.0275", figures.get("total_return_pct").asText());
        assertEquals(0, figures.get("undefined").size());
    }

    @Test
    void theApiDocumentHasEveryRoute() {
        JsonNode paths = fixture.get("/openapi").get("paths");
        for (String path : List.of(
                "/api/portfolio",
                "/api/portfolios",
                "/api/portfolio/{id}",
                "/api/portfolio/{id}/trade",
                "/api/portfolio/{id}/trades",
                "/api/portfolio/{id}/positions",
                "/api/portfolio/{id}/equity-curve",
                "/api/portfolio/{id}/performance",
                "/api/stats",
                "/health")) {
            assertTrue(paths.has(path), path);
        }
    }

    private List<String> all(String path, String rows) {
        List<String> all = new ArrayList<>();
        fixture.get(path).get(rows).forEach(row -> all.add(row.toString()));
        return all;
    }

    private List<String> paged(String path, String rows, int limit) {
        List<String> all = new ArrayList<>();
        String cursor = "";
        while (true) {
            JsonNode page = fixture.get(path + "?limit=" + limit + cursor);
            page.get(rows).forEach(row -> all.add(row.toString()));
            if (page.get("cursor").isNull()) {
                return all;
            }
            assertEquals(limit, page.get(rows).size());
            cursor = "&cursor=" + page.get("cursor").asText();
        }
    }

    private static List<String> names(JsonNode page) {
        List<String> names = new ArrayList<>();
        page.get("portfolios").forEach(row -> names.add(row.get("name").asText()));
        return names;
    }
}
