package futures.risk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import futures.kit.Calls;
import futures.kit.Eventually;
import futures.kit.RedisForTests;
import futures.kit.RunningService;
import futures.kit.Service;
import futures.kit.bus.Notice;
import futures.kit.config.Settings;
import futures.kit.http.Problem;
import futures.kit.http.Routes;
import futures.kit.json.Json;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import redis.clients.jedis.Jedis;

/** The service on a free port with a real store and a real Redis, and neighbours that hold what a test puts there. */
final class RiskFixture implements AutoCloseable {
    static final Duration LONG = Duration.ofSeconds(60);

    private final RedisForTests redis = RedisForTests.onFreePort();
    private final Settings settings;
    private final Map<String, ObjectNode> portfolios = new ConcurrentSkipListMap<>();
    private final Map<String, ObjectNode> backtests = new ConcurrentSkipListMap<>();
    private final List<Notice> heard = new CopyOnWriteArrayList<>();
    private final RunningService data;
    private final RunningService portfolio;
    private final RunningService backtest;
    private RunningService risk;
    private Calls calls;

    RiskFixture(Path home) throws Exception {
        settings = redis.settings(
                home,
                "ports.data=" + RedisForTests.freePort(),
                "ports.backtest=" + RedisForTests.freePort(),
                "ports.portfolio=" + RedisForTests.freePort());
        Clock clock = Clock.systemUTC();
        data = RunningService.start("data", settings, clock, context -> served(this::contracts));
        portfolio = RunningService.start("portfolio", settings, clock, context -> served(this::portfolios));
        backtest = RunningService.start("backtest", settings, clock, context -> served(this::backtests));
        data.bus().subscribe("risk:alerts", (channel, notice) -> heard.add(notice));
        startRisk();
        Eventually.within(
                LONG,
                "the bus",
                () -> portfolio.bus().connected()
                        && data.bus().connected()
                        && risk.bus().connected());
    }

    private void startRisk() throws Exception {
        risk = RunningService.start("risk", settings, Clock.systemUTC(), RiskService::new);
        calls = new Calls(risk.uri());
        Eventually.within(LONG, "it listens", this::listens);
    }

    /** A notice that comes before somebody listens is lost; connected is who can send. */
    private boolean listens() {
        try (Jedis jedis = new Jedis("127.0.0.1", redis.port())) {
            return jedis
                    .pubsubNumSub("portfolio:trades", "backtest:results", "data:updates", "risk:alerts")
                    .values()
                    .stream()
                    .allMatch(listeners -> listeners > 0);
        }
    }

    void restart() throws Exception {
        risk.close();
        startRisk();
    }

    Calls calls() {
        return calls;
    }

    List<Notice> heard() {
        return heard;
    }

    JsonNode get(String path) {
        Calls.Reply reply = calls.get(path);
        if (reply.status() != 200) {
            throw new AssertionError(reply.status() + " " + reply.text());
        }
        return reply.json();
    }

    /** Sets all limits, whatever held before. */
    void limits(String rows) {
        long revision = get("/api/risk/limits").path("revision").asLong();
        Calls.Reply reply =
                calls.put("/api/risk/limits", "{\"revision\": " + revision + ", \"limits\": [" + rows + "]}");
        if (reply.status() != 200) {
            throw new AssertionError(reply.status() + " " + reply.text());
        }
    }

    /** A portfolio of 100000 without anything. */
    void portfolio(String id) {
        ObjectNode made = Json.mapper().createObjectNode();
        made.put("name", "p" + id);
        made.put("cash", new BigDecimal("100000.00"));
        made.putArray("positions");
        made.putArray("trades");
        portfolios.put(id, made);
    }

    /** Records a round trip; the notice comes with {@link #tell}. */
    void trade(String id, String exit, String symbol, String strategy, String net) {
        ObjectNode one = portfolios.get(id);
        ObjectNode trade = ((ArrayNode) one.get("trades")).addObject();
        trade.put("symbol", symbol);
        trade.put("exit_time", exit);
        trade.put("net", new BigDecimal(net));
        trade.put("strategy_name", strategy);
        one.put("cash", one.get("cash").decimalValue().add(new BigDecimal(net)));
    }

