package futures.risk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import futures.kit.Calls;
import futures.kit.Eventually;
import futures.kit.RedisForTests;
import futures.kit.RunningService;
import futures.kit.Service;
import futures.kit.config.Settings;
import futures.kit.http.Problem;
import futures.kit.http.Routes;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With real HTTP, real Redis and two neighbours that hold what a test puts there. */
class RiskServiceTest {
    private static final Duration LONG = Duration.ofSeconds(60);

    @TempDir
    Path home;

    private final Map<String, String> profits = new ConcurrentSkipListMap<>();
    private final Map<String, String> cash = new ConcurrentSkipListMap<>();
    private RedisForTests redis;
    private Settings settings;
    private RunningService backtest;
    private RunningService portfolio;

    @BeforeEach
    void start() throws Exception {
        redis = RedisForTests.onFreePort();
        settings = redis.settings(
                home, "ports.backtest=" + RedisForTests.freePort(), "ports.portfolio=" + RedisForTests.freePort());
    }

    @AfterEach
    void stop() {
        for (RunningService service : new RunningService[] {backtest, portfolio}) {
            if (service != null) {
                service.close();
            }
        }
        redis.close();
    }

    private void startNeighbours() throws Exception {
        Clock clock = Clock.systemUTC();
        backtest = RunningService.start("backtest", settings, clock, context -> new Backtests());
        portfolio = RunningService.start("portfolio", settings, clock, context -> new Portfolios());
        Eventually.within(
                LONG,
                "the neighbours' bus",
                () -> backtest.bus().connected() && portfolio.bus().connected());
    }

    private RunningService risk() throws Exception {
        return RunningService.start("risk", settings, Clock.systemUTC(), RiskService::new);
    }

    private static <T> T need(Map<String, T> rows, String id) {
        if (!rows.containsKey(id)) {
            throw Problem.notFound("There is no " + id + ".");
        }
        return rows.get(id);
    }

    private static Map<String, Object> list(String name, Map<String, String> rows) {
        List<Map<String, String>> newestFirst = new ArrayList<>();
        rows.keySet().forEach(id -> newestFirst.add(Map.of("id", id)));
        Collections.reverse(newestFirst);
        return Map.of(name, newestFirst);
    }

    private final class Backtests implements Service {
        @Override
        public void routes(Routes routes) {
            routes.get("/api/backtests").anyQuery().handle(request -> list("backtests", profits));
            routes.get("/api/backtests/{id}")
                    .handle(request -> Map.of(
                            "id", request.path("id"),
                            "state", "done",
                            "order",
                                    Map.of("strategy_name", "SimpleMAStrategy", "symbol", "ES", "initial_cash", 100000),
                            "result",
                                    Map.of(
                                            "performance",
                                            Map.of(
                                                    "net_profit",
                                                    new java.math.BigDecimal(need(profits, request.path("id"))),
                                                    "total_trades",
                                                    12))));
            routes.get("/api/backtests/{id}/daily").handle(request -> List.of());
            routes.get("/api/backtests/{id}/trades").handle(request -> List.of());
            routes.get("/api/backtests/{id}/margin").anyQuery().handle(request -> Map.of());
        }

        @Override
        public void close() {}
    }

    private final class Portfolios implements Service {
        @Override
        public void routes(Routes routes) {
            routes.get("/api/portfolios").anyQuery().handle(request -> list("portfolios", cash));
            routes.get("/api/portfolio/{id}")
                    .handle(request -> Map.of(
                            "id",
                            Long.parseLong(request.path("id")),
                            "name",
                            "p" + request.path("id"),
                            "cash",
                            new java.math.BigDecimal(need(cash, request.path("id"))),
                            "initial_cash",
                            100000,
                            "trades",
                            3));
            routes.get("/api/portfolio/{id}/positions").handle(request -> Map.of("positions", List.of()));
            routes.get("/api/portfolio/{id}/daily")
                    .anyQuery()
                    .handle(request -> Map.of("days", List.of(), "parts", List.of()));
            routes.get("/api/portfolio/{id}/trades").anyQuery().handle(request -> Map.of("trades", List.of()));
            routes.get("/api/portfolio/{id}/performance")
                    .handle(request -> Map.of("max_drawdown_pct", new java.math.BigDecimal("-1.5")));
        }

        @Override
        public void close() {}
    }

