package futures.portfolio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import futures.kit.RedisForTests;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Positions, days and parts of profit at prices of the data service; MES at 5 USD a point, 0.97 a contract. */
class MarkedToMarketTest {
    @TempDir
    static Path home;

    private static RedisForTests redis;
    private static PortfolioFixture fixture;

    @BeforeAll
    static void start() throws Exception {
        redis = RedisForTests.onFreePort();
        fixture = new PortfolioFixture(redis, home);
        fixture.startContracts();
        fixture.markets().close("MES", "2024-03-03T23:00:00Z", "5000.00");
        fixture.markets().close("MES", "2024-03-04T23:00:00Z", "5010.00");
        fixture.markets().close("MES", "2024-03-05T23:00:00Z", "4990.00");
        fixture.markets().close("MES", "2024-03-06T23:00:00Z", "5020.00");
    }

    @AfterAll
    static void stop() {
        fixture.close();
        redis.close();
    }

    private static JsonNode send(String portfolio, String query) {
        Client.Reply reply = fixture.tryOrder(portfolio, "symbol=MES&" + query);
        assertEquals(201, reply.status(), reply.text());
        return reply.json();
    }

    @Test
    void positionsHaveTheLastPriceItsTimeAndTheMarginOfTheDay() {
        String portfolio = fixture.portfolio("positions");
        JsonNode bought = send(portfolio, "action=BUY&quantity=2&price=5000&time=2024-03-04T15:00:00Z");
        assertEquals("1.94", bought.get("commission").asText());
        assertEquals("contract", bought.get("commission_from").asText());
        send(portfolio, "action=BUY&quantity=1&price=5006.25&time=2024-03-04T16:00:00Z&commission=1");
        JsonNode answer = fixture.get(portfolio + "/positions");
        JsonNode position = answer.at("/positions/0");
        assertEquals("5020.00", position.get("last_price").asText());
        assertEquals("2024-03-07T23:00:00Z", position.get("last_price_time").asText());
        // 2 x 20.00 x 5 + 1 x 13.75 x 5
        assertEquals("268.75", position.get("unrealized_pnl").asText());
        assertEquals("4950.00", position.get("initial_margin").asText());
        assertEquals(2, position.get("lots").size());
        JsonNode account = answer.get("account");
        assertEquals("100265.81", account.get("equity").asText());
        assertEquals("95315.81", account.get("margin_free").asText());
        fixture.order(portfolio, "SELL", 1, "5000");
        JsonNode unpriced = fixture.get(portfolio + "/positions");
        assertTrue(unpriced.at("/account/equity").isNull(), unpriced.toString());
        assertTrue(unpriced.at("/positions/0/unrealized_pnl").isNull());
        assertTrue(
                unpriced.at("/account/undefined/unrealized_pnl").asText().contains("no bars of ES"),
                unpriced.toString());
        assertEquals("268.75", unpriced.at("/positions/1/unrealized_pnl").asText());
    }

    /** It has no contract of its own and its name is not made of one, but its bars say whose prices they are. */
    @Test
    void aSeriesUnderANameOfItsOwnIsCountedAsItsProduct() {
        String portfolio = fixture.portfolio("own");
        fixture.markets().close("MES-MADE", "2024-03-06T23:00:00Z", "5001.00");
        Client.Reply reply = fixture.tryOrder(portfolio, "symbol=MES-MADE&action=BUY&quantity=1&price=5000");
        assertEquals("5", reply.json().get("point_value").asText(), reply.text());
        assertEquals("0.97", reply.json().get("commission").asText());
        assertEquals(
                "5.00",
                fixture.get(portfolio + "/positions")
                        .at("/positions/0/unrealized_pnl")
                        .asText());
    }

