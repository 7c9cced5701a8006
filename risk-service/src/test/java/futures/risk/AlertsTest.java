package futures.risk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import futures.kit.Eventually;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** What is said when a limit is passed, and that it is said once. Each test has portfolios of its own. */
@TestInstance(Lifecycle.PER_CLASS)
class AlertsTest {
    private RiskFixture fixture;

    @BeforeAll
    void start(@TempDir Path home) throws Exception {
        fixture = new RiskFixture(home);
    }

    @AfterAll
    void stop() {
        fixture.close();
    }

    private JsonNode alerts(String subject, String id) {
        return fixture.get("/api/risk/alerts?subject=" + subject + "&subject_id=" + id)
                .get("alerts");
    }

    private static String limit(String scope, String id, String kind, String value) {
        return "{\"scope\": \"" + scope + "\", \"id\": \"" + id + "\", \"kind\": \"" + kind + "\", \"value\": " + value
                + "}";
    }

    @Test
    void aLossOfADayIsOneAlertAndTheNextDayAnother() throws Exception {
        fixture.portfolio("1");
        fixture.limits(limit("portfolio", "1", "daily_loss", "1000"));
        fixture.trade("1", "2024-03-05T15:00:00Z", "ES", "A", "-1000.00");
        fixture.tell("1");
        assertEquals(0, alerts("portfolio", "1").size(), "the limit is reached and not passed");

        fixture.trade("1", "2024-03-05T16:00:00Z", "ES", "A", "-0.01");
        fixture.tell("1");
        JsonNode alert = alerts("portfolio", "1").get(0);
        assertEquals("1000.01", alert.get("value").asText());
        assertEquals("2024-03-05", alert.get("period").asText());
        assertEquals("daily_loss", alert.at("/limit/kind").asText());
        assertEquals(1, alert.get("breaches").asInt());
        assertEquals(
                "daily_loss of portfolio 1 (p1) is 1000.01, the limit is 1000 (2024-03-05)",
                alert.get("message").asText());

        fixture.trade("1", "2024-03-05T17:00:00Z", "ES", "A", "-500.00");
        fixture.tell("1");
        fixture.restart();
        fixture.untilIdle();
        fixture.tell("1");
        assertEquals(1, alerts("portfolio", "1").size(), "the breach goes on, also over a restart");

        // 17:30 in Chicago is the next trading day.
        fixture.trade("1", "2024-03-05T23:30:00Z", "ES", "A", "-1200.00");
        fixture.trade("1", "2024-03-07T15:00:00Z", "ES", "A", "-1100.00");
        fixture.tell("1");
        JsonNode both = alerts("portfolio", "1").get(0);
        assertEquals(2, alerts("portfolio", "1").size());
        assertEquals("2024-03-06", both.get("period").asText(), "the worst of the new ones");
        assertEquals(2, both.get("breaches").asInt());

        JsonNode notice = fixture.heard().stream()
                .filter(one -> one.data().path("subject_id").asText().equals("1"))
                .findFirst()
                .orElseThrow()
                .data();
        assertEquals("1000.01", notice.get("value").asText());
        assertEquals(
                "/api/risk/alerts/" + alert.get("id").asText(),
                notice.get("href").asText());
        assertEquals(alert, fixture.get(notice.get("href").asText()));
    }

    @Test
    void whatIsHeldAlertsAgainOnlyAfterItWasBackWithin() {
        fixture.portfolio("2");
        fixture.limits(limit("symbol", "ES", "position", "2") + "," + limit("portfolio", "2", "margin_use", "50"));
        fixture.hold("2", "ESZ24", "SHORT", 3, "5000");
        fixture.tell("2");
        fixture.tell("2");
        JsonNode first = alerts("portfolio", "2");
        assertEquals(1, first.size(), first::toString);
        assertEquals(
                "position of symbol ES of portfolio 2 (p2) is 3, the limit is 2",
                first.at("/0/message").asText());

        fixture.hold("2", "ESZ24", "SHORT", 5, "5000");
        fixture.tell("2");
        JsonNode margin = alerts("portfolio", "2");
        assertEquals(2, margin.size(), margin::toString);
        assertEquals("margin_use", margin.at("/0/limit/kind").asText());
        assertEquals(
                "60", margin.at("/0/value").decimalValue().stripTrailingZeros().toPlainString());

        fixture.hold("2", "ESZ24", "SHORT", 0, "0");
        fixture.tell("2");
        fixture.hold("2", "ESZ24", "LONG", 4, "5000");
        fixture.tell("2");
        assertEquals(3, alerts("portfolio", "2").size());
    }

    @Test
    void aDrawdownIsOneBreachFromItsPeakOn() {
        fixture.portfolio("3");
        fixture.limits(limit("all", "", "drawdown", "2")
                .replace("\"id\": \"\",", "")
                .replace("2}", "2, \"unit\": \"percent\"}"));
        fixture.trade("3", "2024-03-04T15:00:00Z", "ES", "A", "500");
        fixture.trade("3", "2024-03-05T15:00:00Z", "ES", "A", "-2500");
        fixture.tell("3");
        fixture.trade("3", "2024-03-06T15:00:00Z", "ES", "A", "1500");
        fixture.trade("3", "2024-03-07T15:00:00Z", "ES", "A", "-2000");
        fixture.tell("3");
        JsonNode alerts = alerts("portfolio", "3");
        assertEquals(1, alerts.size(), alerts::toString);
        assertEquals("2024-03-04", alerts.at("/0/period").asText());
        assertEquals("2.487562", alerts.at("/0/value").asText(), "2500 of 100500");

        fixture.trade("3", "2024-03-08T15:00:00Z", "ES", "A", "4000");
        fixture.trade("3", "2024-03-11T15:00:00Z", "ES", "A", "-3000");
        fixture.tell("3");
        assertEquals("2024-03-08", alerts("portfolio", "3").at("/0/period").asText());
        assertEquals(2, alerts("portfolio", "3").size());
    }