    /** Held by no strategy, at a price that nobody knows a later one of. */
    void hold(String id, String symbol, String side, int contracts, String price) {
        hold(id, symbol, side, contracts, price, null);
    }

    void hold(String id, String symbol, String side, int contracts, String price, String strategy) {
        ArrayNode positions = (ArrayNode) portfolios.get(id).get("positions");
        for (int i = positions.size() - 1; i >= 0; i--) {
            if (positions.get(i).get("symbol").asText().equals(symbol)) {
                positions.remove(i);
            }
        }
        if (contracts > 0) {
            ObjectNode position = positions.addObject();
            position.put("symbol", symbol).put("side", side).put("quantity", contracts);
            position.put("average_price", new BigDecimal(price)).put("point_value", new BigDecimal("50"));
            position.putArray("strategies")
                    .addObject()
                    .put("strategy_name", strategy)
                    .put("quantity", contracts);
        }
    }

    /** The last price of all that is held: what it gained since the entry, and what of that the day's close had. */
    void mark(String id, String day, String atClose, String now) {
        ObjectNode one = portfolios.get(id);
        one.put("marked_day", day).put("marked", new BigDecimal(atClose));
        ObjectNode position = (ObjectNode) one.get("positions").get(0);
        position.put("unrealized_pnl", new BigDecimal(now));
        ((ObjectNode) position.at("/strategies/0")).put("unrealized_pnl", new BigDecimal(now));
    }

    /** Sends the notice of a portfolio and waits until the service has seen it as it is. */
    void tell(String id) {
        long before = get("/health").at("/details/notices_heard").asLong();
        Map<String, Object> facts = Map.of("portfolio_id", Long.parseLong(id));
        portfolio.bus().publish("portfolio:trades", "trades_recorded", "/api/portfolio/" + id + "/trades", facts);
        settled(before);
    }

    /** Says that bars were added. */
    void tellPrices() {
        data.bus().publish("data:updates", "bars_added", "/api/data/ES", Map.of("symbol", "ES"));
    }

    void removePortfolio(String id) {
        portfolios.remove(id);
        tell(id);
    }

    /** A backtest that is done, with results by day, and its notice. */
    void backtest(String id, String symbol, Map<String, String> profits) {
        ObjectNode made = Json.mapper().createObjectNode();
        made.put("symbol", symbol);
        ArrayNode days = made.putArray("daily");
        new java.util.TreeMap<>(profits)
                .forEach((day, profit) -> days.addObject().put("day", day).put("profit", new BigDecimal(profit)));
        backtests.put(id, made);
    }

    void tellBacktest(String id) {
        long before = get("/health").at("/details/notices_heard").asLong();
        backtest.bus().publish("backtest:results", "backtest_ended", "/api/backtests/" + id, Map.of());
        settled(before);
    }

    /** A notice that is not heard yet is sent before listening began, which the fixture waits for; so one is enough. */
    private void settled(long before) {
        Eventually.within(
                LONG,
                "the notice is heard",
                () -> get("/health").at("/details/notices_heard").asLong() > before);
        untilIdle();
    }

    void untilIdle() {
        Eventually.within(LONG, "the errands are done", () -> {
            JsonNode details = get("/health").get("details");
            return details.get("fetches_waiting").asInt() == 0
                    && details.get("fetches_busy").asInt() == 0;
        });
    }

    JsonNode alerts() {
        return get("/api/risk/alerts").get("alerts");
    }

    private interface Part {
        void declare(Routes routes);
    }

    private static Service served(Part part) {
        return new Service() {
            @Override
            public void routes(Routes routes) {
                part.declare(routes);
            }

            @Override
            public void close() {}
        };
    }