    private static List<String> days(JsonNode daily) {
        List<String> days = new ArrayList<>();
        daily.get("days")
                .forEach(day -> days.add(String.join(
                        " ",
                        day.get("date").asText(),
                        day.get("cash").asText(),
                        day.get("unrealized").asText(),
                        day.get("equity").asText(),
                        day.get("margin").asText())));
        return days;
    }

    /** Short 2 over two nights, the second one with one contract, from the evening of the 4th, which is the 5th's day. */
    @Test
    void daysAreMarkedAtTheirCloses() {
        String portfolio = fixture.portfolio("days");
        send(portfolio, "action=SELL&quantity=2&price=5005&commission=1&time=2024-03-04T23:30:00Z");
        send(portfolio, "action=BUY&quantity=1&price=5000&commission=1&time=2024-03-06T15:00:00Z");
        send(portfolio, "action=BUY&quantity=1&price=5015&commission=1&time=2024-03-07T15:00:00Z");
        JsonNode daily = fixture.get(portfolio + "/daily");
        assertEquals("all", daily.get("marked").asText());
        assertEquals(
                List.of(
                        "2024-03-05 99998.00 -50.00 99948.00 3000.00",
                        "2024-03-06 100022.00 75.00 100097.00 1650.00",
                        "2024-03-07 99971.00 0.00 99971.00 0.00"),
                days(daily));
        assertEquals("-126.00", daily.get("max_drawdown").asText());
    }

    @Test
    void roundTripsOfBatchesAreMarkedTooAndWhatHasNoClosesSaysSo() {
        String portfolio = fixture.portfolio("batches");
        String trip = "{\"symbol\":\"%s\",\"side\":\"LONG\",\"quantity\":1,\"entry_time\":\"2024-03-04T15:00:00Z\","
                + "\"entry_price\":5000,\"exit_time\":\"2024-03-06T15:00:00Z\",\"exit_price\":5001,\"gross\":5,"
                + "\"costs\":1.94,\"net\":3.06}";
        fixture.calls()
                .post(
                        portfolio + "/trades",
                        "{\"idempotency_key\":\"k\",\"trades\":[" + trip.formatted("MES") + "," + trip.formatted("XX")
                                + "]}");
        JsonNode daily = fixture.get(portfolio + "/daily");
        assertEquals("partly", daily.get("marked").asText(), daily.toString());
        assertEquals("[\"XX\"]", daily.at("/days/0/unmarked").toString());
        assertTrue(daily.at("/unmarked/XX").asText().contains("no contract XX"), daily.toString());
        assertEquals(
                List.of(
                        "2024-03-04 100000.00 0.00 100000.00 1500.00",
                        "2024-03-05 100000.00 50.00 100050.00 1500.00",
                        "2024-03-06 100006.12 0.00 100006.12 0.00"),
                days(daily));
    }

    /** "a" holds over two closes, "b" over the first of them. */
    @Test
    void daysArePartedByWhoseTheLotsAre() {
        String portfolio = fixture.portfolio("daily-parts");
        send(portfolio, "action=BUY&quantity=1&price=5000&commission=1&time=2024-03-04T15:00:00Z&strategy_name=b");
        send(portfolio, "action=BUY&quantity=2&price=5004&commission=1&time=2024-03-04T16:00:00Z&strategy_name=a");
        send(portfolio, "action=SELL&quantity=1&price=5002&commission=1&time=2024-03-05T15:00:00Z&strategy_name=b");
        JsonNode daily = fixture.get(portfolio + "/daily?by=strategy");
        List<String> rows = new ArrayList<>();
        for (JsonNode part : daily.get("parts")) {
            StringBuilder row = new StringBuilder(part.get("name").asText());
            part.get("days")
                    .forEach(day -> row.append(' ')
                            .append(day.get("date").asText().substring(8))
                            .append(':')
                            .append(day.get("profit").asText()));
            rows.add(row.append(" | ").append(part.get("unrealized").asText()).toString());
        }
        // closes are 5000, 5010, 4990 and 5020; b's commissions are 1 for each order
        assertEquals(
                List.of("b 04:-1.00 05:9.00 | 0.00", "a 04:-42.00 05:100.00 06:-200.00 07:300.00 | 160.00"),
                rows,
                daily.toString());
        assertEquals(
                "[{\"strategy_name\":\"a\",\"quantity\":2,\"unrealized_pnl\":160.00}]",
                fixture.get(portfolio + "/positions")
                        .at("/positions/0/strategies")
                        .toString());
    }

