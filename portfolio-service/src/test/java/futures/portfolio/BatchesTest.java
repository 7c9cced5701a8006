package futures.portfolio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import futures.kit.Eventually;
import futures.kit.RedisForTests;
import futures.kit.bus.Notice;
import futures.kit.bus.RedisBus;
import futures.kit.json.Json;
import futures.wire.Channels;
import futures.wire.portfolio.RoundTripRecord;
import futures.wire.portfolio.TradeBatch;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BatchesTest {
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final Instant START = Instant.parse("2024-03-28T14:30:00Z");
    private static RedisForTests redis;

    @TempDir
    Path home;

    private PortfolioFixture fixture;
    private String portfolio;

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
        portfolio = fixture.portfolio("batches");
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    static RoundTripRecord trip(int minute, String gross, String costs) {
        BigDecimal won = new BigDecimal(gross);
        BigDecimal paid = new BigDecimal(costs);
        return new RoundTripRecord(
                "ES",
                "LONG",
                1,
                START.plusSeconds(60L * minute),
                new BigDecimal("5000.25"),
                START.plusSeconds(60L * minute + 30),
                new BigDecimal("5000.25").add(won.divide(new BigDecimal("50"))),
                won,
                paid,
                won.subtract(paid),
                "target");
    }

    static String json(String key, RoundTripRecord... trips) {
        try {
            return Json.mapper().writeValueAsString(new TradeBatch(key, "SimpleMAStrategy", "bt-7", List.of(trips)));
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aBatchIsRecordedByExitTimeAndSurvivesARestart() throws Exception {
        Client.Reply reply = fixture.calls()
                .post(portfolio + "/trades", json("run-1", trip(2, "-75.00", "5.00"), trip(1, "112.50", "5.00")));
        assertEquals(201, reply.status(), reply.text());
        assertEquals(2, reply.json().get("trades_recorded").asInt());
        assertEquals("27.50", reply.json().get("net").asText());
        assertEquals("100027.50", reply.json().get("cash").asText());
        fixture.restart();
        JsonNode trades = fixture.get(portfolio + "/trades").get("trades");
        assertEquals("112.50", trades.at("/0/gross").asText());
        assertEquals("-80.00", trades.at("/1/net").asText());
        assertEquals("SimpleMAStrategy", trades.at("/0/strategy_name").asText());
        assertEquals("bt-7", trades.at("/0/source").asText());
        assertEquals("target", trades.at("/0/exit_reason").asText());
        JsonNode points = fixture.get(portfolio + "/equity-curve").get("points");
        assertEquals("100107.50", points.at("/0/cash").asText());
        assertEquals("100027.50", points.at("/1/cash").asText());
        assertEquals(0, fixture.get(portfolio).get("open_positions").asInt());
    }

    @Test
    void theSameKeyAnswersTheSameAndAnotherBodyIsRefused() throws Exception {
        String body = json("run-1", trip(1, "112.50", "5.00"));
        Client.Reply first = fixture.calls().post(portfolio + "/trades", body);
        fixture.restart();
        Client.Reply again = fixture.calls().post(portfolio + "/trades", body);
        assertEquals(first.text(), again.text());
        assertEquals(201, again.status());
        Client.Reply byHeader = fixture.calls()
                .send(
                        "POST",
                        portfolio + "/trades",
                        json(null, trip(1, "112.50", "5.00")),
                        Map.of("Idempotency-Key", "run-1"));
        assertEquals(first.text(), byHeader.text());
        Client.Reply other = fixture.calls().post(portfolio + "/trades", json("run-1", trip(1, "112.50", "6.00")));
        assertEquals(409, other.status(), other.text());
        assertEquals(1, fixture.get(portfolio).get("trades").asInt());
        String second = fixture.portfolio("other");
        assertEquals(201, fixture.calls().post(second + "/trades", body).status(), "keys belong to their portfolio");
        assertEquals(1, fixture.get(second).get("trades").asInt());
    }

    @Test
    void aKeyMustBeThereOnceAndTheSame() {
        Client.Reply none = fixture.calls().post(portfolio + "/trades", json(null, trip(1, "1.00", "0")));
        assertEquals(400, none.status());
        assertEquals("idempotency_key", none.json().at("/errors/0/field").asText());
        Client.Reply two = fixture.calls()
                .send(
                        "POST",
                        portfolio + "/trades",
                        json("one", trip(1, "1.00", "0")),
                        Map.of("Idempotency-Key", "two"));
        assertEquals(400, two.status());
        assertEquals(
                400,
                fixture.calls()
                        .post(portfolio + "/trades", json("k".repeat(201), trip(1, "1.00", "0")))
                        .status());
    }

    @Test
    void oneBadRoundTripRefusesTheBatchAndEveryFaultIsNamed() {
        List<RoundTripRecord> trips = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            trips.add(trip(i, "12.50", "5.00"));
        }
        String good = json("run-1", trips.toArray(RoundTripRecord[]::new));
        String bad = good.substring(0, good.length() - 2)
                + ",{\"symbol\":\"E S\",\"side\":\"UP\",\"quantity\":0,\"entry_time\":\"2024-03-28T14:30:00Z\","
                + "\"exit_time\":\"2024-03-28T14:29:00Z\",\"entry_price\":1e-999999999,\"gross\":1.005,"
                + "\"costs\":-1,\"net\":2}]}";
        Client.Reply reply = fixture.calls().post(portfolio + "/trades", bad);
        assertEquals(422, reply.status(), reply.text());
        Set<String> fields = new HashSet<>();
        reply.json()
                .get("errors")
                .forEach(error -> fields.add(error.get("field").asText()));
        assertEquals(
                Set.of(
                        "trades[50].symbol",
                        "trades[50].side",
                        "trades[50].quantity",
                        "trades[50].entry_price",
                        "trades[50].exit_price",
                        "trades[50].gross"),
                fields);
        assertRefused("net", json("k", withNet(trip(1, "12.50", "5.00"), "7.51")));
        assertRefused("costs", json("k", trip(1, "12.50", "-5.00")));
        assertRefused("exit_time", json("k", trip(1, "12.50", "5.00")).replace("14:31:00Z", "14:32:00Z"));
        assertEquals(0, fixture.get(portfolio).get("trades").asInt());
        assertEquals("100000.00", fixture.get(portfolio).get("cash").asText());
        assertEquals(201, fixture.calls().post(portfolio + "/trades", good).status(), "the key is still free");
    }

    @Test
    void aBodyThatIsNoBatchIsRefusedAsMalformed() {
        for (String body : List.of("", "[]", "{\"trades\":{}}", "{\"trade\":[]}", "{\"trades\":[", "null")) {
            Client.Reply reply =
                    fixture.calls().send("POST", portfolio + "/trades", body, Map.of("Idempotency-Key", "k"));
            assertEquals(400, reply.status(), body + " -> " + reply.text());
        }
        assertEquals(
                422,
                fixture.calls()
                        .send("POST", portfolio + "/trades", "{\"trades\":[null]}", Map.of("Idempotency-Key", "k"))
                        .status());
        assertEquals(
                404,
                fixture.calls()
                        .post("/api/portfolio/999/trades", json("k", trip(1, "1.00", "0")))
                        .status());
    }

    @Test
    void manyWhoSendOneBatchAtOnceRecordItOnce() throws Exception {
        String body = json("run-1", trip(1, "112.50", "5.00"), trip(2, "-75.00", "5.00"));
        ExecutorService senders = Executors.newFixedThreadPool(8);
        try {
            CountDownLatch go = new CountDownLatch(1);
            List<Future<Client.Reply>> replies = new ArrayList<>();
            for (int i = 0; i < 24; i++) {
                replies.add(senders.submit(() -> {
                    go.await();
                    return fixture.calls().post(portfolio + "/trades", body);
                }));
            }
            go.countDown();
            Set<String> answers = new HashSet<>();
            for (Future<Client.Reply> reply : replies) {
                assertEquals(201, reply.get(60, TimeUnit.SECONDS).status());
                answers.add(reply.get().text());
            }
            assertEquals(1, answers.size(), answers.toString());
        } finally {
            senders.shutdownNow();
        }
        assertEquals(2, fixture.get(portfolio).get("trades").asInt());
        assertEquals("100027.50", fixture.get(portfolio).get("cash").asText());
    }

    @Test
    void listenersHearOfWhatIsRecordedAndOnlyOnce() {
        List<Notice> heard = new CopyOnWriteArrayList<>();
        URI uri = URI.create("redis://127.0.0.1:" + redis.port());
        try (RedisBus bus = new RedisBus(uri, "test", Clock.systemUTC())) {
            bus.subscribe(Channels.PORTFOLIO_TRADES, (channel, notice) -> heard.add(notice));
            Eventually.within(LONG, "the subscription", () -> {
                bus.publish(Channels.PORTFOLIO_TRADES, "probe", null, Map.of());
                return !heard.isEmpty();
            });
            fixture.calls().post(portfolio + "/trades", json("run-1", trip(1, "112.50", "5.00")));
            fixture.calls().post(portfolio + "/trades", json("run-1", trip(1, "112.50", "5.00")));
            fixture.order(portfolio, "BUY", 1, "5000");
            fixture.calls().delete(portfolio);
            Eventually.within(LONG, "the last notice", () -> types(heard).contains("portfolio_deleted"));
            assertEquals(List.of("trades_recorded", "trades_recorded", "portfolio_deleted"), types(heard));
            Notice first = heard.stream()
                    .filter(notice -> notice.type().equals("trades_recorded"))
                    .findFirst()
                    .orElseThrow();
            assertEquals(portfolio + "/trades", first.href());
            assertEquals(1, first.data().get("trades_recorded").asInt());
            assertTrue(portfolio.endsWith(first.data().get("portfolio_id").asText()));
        }
    }

    private static List<String> types(List<Notice> heard) {
        return heard.stream()
                .map(Notice::type)
                .filter(type -> !type.equals("probe"))
                .toList();
    }

    private static RoundTripRecord withNet(RoundTripRecord trip, String net) {
        return new RoundTripRecord(
                trip.symbol(),
                trip.side(),
                trip.quantity(),
                trip.entryTime(),
                trip.entryPrice(),
                trip.exitTime(),
                trip.exitPrice(),
                trip.gross(),
                trip.costs(),
                new BigDecimal(net),
                trip.exitReason());
    }

    @Test
    void aRoundTripMayNameItsOwnStrategy() {
        String own = json("joint", trip(1, "50.00", "4.00"), trip(2, "25.00", "4.00"))
                .replaceFirst("\"exit_reason\":\"target\"", "\"exit_reason\":\"target\",\"strategy_name\":\"Fast\"");
        assertEquals(201, fixture.calls().post(portfolio + "/trades", own).status());
        JsonNode trades = fixture.calls().get(portfolio + "/trades").json().get("trades");
        assertEquals("Fast", trades.get(0).get("strategy_name").asText());
        assertEquals("SimpleMAStrategy", trades.get(1).get("strategy_name").asText());
        assertRefused(
                "strategy_name", own.replace("\"Fast\"", "\"two\\nlines\"").replace("joint", "other"));
    }

    private void assertRefused(String field, String body) {
        Client.Reply reply = fixture.calls().post(portfolio + "/trades", body);
        assertEquals(422, reply.status(), reply.text());
        assertEquals("trades[0]." + field, reply.json().at("/errors/0/field").asText());
    }
}
