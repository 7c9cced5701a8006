package futures.portfolio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import futures.kit.RedisForTests;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Entries that take others back, and batches of orders; on ES at 50 USD a point and 2.00 a contract. */
class CorrectionsTest {
    @TempDir
    static Path home;

    private static RedisForTests redis;
    private static PortfolioFixture fixture;

    @BeforeAll
    static void start() throws Exception {
        redis = RedisForTests.onFreePort();
        fixture = new PortfolioFixture(redis, home);
    }

    @AfterAll
    static void stop() {
        fixture.close();
        redis.close();
    }

    private static Client.Reply post(String path) {
        return fixture.calls().post(path, null);
    }

    private static List<String> trades(String portfolio) {
        List<String> trades = new ArrayList<>();
        fixture.get(portfolio + "/trades")
                .get("trades")
                .forEach(trade -> trades.add(String.join(
                        " ",
                        trade.get("side").asText(),
                        trade.get("quantity").asText(),
                        trade.get("entry_price").asText(),
                        trade.get("exit_price").asText(),
                        trade.get("gross").asText())));
        return trades;
    }

    /** Bought 2 at 5000 and 1 at 5010, sold 2 at 5005: without the first order the second's lot is what the sale closes. */
    @Test
    void aReversedOrderStaysAndTheOthersAreMatchedAnew() {
        String portfolio = fixture.portfolio("reversed");
        long first = fixture.order(portfolio, "BUY", 2, "5000").get("fill_id").asLong();
        fixture.order(portfolio, "BUY", 1, "5010");
        long sale = fixture.order(portfolio, "SELL", 2, "5005").get("fill_id").asLong();
        assertEquals(List.of("LONG 2 5000 5005 500.00"), trades(portfolio));
        Client.Reply reply = post(portfolio + "/orders/" + first + "/reverse?reason=typed%20twice");
        assertEquals(201, reply.status(), reply.text());
        JsonNode reversal = reply.json();
        assertEquals(first, reversal.get("order_id").asLong());
        assertEquals("[" + sale + "]", reversal.get("changed_orders").toString());
        // Gross from 500 to -250, and the commission of 4.00 comes back.
        assertEquals("-746.00", reversal.get("cash_change").asText());
        assertEquals(List.of("LONG 1 5010 5005 -250.00"), trades(portfolio));
        JsonNode position = fixture.get(portfolio + "/positions").at("/positions/0");
        assertEquals("SHORT 1", position.get("side").asText() + " " + position.get("quantity"));
        JsonNode orders = fixture.get(portfolio + "/orders").get("orders");
        assertEquals(3, orders.size());
        assertEquals(reversal.get("id"), orders.get(2).get("reversed_by"));
        assertTrue(orders.get(0).get("reversed_by").isNull());
        assertEquals("-250.00", orders.get(0).get("realized_pnl").asText());
        JsonNode listed = fixture.get(portfolio + "/reversals").at("/reversals/0");
        assertEquals("typed twice", listed.get("reason").asText());
        Client.Reply again = post(portfolio + "/orders/" + first + "/reverse");
        assertEquals(409, again.status(), again.text());
        assertEquals(404, post(portfolio + "/orders/999/reverse").status());
    }

    @Test
    void aReversalThatALaterCloseCannotStandIsRefused() {
        String portfolio = fixture.portfolio("stands");
        long bought = fixture.order(portfolio, "BUY", 2, "5000").get("fill_id").asLong();
        long closed =
                fixture.order(portfolio, "CLOSE_LONG", 2, "5001").get("fill_id").asLong();
        JsonNode before = fixture.get(portfolio);
        Client.Reply refused = post(portfolio + "/orders/" + bought + "/reverse");
        assertEquals(422, refused.status(), refused.text());
        assertTrue(refused.text().contains("Without order " + bought + ", order " + closed), refused.text());
        assertTrue(refused.text().contains("the position is flat"), refused.text());
        assertEquals(before, fixture.get(portfolio));
        assertEquals(0, fixture.get(portfolio + "/reversals").get("reversals").size());
        assertEquals(201, post(portfolio + "/orders/" + closed + "/reverse").status());
        assertEquals(201, post(portfolio + "/orders/" + bought + "/reverse").status());
        assertEquals("100000.00", fixture.get(portfolio).get("cash").asText());
        assertEquals(0, fixture.get(portfolio).get("open_positions").asInt());
    }