    private static JsonNode details(RunningService risk) {
        return new Calls(risk.uri()).get("/health").json().get("details");
    }

    private static void untilShown(RunningService risk, String at, String value) {
        Eventually.within(
                LONG, at + " = " + value, () -> details(risk).at(at).asText().equals(value));
    }

    @Test
    void noticesLeadToFiguresFetchedOverHttp() throws Exception {
        startNeighbours();
        try (RunningService risk = risk()) {
            profits.put("bt-1", "512.5");
            cash.put("7", "100512.5");
            Eventually.within(LONG, "a notice is heard", () -> {
                backtest.bus().publish("backtest:results", "backtest_ended", "/api/backtests/bt-1", Map.of());
                return details(risk).get("notices_heard").asInt() > 0;
            });
            untilShown(risk, "/last_backtest/net_profit", "512.5");
            assertEquals(
                    "SimpleMAStrategy",
                    details(risk).at("/last_backtest/strategy_name").asText());
            assertEquals(12, details(risk).at("/last_backtest/total_trades").asInt());
            portfolio
                    .bus()
                    .publish(
                            "portfolio:trades",
                            "trades_recorded",
                            "/api/portfolio/7/trades",
                            Map.of("portfolio_id", 7));
            untilShown(risk, "/last_portfolio/cash", "100512.5");
            assertEquals(
                    "-1.5", details(risk).at("/last_portfolio/max_drawdown_pct").asText());
            cash.remove("7");
            portfolio
                    .bus()
                    .publish("portfolio:trades", "portfolio_deleted", "/api/portfolios", Map.of("portfolio_id", 7));
            untilShown(risk, "/portfolios_known", "0");
            assertTrue(details(risk).get("last_portfolio").isNull());
        }
    }

    @Test
    void hrefsOutsideTheTwoResourcesAreNotFollowed() throws Exception {
        startNeighbours();
        try (RunningService risk = risk()) {
            profits.put("bt-1", "1");
            Eventually.within(LONG, "a notice is heard", () -> {
                backtest.bus()
                        .publish("backtest:results", "backtest_ended", "//elsewhere/api/backtests/bt-1", Map.of());
                backtest.bus().publish("backtest:results", "backtest_ended", null, Map.of());
                return details(risk).get("notices_heard").asInt() > 2;
            });
            backtest.bus().publish("backtest:results", "backtest_ended", "/api/backtests/bt-1", Map.of());
            untilShown(risk, "/backtests_known", "1");
            untilShown(risk, "/fetches_waiting", "0");
        }
    }

    @Test
    void whatWasThereBeforeIsCaughtUpWithOnceTheNeighboursAnswer() throws Exception {
        profits.put("bt-1", "1");
        profits.put("bt-2", "2");
        cash.put("7", "3");
        try (RunningService risk = risk()) {
            assertEquals(
                    "risk",
                    new Calls(risk.uri()).get("/health").json().get("service").asText());
            assertEquals(0, details(risk).get("backtests_known").asInt());
            startNeighbours();
            untilShown(risk, "/backtests_known", "2");
            untilShown(risk, "/last_backtest/id", "bt-2");
            untilShown(risk, "/last_portfolio/id", "7");
            untilShown(risk, "/fetches_waiting", "0");
        }
    }

    @Test
    void whatHappenedWhileRedisWasAwayIsCaughtUpWith() throws Exception {
        startNeighbours();
        try (RunningService risk = risk()) {
            Eventually.within(LONG, "a notice is heard", () -> {
                backtest.bus().publish("backtest:results", "backtest_ended", "/api/backtests/none", Map.of());
                return details(risk).get("notices_heard").asInt() > 0;
            });
            redis.stop();
            Eventually.within(
                    LONG,
                    "degraded",
                    () -> !details(risk).get("redis_connected").asBoolean());
            profits.put("bt-9", "9");
            redis.start();
            untilShown(risk, "/last_backtest/id", "bt-9");
        }
    }

    @Test
    void onlyTheNewestAreKept() {
        Latest<String> latest = new Latest<>(2);
        latest.put("a", "a1");
        latest.put("b", "b1");
        latest.put("a", "a2");
        latest.put("c", "c1");
        assertTrue(latest.knows("a") && latest.knows("c") && !latest.knows("b"));
        latest.remove("c");
        assertEquals("a2", latest.last().orElseThrow());
    }
}