    private void contracts(Routes routes) {
        routes.get("/api/contracts/{symbol}").handle(request -> {
            Map<String, String> margins = Map.of("ES", "12000", "ZB", "4000");
            String margin = need(margins, request.path("symbol"));
            return Map.of(
                    "point_value", new BigDecimal("50"),
                    "initial_margin", new BigDecimal(margin),
                    "calendar", "CME_EQUITY");
        });
    }

    private void portfolios(Routes routes) {
        routes.get("/api/portfolios").anyQuery().handle(request -> list("portfolios", portfolios));
        routes.get("/api/portfolio/{id}").handle(request -> {
            ObjectNode one = need(portfolios, request.path("id"));
            return Map.of(
                    "id", Long.parseLong(request.path("id")),
                    "name", one.get("name"),
                    "initial_cash", new BigDecimal("100000.00"),
                    "cash", one.get("cash"),
                    "trades", one.get("trades").size(),
                    "open_positions", one.get("positions").size());
        });
        routes.get("/api/portfolio/{id}/performance").handle(request -> Map.of());
        routes.get("/api/portfolio/{id}/positions")
                .handle(request ->
                        Map.of("positions", need(portfolios, request.path("id")).get("positions")));
        routes.get("/api/portfolio/{id}/daily")
                .anyQuery()
                .handle(request -> PortfolioDays.of(
                        need(portfolios, request.path("id")), request.context().queryParam("by")));
    }

    private void backtests(Routes routes) {
        routes.get("/api/backtests").anyQuery().handle(request -> list("backtests", backtests));
        routes.get("/api/backtests/{id}").handle(request -> {
            ObjectNode one = need(backtests, request.path("id"));
            return Map.of(
                    "id", request.path("id"),
                    "state", "done",
                    "order",
                            Map.of(
                                    "strategy_name",
                                    "SimpleMAStrategy",
                                    "symbol",
                                    one.get("symbol").asText(),
                                    "initial_cash",
                                    new BigDecimal("100000")),
                    "result",
                            Map.of(
                                    "performance",
                                    Map.of(
                                            "total_trades", 2,
                                            "max_drawdown", new BigDecimal("-2500.00"),
                                            "max_drawdown_pct", new BigDecimal("-2.5"))));
        });
        routes.get("/api/backtests/{id}/daily")
                .handle(request -> need(backtests, request.path("id")).get("daily"));
        routes.get("/api/backtests/{id}/margin")
                .anyQuery()
                .handle(request ->
                        Map.of("peak", Map.of("margin", new BigDecimal("24000"), "equity", new BigDecimal("96000"))));
        routes.get("/api/backtests/{id}/trades")
                .handle(request -> List.of(
                        trip("LONG", 2, "2024-03-01T15:00:00Z", "2024-03-01T16:00:00Z"),
                        trip("LONG", 1, "2024-03-01T15:30:00Z", "2024-03-01T17:00:00Z"),
                        trip("SHORT", 2, "2024-03-01T17:00:00Z", "2024-03-01T17:00:00Z")));
    }

    private static Map<String, Object> trip(String side, int contracts, String entry, String exit) {
        BigDecimal gross = new BigDecimal(side.equals("LONG") ? contracts * 500 : contracts * -500);
        return Map.of(
                "side",
                side,
                "contracts",
                contracts,
                "symbol",
                "ES",
                "entry_time",
                entry,
                "exit_time",
                exit,
                "entry_price",
                5000,
                "exit_price",
                5010,
                "gross",
                gross,
                "net",
                gross);
    }

    private static <T> T need(Map<String, T> rows, String id) {
        if (!rows.containsKey(id)) {
            throw Problem.notFound("There is no " + id + ".");
        }
        return rows.get(id);
    }

    private static Map<String, Object> list(String name, Map<String, ?> rows) {
        return Map.of(name, rows.keySet().stream().map(id -> Map.of("id", id)).toList());
    }

    @Override
    public void close() {
        for (RunningService service : new RunningService[] {risk, backtest, portfolio, data}) {
            service.close();
        }
        redis.close();
    }
}
