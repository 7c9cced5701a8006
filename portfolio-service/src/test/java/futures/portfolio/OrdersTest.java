package futures.portfolio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import futures.kit.RedisForTests;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OrdersTest {
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
        portfolio = fixture.portfolio("orders");
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    @Test
    void openingMovesOnlyTheCommission() {
        JsonNode first = fixture.order(portfolio, "BUY", 2, "5000.00");
        assertEquals("4.00", first.get("commission").asText());
        assertEquals("99996.00", first.get("cash").asText());
        JsonNode second = fixture.order(portfolio, "BUY", 1, "5010.00");
        assertEquals("99994.00", second.get("cash").asText());
        assertPosition(second, "LONG", 3, "5003.3333333333");
        assertEquals("6.00", second.at("/position/open_costs").asText());
    }

    /** The example of FifoMatch: it closes two lots at different gains and turns the position round. */
    @Test
    void anOrderClosesOldestFirstAndFlipsThroughZero() {
        fixture.order(portfolio, "BUY", 2, "5000.00");
        fixture.order(portfolio, "BUY", 1, "5010.00");
        JsonNode turn = fixture.order(portfolio, "SELL", 4, "5005.00");
        List<String> closed = new ArrayList<>();
        turn.get("closed")
                .forEach(trade -> closed.add(String.join(
                        " ",
                        trade.get("side").asText(),
                        trade.get("quantity").asText(),
                        trade.get("entry_price").asText(),
                        trade.get("exit_price").asText(),
                        trade.get("gross").asText(),
                        trade.get("costs").asText(),
                        trade.get("net").asText())));
        assertEquals(
                List.of("LONG 2 5000 5005.00 500.00 8.00 492.00", "LONG 1 5010 5005.00 -250.00 4.00 -254.00"), closed);
        assertPosition(turn, "SHORT", 1, "5005");
        assertEquals("100236.00", turn.get("cash").asText());
        JsonNode flat = fixture.order(portfolio, "BUY", 1, "5000.25");
        assertEquals("237.50", flat.at("/closed/0/gross").asText());
        assertEquals("FLAT", flat.at("/position/side").asText());
        assertTrue(flat.at("/position/average_price").isNull());
        assertEquals("487.50", flat.at("/position/realized_pnl").asText());
        assertEquals("100471.50", fixture.get(portfolio).get("cash").asText());
        assertEquals(0, fixture.get(portfolio + "/positions").get("positions").size());
    }

    @Test
    void closeActionsOnlyCloseWhatIsThere() {
        refused(422, "action=CLOSE_LONG&quantity=1", "the position is flat");
        fixture.order(portfolio, "SELL", 3, "5000");
        refused(422, "action=CLOSE_LONG&quantity=1", "the position is SHORT 3. Only an open LONG position");
        refused(422, "action=CLOSE_SHORT&quantity=4", "Close 3 at most");
        fixture.order(portfolio, "CLOSE_SHORT", 1, "4999");
        Client.Reply rest = fixture.tryOrder(portfolio, "symbol=ES&price=4998&action=close_short");
        assertEquals(2, rest.json().get("quantity").asInt(), rest.text());
        assertEquals("FLAT", rest.json().at("/position/side").asText());
        assertEquals("250.00", rest.json().at("/position/realized_pnl").asText());
    }

    @Test
    void commissionsThatDoNotDivideEvenlyAreSharedToTheCent() {
        String odd = "symbol=ES&point_value=50&commission=0.335&price=5000&action=";
        assertEquals(
                "1.00",
                fixture.tryOrder(portfolio, odd + "BUY&quantity=3")
                        .json()
                        .get("commission")
                        .asText());
        long cents = 0;
        for (int i = 0; i < 3; i++) {
            JsonNode reply =
                    fixture.tryOrder(portfolio, odd + "SELL&quantity=1").json();
            assertEquals("0.34", reply.get("commission").asText());
            cents +=
                    reply.at("/closed/0/costs").decimalValue().movePointRight(2).longValueExact();
        }
        assertEquals(100 + 3 * 34, cents);
        assertEquals("99997.98", fixture.get(portfolio).get("cash").asText());
        assertEquals("2.02", fixture.get(portfolio).get("commissions").asText());
    }

    @Test
    void theDataServiceSaysThePointValueUnlessItIsGivenOrHeld() throws Exception {
        String es = "symbol=ES&action=BUY&quantity=1&price=5000";
        Client.Reply down = fixture.tryOrder(portfolio, es);
        assertEquals(503, down.status(), down.text());
        assertTrue(down.text().contains("add the parameter point_value"), down.text());
        fixture.startContracts();
        Client.Reply asked = fixture.tryOrder(portfolio, es);
        assertEquals("50", asked.json().get("point_value").asText(), asked.text());
        assertEquals("2.50", asked.json().get("commission").asText());
        Client.Reply unknown = fixture.tryOrder(portfolio, es.replace("ES", "EZ"));
        assertEquals(404, unknown.status());
        assertTrue(unknown.text().contains("There is no contract EZ"), unknown.text());
        for (String symbol : List.of("ESZ24", "ESH2025", "ES.v.0", "ES.c.1@ratio")) {
            Client.Reply dated = fixture.tryOrder(portfolio, es.replace("ES", symbol));
            assertEquals("50", dated.json().get("point_value").asText(), dated.text());
        }
        fixture.stopContracts();
        assertEquals(
                201,
                fixture.tryOrder(portfolio, es.replace("BUY", "CLOSE_LONG")).status());
        assertEquals(201, fixture.tryOrder(portfolio, es + "&point_value=5").status());
        Client.Reply other = fixture.tryOrder(portfolio, es + "&point_value=50");
        assertEquals(422, other.status());
        assertTrue(other.text().contains("has a point value of 5"), other.text());
        assertEquals(7, fixture.get("/api/stats").get("orders").asInt());
    }

    @Test
    void ordersOfASymbolComeInTheOrderOfTime() {
        String at = "symbol=ES&point_value=50&quantity=1&price=5000&action=BUY&time=";
        assertEquals(
                201, fixture.tryOrder(portfolio, at + "2024-03-28T14:30:00Z").status());
        Client.Reply earlier = fixture.tryOrder(portfolio, at + "2024-03-28T09:29:59-05:00");
        assertEquals(422, earlier.status());
        assertTrue(earlier.text().contains("2024-03-28T14:30:00Z"), earlier.text());
        assertEquals(
                201,
                fixture.tryOrder(portfolio, at + "2024-03-28T09:30:00-05:00").status());
        assertEquals(
                "2024-03-28T14:30:00Z",
                fixture.get(portfolio + "/positions")
                        .at("/positions/0/opened_at")
                        .asText());
    }

    @Test
    void wrongInputIsRefusedWithTheFieldAndRecordsNothing() {
        Map<String, String> wrong = Map.ofEntries(
                Map.entry("symbol=ES&action=BUY&price=1", "quantity"),
                Map.entry("symbol=ES&action=BUY&price=1&quantity=0", "quantity"),
                Map.entry("symbol=ES&action=BUY&price=1&quantity=1.5", "quantity"),
                Map.entry("symbol=ES&action=HOLD&price=1&quantity=1", "action"),
                Map.entry("symbol=%20&action=BUY&price=1&quantity=1", "symbol"),
                Map.entry("symbol=ES&action=BUY&quantity=1", "price"),
                Map.entry("symbol=ES&action=BUY&quantity=1&price=1e-999999999", "price"),
                Map.entry("symbol=ES&action=BUY&quantity=1&price=NaN", "price"),
                Map.entry("symbol=ES&action=BUY&quantity=1&price=1&commission=-1", "commission"),
                Map.entry("symbol=ES&action=BUY&quantity=1&price=1&point_value=0", "point_value"),
                Map.entry("symbol=ES&action=BUY&quantity=1&price=1&time=yesterday", "time"),
                Map.entry("symbol=ES&action=BUY&quantity=1&price=1&time=1066-10-14T12:00:00Z", "time"),
                Map.entry("symbol=ES&action=BUY&quantity=1&price=1&qty=1", "qty"));
        wrong.forEach((query, field) -> {
            Client.Reply reply = fixture.tryOrder(portfolio, query);
            assertEquals(400, reply.status(), query + " -> " + reply.text());
            assertEquals(field, reply.json().at("/errors/0/field").asText(), query);
        });
        assertEquals(0, fixture.get("/api/stats").get("orders").asInt());
    }

    @Test
    void amountsBeyondAnyAccountAreRefusedWhole() {
        String huge = "symbol=ES&point_value=1000000000&commission=0&quantity=100000&action=";
        assertEquals(201, fixture.tryOrder(portfolio, huge + "BUY&price=0").status());
        Client.Reply reply = fixture.tryOrder(portfolio, huge + "SELL&price=1000000000");
        assertEquals(422, reply.status(), reply.text());
        assertEquals("100000.00", fixture.get(portfolio).get("cash").asText());
        assertEquals(
                100000,
                fixture.get(portfolio + "/positions")
                        .at("/positions/0/quantity")
                        .asInt());
    }

    /** Crude oil settled at -37.63 on 2020-04-20. */
    @Test
    void pricesMayBeNegative() {
        String cl = "symbol=CL&point_value=1000&commission=0&quantity=1&action=";
        assertEquals(201, fixture.tryOrder(portfolio, cl + "BUY&price=1.10").status());
        Client.Reply sold = fixture.tryOrder(portfolio, cl + "SELL&price=-37.63");
        assertEquals("-38730.00", sold.json().at("/closed/0/gross").asText());
    }

    /** ZT moves in ticks of 7.8125 USD: half cents go to the even cent. */
    @Test
    void fractionsOfACentAreRoundedOncePerLot() {
        String zt = "symbol=ZT&point_value=2000&commission=0&action=";
        assertEquals(
                201,
                fixture.tryOrder(portfolio, zt + "BUY&quantity=1&price=100").status());
        assertEquals(
                201,
                fixture.tryOrder(portfolio, zt + "BUY&quantity=2&price=100").status());
        JsonNode sold = fixture.tryOrder(portfolio, zt + "SELL&quantity=3&price=100.00390625")
                .json();
        assertEquals("7.81", sold.at("/closed/0/gross").asText());
        assertEquals("15.62", sold.at("/closed/1/gross").asText());
        assertEquals("100023.43", sold.get("cash").asText());
    }

    @Test
    void anOrderWithAKeyIsRecordedOnce() {
        String query = portfolio + "/trade?symbol=ES&point_value=50&action=BUY&quantity=1&price=5000";
        Map<String, String> key = Map.of("Idempotency-Key", "order-1");
        Client.Reply first = fixture.calls().send("POST", query, null, key);
        Client.Reply again = fixture.calls().send("POST", query, null, key);
        assertEquals(201, again.status());
        assertEquals(first.text(), again.text());
        assertEquals(1, fixture.get("/api/stats").get("orders").asInt());
        Client.Reply other = fixture.calls().send("POST", query + "&commission=1", null, key);
        assertEquals(409, other.status(), other.text());
    }

    private void refused(int status, String query, String reason) {
        Client.Reply reply = fixture.tryOrder(portfolio, "symbol=ES&point_value=50&price=5000&" + query);
        assertEquals(status, reply.status(), reply.text());
        assertTrue(reply.text().contains(reason), reply.text());
    }

    private static void assertPosition(JsonNode reply, String side, int quantity, String average) {
        JsonNode position = reply.get("position");
        assertEquals(side, position.get("side").asText());
        assertEquals(quantity, position.get("quantity").asInt());
        assertEquals(average, position.get("average_price").asText());
    }
}
