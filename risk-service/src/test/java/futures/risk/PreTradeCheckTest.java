package futures.risk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import futures.kit.Calls;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** Orders before they are sent, for portfolios and for accounts that somebody describes. */
@TestInstance(Lifecycle.PER_CLASS)
class PreTradeCheckTest {
    private RiskFixture fixture;

    @BeforeAll
    void start(@TempDir Path home) throws Exception {
        fixture = new RiskFixture(home);
    }

    @AfterAll
    void stop() {
        fixture.close();
    }

    private JsonNode check(String order) {
        Calls.Reply reply = fixture.calls().post("/api/risk/check", order);
        assertEquals(200, reply.status(), reply.text());
        return reply.json();
    }

    /** Lots are closed oldest first, whoever opened them. */
    @Test
    void aLimitOfAStrategyIsAboutItsOwnLots() {
        fixture.portfolio("11");
        fixture.hold("11", "ES", "LONG", 3, "5000", "other");
        fixture.limits("{\"scope\": \"strategy\", \"id\": \"own\", \"kind\": \"position\", \"value\": 2}");
        String order = "{\"portfolio_id\": 11, \"symbol\": \"ES\", \"price\": 5000, \"strategy_name\": \"own\", ";
        JsonNode fits = check(order + "\"side\": \"BUY\", \"contracts\": 2}");
        assertTrue(fits.get("approved").asBoolean(), fits::toString);
        assertEquals("2", fits.at("/checked/0/value").asText());
        assertFalse(check(order + "\"side\": \"BUY\", \"contracts\": 3}")
                .get("approved")
                .asBoolean());
        JsonNode turned = check(order + "\"side\": \"SELL\", \"contracts\": 5}");
        assertEquals(3, turned.get("closes").asInt());
        assertEquals("2", turned.at("/checked/0/value").asText());
        fixture.hold("11", "ES", "LONG", 3, "5000", "own");
        assertFalse(check(order + "\"side\": \"BUY\", \"contracts\": 1}")
                .get("approved")
                .asBoolean());
    }

    @Test
    void anOrderOfAPortfolioIsHeldAgainstAllThatCoversIt() {
        fixture.portfolio("1");
        fixture.trade("1", "2024-03-05T15:00:00Z", "ES", "calm", "-800");
        fixture.hold("1", "ES", "LONG", 1, "5000");
        fixture.limits("{\"scope\": \"portfolio\", \"id\": \"1\", \"kind\": \"daily_loss\", \"value\": 1000},"
                + "{\"scope\": \"symbol\", \"id\": \"ES\", \"kind\": \"position\", \"value\": 2},"
                + "{\"scope\": \"all\", \"kind\": \"margin_use\", \"value\": 30},"
                + "{\"scope\": \"strategy\", \"id\": \"calm\", \"kind\": \"weekly_loss\", \"value\": 700},"
                + "{\"scope\": \"portfolio\", \"id\": \"2\", \"kind\": \"position\", \"value\": 0}");
        String day = "\"time\": \"2024-03-05T18:00:00Z\"";

        JsonNode fits = check("{\"portfolio_id\": 1, \"symbol\": \"ES\", \"side\": \"BUY\", \"contracts\": 1,"
                + " \"price\": 5000, \"stop\": 4996, " + day + "}");
        assertTrue(fits.get("approved").asBoolean(), fits::toString);
        assertEquals("200", fits.get("risk").asText());
        assertEquals(3, fits.get("checked").size(), fits::toString);
        // 24000 of 99200
        assertEquals("24.193548", fits.at("/checked/2/value").asText());

        JsonNode refused = check("{\"portfolio_id\": 1, \"symbol\": \"ES\", \"side\": \"BUY\", \"contracts\": 2,"
                + " \"price\": 5000, \"stop\": 4996, \"strategy_name\": \"calm\", " + day + "}");
        assertFalse(refused.get("approved").asBoolean());
        assertEquals(4, refused.get("reasons").size(), refused::toString);
        assertEquals(
                "daily_loss: 800.00 is lost and the stop would make it 1200.00, the limit is 1000",
                refused.at("/reasons/0/reason").asText());
        assertEquals(
                "position would be 3 contracts, the limit is 2 contracts",
                refused.at("/reasons/1/reason").asText());
        assertEquals(
                "weekly_loss: 800.00 is lost already, the limit is 700",
                refused.at("/reasons/3/reason").asText());

        JsonNode nextDay = check("{\"portfolio_id\": 1, \"symbol\": \"ES\", \"side\": \"BUY\", \"contracts\": 1,"
                + " \"price\": 5000, \"stop\": 4981, \"time\": \"2024-03-05T23:30:00Z\"}");
        assertTrue(nextDay.get("approved").asBoolean(), "the loss was of the day before: " + nextDay);
    }

    @Test
    void whatOnlyClosesIsAlwaysApproved() {
        fixture.portfolio("3");
        fixture.hold("3", "ES", "SHORT", 3, "5000");
        fixture.limits("{\"scope\": \"all\", \"kind\": \"position\", \"value\": 0}");
        String order = "{\"portfolio_id\": 3, \"symbol\": \"ES\", \"side\": \"BUY\", \"contracts\": %d, \"price\": 1}";
        JsonNode closing = check(order.formatted(3));
        assertTrue(closing.get("approved").asBoolean());
        assertEquals(3, closing.get("closes").asInt());
        assertEquals(0, closing.get("opens").asInt());
        JsonNode turning = check(order.formatted(4));
        assertFalse(turning.get("approved").asBoolean());
        assertEquals(1, turning.get("opens").asInt());
    }