    @Test
    void aCorrectedOrderTakesItsPlace() {
        String portfolio = fixture.portfolio("replaced");
        long bought = fixture.order(portfolio, "BUY", 2, "5000").get("fill_id").asLong();
        fixture.order(portfolio, "CLOSE_LONG", 2, "5010");
        Client.Reply replaced = post(portfolio + "/orders/" + bought + "/replace?price=5002.50");
        assertEquals(201, replaced.status(), replaced.text());
        assertEquals("-250.00", replaced.json().get("cash_change").asText());
        assertEquals(List.of("LONG 2 5002.5 5010 750.00"), trades(portfolio));
        long instead = replaced.json().get("replacement_id").asLong();
        Client.Reply fewer = post(portfolio + "/orders/" + instead + "/replace?quantity=1");
        assertEquals(422, fewer.status(), fewer.text());
        assertTrue(fewer.text().contains("Close 1 at most"), fewer.text());
        assertEquals(400, post(portfolio + "/orders/" + instead + "/replace").status());
    }

    @Test
    void roundTripsOfABatchAreReversedThoseOfOrdersAreNot() {
        String portfolio = fixture.portfolio("trips");
        fixture.calls()
                .post(
                        portfolio + "/trades",
                        BatchesTest.json(
                                "k", BatchesTest.trip(1, "112.50", "5.00"), BatchesTest.trip(2, "10.00", "0")));
        long trip = fixture.get(portfolio + "/trades").at("/trades/0/id").asLong();
        Client.Reply reversed = post(portfolio + "/trades/" + trip + "/reverse");
        assertEquals("-107.50", reversed.json().get("cash_change").asText(), reversed.text());
        assertEquals("100010.00", fixture.get(portfolio).get("cash").asText());
        assertEquals(
                1, fixture.get(portfolio + "/performance").get("total_trades").asInt());
        assertEquals(409, post(portfolio + "/trades/" + trip + "/reverse").status());
        long order = fixture.order(portfolio, "BUY", 1, "5000").get("fill_id").asLong();
        long made =
                fixture.order(portfolio, "SELL", 1, "5001").at("/closed/0/id").asLong();
        Client.Reply refused = post(portfolio + "/trades/" + made + "/reverse");
        assertEquals(422, refused.status(), refused.text());
        assertTrue(refused.text().contains("order " + order + ", which opened it"), refused.text());
    }

    private static String batch(String key, String... orders) {
        return "{\"idempotency_key\":\"" + key + "\",\"source\":\"test\",\"orders\":[" + String.join(",", orders)
                + "]}";
    }

    private static String order(String action, int quantity, String price, String time) {
        return "{\"symbol\":\"ES\",\"action\":\"" + action + "\",\"quantity\":" + quantity + ",\"price\":" + price
                + ",\"time\":\"2024-03-05T" + time + "Z\",\"costs\":2.00,\"point_value\":50}";
    }

    @Test
    void aBatchOfOrdersIsSortedInAndIsRecordedOnce() {
        String portfolio = fixture.portfolio("batched");
        String body = batch("b1", order("SELL", 1, "5010", "15:00:00"), order("BUY", 1, "5000", "14:30:00"));
        Client.Reply first = fixture.calls().post(portfolio + "/orders", body);
        assertEquals(201, first.status(), first.text());
        assertEquals("100496.00", first.json().get("cash").asText());
        assertEquals("4.00", first.json().get("commission").asText());
        assertEquals(List.of("LONG 1 5000 5010 500.00"), trades(portfolio));
        assertEquals(
                first.text(), fixture.calls().post(portfolio + "/orders", body).text());
        // One that was forgotten comes before both: what was a long round trip becomes two short ones.
        Client.Reply late =
                fixture.calls().post(portfolio + "/orders", batch("b2", order("SELL", 2, "5020", "14:00:00")));
        assertEquals(201, late.status(), late.text());
        assertEquals(List.of("SHORT 1 5020 5000 1000.00"), trades(portfolio));
        assertEquals(2, late.json().get("changed_orders").size(), late.text());
        assertEquals("SHORT", late.json().at("/positions/0/side").asText());
        assertEquals(2, late.json().at("/positions/0/quantity").asInt());
    }

    @Test
    void aBatchWithOneImpossibleOrderRecordsNothing() {
        String portfolio = fixture.portfolio("whole");
        Client.Reply refused = fixture.calls()
                .post(
                        portfolio + "/orders",
                        batch("b", order("BUY", 1, "5000", "14:30:00"), order("CLOSE_LONG", 2, "5001", "14:31:00")));
        assertEquals(422, refused.status(), refused.text());
        assertTrue(refused.text().contains("orders[1] (CLOSE_LONG 2 ES"), refused.text());
        Client.Reply wrong =
                fixture.calls().post(portfolio + "/orders", batch("b", order("HOLD", 0, "5000", "14:30:00")));
        assertEquals(422, wrong.status());
        assertEquals("orders[0].action", wrong.json().at("/errors/0/field").asText(), wrong.text());
        assertEquals(0, fixture.get(portfolio + "/orders").get("orders").size());
        assertEquals("100000.00", fixture.get(portfolio).get("cash").asText());
    }
}