    @Test
    void partsOfProfitAndOfTheDeepestFallComeToTheWhole() {
        String portfolio = fixture.portfolio("parts");
        send(portfolio, "action=BUY&quantity=2&price=5000&commission=1&time=2024-03-04T15:00:00Z&strategy_name=a");
        send(portfolio, "action=SELL&quantity=1&price=5010&commission=1&time=2024-03-05T04:00:00Z&strategy_name=b");
        send(portfolio, "action=SELL&quantity=1&price=4980&commission=1&time=2024-03-05T20:59:00Z&strategy_name=b");
        send(portfolio, "action=SELL&quantity=1&price=4980&commission=1&time=2024-03-05T23:01:00Z");
        JsonNode whole = fixture.get(portfolio + "/attribution");
        // 100000, 99998, 100047, 99946, 99945: from the second order's 47 to the last one's commission.
        assertEquals("-102.00", whole.get("max_drawdown").asText(), whole.toString());
        assertEquals("2024-03-05T04:00:00Z", whole.get("peak_time").asText());
        assertEquals("-55.00", whole.get("net").asText());
        JsonNode a = whole.at("/groups/2");
        assertEquals(
                "a -52.00 -100.00",
                a.get("key").asText() + " " + a.get("net").asText() + " "
                        + a.get("drawdown_share").asText());
        assertEquals("50.0000", a.get("win_rate_pct").asText());
        for (String by : List.of("day", "month", "strategy", "symbol", "product", "contract", "session")) {
            JsonNode split = fixture.get(portfolio + "/attribution?by=" + by);
            BigDecimal net = BigDecimal.ZERO;
            BigDecimal fall = BigDecimal.ZERO;
            for (JsonNode group : split.get("groups")) {
                net = net.add(group.get("net").decimalValue());
                fall = fall.add(group.get("drawdown_share").decimalValue());
            }
            assertEquals(split.get("net").decimalValue(), net, by);
            assertEquals(split.get("max_drawdown").decimalValue(), fall, by);
        }
        JsonNode session = fixture.get(portfolio + "/attribution?by=session").get("groups");
        assertEquals(2, session.size(), session.toString());
        JsonNode days = fixture.get(portfolio + "/attribution?by=day").get("groups");
        assertEquals("2024-03-06", days.get(2).get("key").asText());
    }

    @Test
    void portfoliosAreComparedByTheirDays() {
        String first = fixture.portfolio("one");
        String second = fixture.portfolio("two");
        send(first, "action=BUY&quantity=1&price=5000&commission=0&time=2024-03-04T15:00:00Z");
        send(second, "action=SELL&quantity=2&price=5000&commission=0&time=2024-03-04T15:00:00Z");
        JsonNode compared = fixture.get(
                "/api/portfolios/compare?ids=" + first.replaceAll(".*/", "") + "," + second.replaceAll(".*/", ""));
        JsonNode one = compared.at("/portfolios/0");
        assertEquals("[1.000000,-1.000000]", one.get("correlations").toString());
        assertEquals("100100.00", one.get("equity").asText());
        // 0, -50, +50, -100 for both together
        assertEquals("-150.00", compared.get("combined_max_drawdown").asText(), compared.toString());
        assertEquals(400, fixture.calls().get("/api/portfolios/compare?ids=1").status());
        assertEquals(
                404, fixture.calls().get("/api/portfolios/compare?ids=1,999").status());
    }
}