    @Test
    void whatIsMissingOrWrongIsSaid() {
        fixture.limits("{\"scope\": \"all\", \"kind\": \"weekly_loss\", \"value\": 100}");
        JsonNode unknown = check("{\"account\": {\"equity\": 1000}, \"symbol\": \"ES\", \"side\": \"SELL\","
                + " \"contracts\": 1, \"price\": 5000}");
        assertEquals(
                "weekly_loss cannot be checked: equity at the start of the week is not known",
                unknown.at("/reasons/0/reason").asText());
        Calls.Reply wrong = fixture.calls()
                .post(
                        "/api/risk/check",
                        "{\"symbol\": \"E S\", \"side\": \"buy\", \"contracts\": 0, \"price\": 1e30, \"commission\": -1}");
        assertEquals(422, wrong.status(), wrong.text());
        assertEquals(6, wrong.json().get("errors").size(), wrong.text());
        assertEquals(
                422,
                fixture.calls()
                        .post(
                                "/api/risk/check",
                                "{\"account\": {}, \"symbol\": \"ES\", \"side\": \"BUY\", \"contracts\": 1,"
                                        + " \"price\": 10, \"stop\": 11}")
                        .status());
        assertEquals(
                404,
                fixture.calls()
                        .post(
                                "/api/risk/check",
                                "{\"portfolio_id\": 99, \"symbol\": \"ES\", \"side\": \"BUY\", \"contracts\": 1,"
                                        + " \"price\": 10}")
                        .status());
        Calls.Reply noContract = fixture.calls()
                .post(
                        "/api/risk/check",
                        "{\"account\": {}, \"symbol\": \"XX\", \"side\": \"BUY\", \"contracts\": 1, \"price\": 10}");
        assertEquals(422, noContract.status(), noContract.text());
        assertEquals("point_value", noContract.json().at("/errors/0/field").asText());
    }

    /** Approved orders, carried out and stopped out in whole cents, stay within; refused ones would not. */
    @Test
    void noApprovedOrderPassesALimitByItself() {
        fixture.limits("{\"scope\": \"all\", \"kind\": \"daily_loss\", \"value\": 1500},"
                + "{\"scope\": \"symbol\", \"id\": \"ES\", \"kind\": \"position\", \"value\": 4},"
                + "{\"scope\": \"all\", \"kind\": \"margin_use\", \"value\": 45}");
        Random random = new Random(7);
        int approved = 0;
        for (int i = 0; i < 150; i++) {
            int held = random.nextInt(9) - 4;
            int sign = random.nextBoolean() ? 1 : -1;
            int contracts = 1 + random.nextInt(5);
            int points = 1 + random.nextInt(12);
            long equity = 99_000L + random.nextInt(1500);
            JsonNode answer = check(("{\"account\": {\"equity\": %d, \"day_start_equity\": 100000, \"positions\":"
                            + " [{\"symbol\": \"ESZ24\", \"contracts\": %d, \"price\": 5000, \"point_value\": 50}]},"
                            + " \"symbol\": \"ESZ24\", \"side\": \"%s\", \"contracts\": %d, \"price\": 5000,"
                            + " \"stop\": %d, \"commission\": 2}")
                    .formatted(equity, held, sign > 0 ? "BUY" : "SELL", contracts, 5000 - sign * points));
            int after = held + sign * contracts;
            int opens = held * sign >= 0 ? contracts : Math.max(0, contracts - Math.abs(held));
            long lost = 100_000 - equity + 2L * contracts + opens * (50L * points + 2);
            boolean within = lost <= 1500
                    && 100_000 - equity < 1500
                    && Math.abs(after) <= 4
                    && Math.abs(after) * 12_000L * 100 <= 45 * equity;
            assertEquals(opens == 0 || within, answer.get("approved").asBoolean(), answer::toString);
            approved += opens > 0 && within ? 1 : 0;
        }
        assertTrue(approved > 20, approved + " approved");
    }

    @Test
    void aRunIsGivenTheTightestOfAllThatCoverIt() {
        fixture.limits("{\"scope\": \"all\", \"kind\": \"daily_loss\", \"value\": 1000},"
                + "{\"scope\": \"portfolio\", \"id\": \"3\", \"kind\": \"daily_loss\", \"value\": 800},"
                + "{\"scope\": \"strategy\", \"id\": \"A\", \"kind\": \"position\", \"value\": 3},"
                + "{\"scope\": \"symbol\", \"id\": \"ES\", \"kind\": \"position\", \"value\": 2},"
                + "{\"scope\": \"all\", \"kind\": \"correlation\", \"value\": 0.5},"
                + "{\"scope\": \"all\", \"kind\": \"drawdown\", \"value\": 7, \"unit\": \"percent\"}");
        JsonNode run = fixture.get("/api/risk/limits/run?portfolio_id=3&strategy_name=A&symbol=ES.v.0@diff");
        assertEquals(
                "{\"max_contracts\":2,\"daily_loss\":800,\"drawdown_pct\":7}",
                run.get("limits").toString());
        assertEquals(
                "correlation: a run has no past to take a correlation from",
                run.at("/left_out/0").asText());
        assertEquals(
                "{\"daily_loss\":1000,\"drawdown_pct\":7}",
                fixture.get("/api/risk/limits/run").get("limits").toString());
    }
}
