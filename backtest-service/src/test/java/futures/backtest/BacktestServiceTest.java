package futures.backtest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import futures.backtest.store.BacktestStore;
import futures.kit.Calls;
import futures.kit.Eventually;
import futures.kit.RedisForTests;
import futures.kit.RunningService;
import futures.kit.bus.RedisBus;
import futures.kit.json.Json;
import futures.kit.sql.Database;
import futures.wire.Channels;
import futures.wire.backtest.BacktestOrder;
import java.io.InputStream;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The service over real HTTP, with real SQLite and real Redis. */
class BacktestServiceTest {
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final String RUN = "/api/backtest?strategy_name=SimpleMAStrategy&symbol=ES";
    private static final String ORDER = "{\"strategy_name\":\"SimpleMAStrategy\",\"symbol\":\"ES\"}";
    private static RedisForTests redis;

    @TempDir
    Path home;

    private DataNeighbour data;
    private RunningService service;
    private Calls calls;

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
        data = new DataNeighbour();
        startService();
    }

    private void startService() throws Exception {
        service = RunningService.start(
                "backtest",
                redis.settings(
                        home,
                        "ports.data=" + data.port(),
                        "ports.portfolio=" + RedisForTests.freePort(),
                        "backtest.threads=1",
                        "limits.queued_jobs=2",
                        "limits.result_rows=1000"),
                Clock.systemUTC(),
                BacktestService::create);
        calls = new Calls(service.uri());
    }

    @AfterEach
    void stop() {
        service.close();
        data.close();
    }

    @Test
    void listsStrategiesWithTheirParameters() {
        JsonNode strategies = calls.get("/api/strategies").json().get("strategies");
        assertTrue(strategies.size() >= 10);
        strategies.forEach(one -> assertEquals("ready", one.get("status").asText(), one::toString));
        JsonNode strategy = calls.get("/api/strategies/SimpleMAStrategy").json();
        assertEquals("ready", strategy.get("status").asText());
        JsonNode fast = strategy.get("parameters").get(0);
        assertEquals("fast_period", fast.get("name").asText());
        assertEquals(10, fast.get("standard").asInt());
        assertTrue(fast.get("max").asDouble() > fast.get("min").asDouble());
        assertEquals(404, calls.get("/api/strategies/SimpleMa").status());
    }

    @Test
    void aResultAddsUp() {
        JsonNode answer = calls.post(RUN, "").json();
        JsonNode performance = answer.get("performance");
        JsonNode trades = answer.get("trades");
        assertTrue(trades.size() > 10, () -> answer.toString());
        assertEquals(performance.get("total_trades").asInt(), trades.size());
        assertEquals(5_000, answer.at("/backtest_period/total_bars").asInt());
        BigDecimal net = BigDecimal.ZERO;
        for (JsonNode trade : trades) {
            BigDecimal gross = trade.get("gross").decimalValue();
            assertEquals(
                    0,
                    gross.subtract(trade.get("costs").decimalValue())
                            .compareTo(trade.get("net").decimalValue()));
            net = net.add(trade.get("net").decimalValue());
        }
        assertEquals(0, net.compareTo(performance.get("net_profit").decimalValue()));
        BigDecimal change = performance
                .get("final_equity")
                .decimalValue()
                .subtract(performance.get("initial_cash").decimalValue());
        assertEquals(0, change.compareTo(net.add(performance.get("open_profit").decimalValue())));
        JsonNode curve = answer.get("equity_curve");
        assertEquals(
                performance.get("final_equity").decimalValue(),
                curve.get(curve.size() - 1).get("equity").decimalValue());
        assertEquals("ES", answer.get("contract").asText());
        assertEquals(64, answer.get("result_hash").asText().length());
    }

    @Test
    void theConfigurationInTheBodyChangesTheRun() {
        JsonNode standard = calls.post(RUN, "").json();
        JsonNode slower =
                calls.post(RUN, "{\"fast_period\": 30, \"slow_period\": 90}").json();
        assertEquals(30, slower.at("/configuration/parameters/fast_period").asInt());
        assertNotEquals(standard.get("result_hash"), slower.get("result_hash"));
        JsonNode free = calls.post(RUN, "{\"parameters\": {}, \"commission\": 0, \"slippage_ticks\": 0}")
                .json();
        assertEquals(0, free.at("/performance/total_costs").decimalValue().signum());
    }

    @Test
    void anAnswerWithTooManyTradesLeavesThemToTheirRoute() {
        JsonNode answer = calls.post(RUN, "{\"fast_period\": 2, \"slow_period\": 5, \"exits\": \"none\"}")
                .json();
        int trades = answer.at("/performance/total_trades").asInt();
        assertTrue(trades > 1000, () -> trades + " round trips");
        assertTrue(answer.get("trades").isNull());
        assertTrue(answer.get("warnings").toString().contains("limits.result_rows"), answer.toString());
        String href = "/api/backtests/" + answer.get("id").asText() + "/trades";
        assertEquals(trades, calls.get(href).json().size());
    }

    @Test
    void theSameOrderGivesTheSameHash() {
        assertEquals(
                calls.post(RUN, "").json().get("result_hash"),
                calls.post(RUN, "").json().get("result_hash"));
    }

    @Test
    void whatCannotBeRightIsRefusedWithWhatToDo() {
        assertProblem(
                404,
                "did you mean 'SimpleMAStrategy'?",
                calls.post("/api/backtest?strategy_name=SimpleMA&symbol=ES", ""));
        assertProblem(422, "has no parameter fast", calls.post(RUN, "{\"fast\": 3}"));
        assertProblem(
                422,
                "fill_mode belongs to the order, beside \"parameters\"",
                calls.post(RUN, "{\"fast_period\": 3, \"fill_mode\": \"ohlc\"}"));
        assertProblem(422, "fast_period must be a whole number", calls.post(RUN, "{\"fast_period\": \"ten\"}"));
        assertProblem(400, "is no timeframe", calls.post(RUN + "&timeframe=minute", ""));
        assertProblem(400, "initial_cash", calls.post(RUN + "&initial_cash=-5", ""));
        assertProblem(
                404,
                "There is no series 'NQ'",
                calls.post("/api/backtest?strategy_name=SimpleMAStrategy&symbol=NQ", ""));
        assertProblem(
                400,
                "Unknown field 'comission'",
                calls.post(
                        "/api/backtests",
                        "{\"strategy_name\":\"SimpleMAStrategy\",\"symbol\":\"ES\",\"comission\":1}"));
        data.close();
        assertProblem(503, "The data service at", calls.post(RUN + "&contract=ES", ""));
    }

    private static void assertProblem(int status, String part, Calls.Reply reply) {
        assertEquals(status, reply.status(), reply.text());
        assertTrue(reply.json().get("detail").asText().contains(part), reply.text());
    }

    @Test
    void aJobIsWatchedAsEventsAndItsResultOutlivesTheService() throws Exception {
        CountDownLatch gate = data.hold();
        Calls.Reply accepted = calls.post("/api/backtests", ORDER);
        assertEquals(202, accepted.status());
        String href = accepted.location();
        CompletableFuture<String> events =
                CompletableFuture.supplyAsync(() -> calls.get(href + "/events").text());
        Eventually.within(LONG, "running", () -> state(href).equals("running"));
        gate.countDown();
        String seen = events.join();
        assertTrue(seen.contains("event: status"), seen);
        assertTrue(seen.contains("\"state\":\"done\""), seen);

        Eventually.within(LONG, "stored", () -> state(href).equals("done"));
        JsonNode before = calls.get(href).json();
        service.close();
        startService();
        JsonNode after = calls.get(href).json();
        assertEquals(before, after);
        assertEquals(
                after.at("/result/performance/total_trades").asInt(),
                calls.get(href + "/trades").json().size());
        JsonNode orders = calls.get(href + "/orders").json();
        assertTrue(orders.size() > 0);
        JsonNode leg = find(orders, order -> !order.path("entry_order").isNull());
        JsonNode bracket = calls.get(
                        href + "/orders?entry_order=" + leg.path("entry_order").asInt())
                .json();
        assertEquals(
                List.of(leg.path("entry_order").asInt(), leg.path("id").asInt()),
                List.of(
                        bracket.get(0).path("id").asInt(),
                        find(bracket, order -> order.equals(leg)).path("id").asInt()));
        Map<String, Integer> counts = new TreeMap<>();
        orders.forEach(order -> counts.merge(order.path("status").asText(), 1, Integer::sum));
        assertTrue(counts.size() > 1, counts::toString);
        counts.forEach((status, count) -> assertEquals(
                count, calls.get(href + "/orders?status=" + status).json().size(), status));
        assertTrue(calls.get(href + "/daily").json().size() > 2);
        assertEquals(5_000, calls.get(href + "/equity").json().get("bars").asInt());
        JsonNode list = calls.get("/api/backtests?limit=1").json();
        assertEquals(href, list.at("/backtests/0/href").asText());
        assertEquals(404, calls.get("/api/backtests/nothing").status());
    }

    private String state(String href) {
        return calls.get(href).json().get("state").asText();
    }

    @Test
    void jobsCanBeCancelledAndTooManyAreRefused() {
        CountDownLatch gate = data.hold();
        String running = calls.post("/api/backtests", ORDER).location();
        Eventually.within(LONG, "running", () -> state(running).equals("running"));
        String waiting = calls.post("/api/backtests", ORDER).location();
        calls.post("/api/backtests", ORDER);
        assertEquals(429, calls.post("/api/backtests", ORDER).status());
        assertEquals(202, calls.delete(waiting).status());
        assertEquals("cancelled", state(waiting));
        assertEquals(202, calls.delete(running).status());
        gate.countDown();
        Eventually.within(LONG, "cancelled", () -> state(running).equals("cancelled"));
        assertEquals(409, calls.delete(running).status());
    }

    @Test
    void whatWasLeftUnfinishedIsTakenUpAgain() throws Exception {
        service.close();
        try (Database database = Database.open(home.resolve("data").resolve("backtests.db"), "db/backtest")) {
            BacktestStore store = new BacktestStore(database);
            BacktestOrder order = Json.mapper().readValue(ORDER, BacktestOrder.class);
            store.addQueued("queued", order, Instant.EPOCH);
            store.addQueued("running", order, Instant.EPOCH);
            store.begin("running");
            store.addQueued("deadly", order, Instant.EPOCH);
            store.begin("deadly");
            store.begin("deadly");
        }
        startService();
        for (String id : List.of("queued", "running")) {
            Eventually.within(LONG, id, () -> state("/api/backtests/" + id).equals("done"));
        }
        JsonNode deadly = calls.get("/api/backtests/deadly").json();
        assertEquals("failed", deadly.get("state").asText());
        assertTrue(deadly.get("message").asText().contains("the service ended 2 times"), deadly.toString());
    }

    @Test
    void stoppingTheServiceLosesNoJob() throws Exception {
        CountDownLatch gate = data.hold();
        String href = calls.post("/api/backtests", ORDER).location();
        Eventually.within(LONG, "running", () -> state(href).equals("running"));
        service.close();
        gate.countDown();
        startService();
        Eventually.within(LONG, "done after the restart", () -> state(href).equals("done"));
    }

    @Test
    void anOpenEventStreamDoesNotHoldUpTheStop() throws Exception {
        CountDownLatch gate = data.hold();
        String href = calls.post("/api/backtests", ORDER).location();
        Eventually.within(LONG, "running", () -> state(href).equals("running"));
        HttpResponse<InputStream> events = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(service.uri() + href + "/events"))
                                .build(),
                        HttpResponse.BodyHandlers.ofInputStream());
        try (InputStream stream = events.body()) {
            assertEquals("event: status", new String(stream.readNBytes(13), StandardCharsets.UTF_8));
            CompletableFuture<Void> stopped = CompletableFuture.runAsync(service::close);
            stopped.get(LONG.toSeconds(), TimeUnit.SECONDS);
            assertTrue(new String(stream.readAllBytes(), StandardCharsets.UTF_8).contains("\"state\":\"running\""));
        }
        gate.countDown();
        startService();
    }

    @Test
    void marketsAreKeptUntilTheyChange() {
        Eventually.within(LONG, "connected", () -> service.bus().connected());
        JsonNode first = calls.post(RUN, "").json();
        calls.post(RUN, "{\"fast_period\": 5}");
        assertEquals(1, data.served());
        data.change();
        JsonNode changed = calls.post(RUN, "").json();
        assertEquals(2, data.served());
        assertNotEquals(first.at("/manifest/data_hash"), changed.at("/manifest/data_hash"));
        try (RedisBus other =
                new RedisBus(URI.create("redis://127.0.0.1:" + redis.port()), "data", Clock.systemUTC())) {
            Eventually.within(LONG, "dropped on the notice", () -> {
                other.publish(Channels.DATA_UPDATES, "bars_imported", "/api/data/ES", Map.of("symbol", "ES"));
                return calls.get("/health").json().at("/details/markets_cached").asInt() == 0;
            });
        }
    }

    @Test
    void progressAndResultAreTold() {
        List<String> heard = new CopyOnWriteArrayList<>();
        try (RedisBus listener =
                new RedisBus(URI.create("redis://127.0.0.1:" + redis.port()), "risk", Clock.systemUTC())) {
            listener.subscribe(
                    Channels.BACKTEST_PROGRESS,
                    (channel, notice) -> heard.add(notice.data().get("state").asText()));
            listener.subscribe(
                    Channels.BACKTEST_RESULTS,
                    (channel, notice) -> heard.add(notice.data().get("state").asText() + " " + notice.href()));
            Eventually.within(LONG, "the result on the channel", () -> {
                String id = calls.post(RUN, "").json().get("id").asText();
                return heard.contains("done /api/backtests/" + id) && heard.contains("running");
            });
        }
    }

    @Test
    void aPortfolioServiceThatIsDownCostsNoResult() {
        JsonNode answer = calls.post(RUN + "&record_to_portfolio=true", "").json();
        assertTrue(answer.get("portfolio_id").isNull());
        assertEquals(0, answer.get("trades_recorded").asInt());
        assertTrue(answer.get("warnings").toString().contains("The portfolio service at"), answer.toString());
    }

    @Test
    void theYamlOfAStrategyGivesItsStandards() throws Exception {
        Path yaml = home.resolve("strategies").resolve("SimpleMAStrategy.yaml");
        Files.createDirectories(yaml.getParent());
        Files.writeString(yaml, "strategy:\n  parameters:\n    fast_period: 7\n");
        assertEquals(
                7,
                calls.post(RUN, "")
                        .json()
                        .at("/configuration/parameters/fast_period")
                        .asInt());
        assertEquals(
                8,
                calls.post(RUN, "{\"fast_period\": 8}")
                        .json()
                        .at("/configuration/parameters/fast_period")
                        .asInt());
        Files.writeString(yaml, "strategy:\n  parameters:\n    fast_perod: 7\n");
        JsonNode info = calls.get("/api/strategies/SimpleMAStrategy").json();
        assertEquals("outdated", info.get("status").asText());
        assertTrue(info.get("error").asText().contains("SimpleMAStrategy.yaml:3:17: unknown key"), info.toString());
        JsonNode kept = calls.post(RUN, "").json();
        assertEquals(7, kept.at("/configuration/parameters/fast_period").asInt());
        assertTrue(kept.get("warnings").toString().contains("did you mean"), kept.get("warnings")::toString);
        assertFalse(calls.get("/health").text().contains("unhealthy"));
    }

    private static JsonNode find(JsonNode rows, Predicate<JsonNode> wanted) {
        for (JsonNode row : rows) {
            if (wanted.test(row)) {
                return row;
            }
        }
        throw new AssertionError("no such row in " + rows);
    }
}