    @Test
    void strategiesAreCheckedByThemselvesAndTogether() {
        fixture.portfolio("4");
        fixture.limits(limit("strategy", "calm", "weekly_loss", "100") + ","
                + limit("strategy", "calm", "correlation", "0.9"));
        for (int i = 1; i <= 28; i++) {
            String day = "2024-03-%02dT15:00:00Z".formatted(i);
            fixture.trade("4", day, "ES", "quick", i % 2 == 0 ? "200" : "-150");
            fixture.trade("4", day, "ZB", "calm", i % 2 == 0 ? "20" : "-15");
        }
        fixture.tell("4");
        JsonNode alerts = alerts("portfolio", "4");
        assertEquals(1, alerts.size(), alerts::toString);
        assertEquals("correlation", alerts.at("/0/limit/kind").asText());
        assertEquals(
                "1", alerts.at("/0/value").decimalValue().stripTrailingZeros().toPlainString());

        fixture.trade("4", "2024-04-23T15:00:00Z", "ZB", "calm", "-60");
        fixture.trade("4", "2024-04-25T15:00:00Z", "ZB", "calm", "-60");
        fixture.tell("4");
        JsonNode week = alerts("portfolio", "4").get(0);
        assertEquals("weekly_loss", week.at("/limit/kind").asText());
        assertEquals("2024-W17", week.get("period").asText());
        assertEquals("120.00", week.get("value").asText());
    }

    @Test
    void aBacktestIsCheckedWholeAndOnce() {
        fixture.limits(limit("strategy", "SimpleMAStrategy", "daily_loss", "900") + ","
                + limit("symbol", "ES", "position", "2") + "," + limit("symbol", "ES", "drawdown", "2499"));
        fixture.backtest(
                "bt-1",
                "ES.v.0@ratio",
                Map.of("2024-03-04", "-1000", "2024-03-05", "300", "2024-03-06", "-1400", "2024-03-07", "0"));
        fixture.tellBacktest("bt-1");
        fixture.tellBacktest("bt-1");
        JsonNode alerts = alerts("backtest", "bt-1");
        assertEquals(3, alerts.size(), alerts::toString);
        JsonNode day = alerts.get(2);
        assertEquals("1400", day.get("value").asText());
        assertEquals("2024-03-06", day.get("period").asText());
        assertEquals(2, day.get("breaches").asInt());
        assertEquals("3", alerts.get(1).get("value").asText(), "two and one at once");
        assertEquals("2500.00", alerts.get(0).get("value").asText(), "marked at every bar");
    }

    @Test
    void otherLimitsAreComparedWithWhatIsKnownAndThoseThatAreGoneAreForgotten() {
        fixture.portfolio("5");
        fixture.limits("");
        fixture.trade("5", "2024-03-05T15:00:00Z", "ES", "A", "-700");
        fixture.tell("5");
        assertEquals(0, alerts("portfolio", "5").size());
        fixture.limits(limit("portfolio", "5", "daily_loss", "500"));
        Eventually.within(
                RiskFixture.LONG, "the alert", () -> alerts("portfolio", "5").size() == 1);
        fixture.limits("");
        fixture.untilIdle();
        fixture.limits(limit("portfolio", "5", "daily_loss", "500"));
        Eventually.within(
                RiskFixture.LONG, "the alert", () -> alerts("portfolio", "5").size() == 2);
        fixture.removePortfolio("5");
        assertEquals(2, alerts("portfolio", "5").size(), "what was said stays");
        assertEquals(404, fixture.calls().get("/api/risk/portfolio/5/summary").status());
    }

    @Test
    void alertsArePagedAndAcknowledgedOnce() {
        fixture.portfolio("6");
        fixture.limits(limit("portfolio", "6", "daily_loss", "1") + "," + limit("portfolio", "6", "drawdown", "1") + ","
                + limit("portfolio", "6", "weekly_loss", "1"));
        fixture.trade("6", "2024-03-05T15:00:00Z", "ES", "A", "-2");
        fixture.tell("6");
        String list = "/api/risk/alerts?subject=portfolio&subject_id=6";
        JsonNode page = fixture.get(list + "&limit=2");
        JsonNode rest =
                fixture.get(list + "&limit=2&cursor=" + page.get("cursor").asText());
        assertEquals(2, page.get("alerts").size());
        assertEquals(1, rest.get("alerts").size());
        assertTrue(rest.get("cursor").isNull());
        String one = "/api/risk/alerts/" + rest.at("/alerts/0/id").asText();

        JsonNode seen = fixture.calls()
                .post(one + "/acknowledge?note=closed%20it", null)
                .json();
        assertFalse(seen.get("acknowledged").isNull());
        assertEquals("closed it", seen.get("note").asText());
        assertEquals(
                seen,
                fixture.calls().post(one + "/acknowledge?note=again", null).json());
        assertEquals(2, fixture.get(list + "&acknowledged=false").get("alerts").size());
        assertEquals(seen, fixture.get(list + "&acknowledged=true").at("/alerts/0"));
        assertEquals(404, fixture.calls().get("/api/risk/alerts/99999").status());
        assertEquals(404, fixture.calls().get("/api/risk/alerts/x").status());
        assertEquals(
                400, fixture.calls().post(one + "/acknowledge?note=a%0Ab", null).status());
    }
}
