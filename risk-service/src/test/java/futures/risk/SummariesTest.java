package futures.risk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import futures.kit.Eventually;
import futures.kit.json.Json;
import futures.wire.risk.RiskSummary;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** Summaries that nobody asked for are there when somebody does. */
@TestInstance(Lifecycle.PER_CLASS)
class SummariesTest {
    private RiskFixture fixture;

    @BeforeAll
    void start(@TempDir Path home) throws Exception {
        fixture = new RiskFixture(home);
    }

    @AfterAll
    void stop() {
        fixture.close();
    }

    @Test
    void aFinishedBacktestHasItsSummaryWithItsDistanceToEachLimit() {
        fixture.limits("{\"scope\": \"all\", \"kind\": \"daily_loss\", \"value\": 1000},"
                + "{\"scope\": \"all\", \"kind\": \"margin_use\", \"value\": 20},"
                + "{\"scope\": \"symbol\", \"id\": \"ZB\", \"kind\": \"position\", \"value\": 1}");
        Map<String, String> days = new TreeMap<>();
        LocalDate day = LocalDate.of(2024, 1, 1);
        for (int i = 1; i <= 40; i++) {
            days.put(day.plusDays(i).toString(), Integer.toString(i == 40 ? 0 : (i % 4 == 0 ? -10 * i : 20)));
        }
        fixture.backtest("bt-7", "ES", days);
        fixture.tellBacktest("bt-7");

        JsonNode summary = fixture.get("/api/risk/backtest/bt-7/summary");
        JsonNode figures = summary.get("figures");
        assertEquals(40, figures.get("days").asInt());
        // 30 days of 20 less 10 * (4 + 8 + ... + 36)
        assertEquals("-1200", figures.get("net_profit").asText());
        assertEquals("98800", figures.get("equity").asText());
        assertEquals("-360", figures.at("/worst_day/profit").asText());
        assertEquals("2024-02-06", figures.at("/worst_day/period").asText());
        assertEquals(3, figures.at("/streaks/longest_winning").asInt());
        assertEquals(1, figures.at("/streaks/longest_losing").asInt());
        assertEquals(0, figures.at("/streaks/present").asInt());
        // Of 40 days 5 % lie at 1.95: between -320 and -280, the second and third; 1 % at 0.39.
        assertEquals("282.00", figures.at("/tail/0/value_at_risk").asText());
        assertEquals("340.00", figures.at("/tail/0/expected_shortfall").asText());
        assertEquals("344.40", figures.at("/tail/1/value_at_risk").asText());
        assertEquals("360.00", figures.at("/tail/1/expected_shortfall").asText());
        assertEquals("-2500.00", figures.at("/drawdown/every_bar").asText());
        assertEquals(-0.012, figures.at("/metrics/total_return").asDouble(), 1e-12);
        assertEquals(2, summary.get("limits").size(), "ZB is none of its symbols");
        assertEquals("360", summary.at("/limits/0/value").asText());
        assertEquals("640", summary.at("/limits/0/distance").asText());
        assertEquals("36.00", summary.at("/limits/0/used_pct").asText());
        assertEquals("2024-02-06", summary.at("/limits/0/worst_period").asText());
        assertTrue(summary.at("/limits/1/breached").asBoolean());
        assertEquals("margin_use", summary.at("/alerts/0/limit/kind").asText());
        assertEquals(1, summary.get("all_alerts").asInt());
    }

    @Test
    void aPortfolioStandsWhereItIsNow() {
        fixture.limits("{\"scope\": \"portfolio\", \"id\": \"9\", \"kind\": \"drawdown\", \"value\": 5000},"
                + "{\"scope\": \"portfolio\", \"id\": \"9\", \"kind\": \"concentration\", \"value\": 1000},"
                + "{\"scope\": \"portfolio\", \"id\": \"9\", \"kind\": \"correlation\", \"value\": 0.5}");
        fixture.portfolio("9");
        fixture.trade("9", "2024-03-04T15:00:00Z", "ES", "A", "-2000");
        fixture.trade("9", "2024-03-08T15:00:00Z", "ES", "A", "500");
        fixture.hold("9", "ES", "LONG", 2, "5000");
        fixture.tell("9");

        JsonNode summary = fixture.get("/api/risk/portfolio/9/summary");
        assertEquals(5, summary.at("/figures/days").asInt(), "Monday to Friday, three of them without a result");
        assertEquals("1500.00", summary.at("/limits/0/value").asText());
        assertEquals("2000.00", summary.at("/limits/0/worst").asText());
        // 2 * 5000 * 50 of 98500
        assertEquals("507.614213", summary.at("/limits/1/value").asText());
        assertTrue(summary.at("/limits/2/value").isNull());
        assertEquals(
                "the correlation is not known",
                summary.at("/limits/2/undefined").asText());
    }

    /** 3 contracts at 5000 beside 100000; the short 2 at 5000 come after 1500 were won. */
    @Test
    void aBacktestIsMeasuredWhereItWasMostConcentrated() {
        fixture.limits("{\"scope\": \"all\", \"kind\": \"concentration\", \"value\": 700}");
        fixture.backtest("bt-11", "ES", Map.of("2024-03-01", "500"));
        fixture.tellBacktest("bt-11");
        JsonNode summary = fixture.get("/api/risk/backtest/bt-11/summary");
        assertEquals("750.000000", summary.at("/limits/0/value").asText(), summary::toString);
        assertTrue(summary.at("/limits/0/breached").asBoolean());
    }

    /** A loss that was open at a close is that day's, whatever came of it. */
    @Test
    void aPortfoliosDaysAreMarkedAndEachStrategyHoldsItsOwn() {
        fixture.limits("{\"scope\": \"portfolio\", \"id\": \"10\", \"kind\": \"daily_loss\", \"value\": 1000},"
                + "{\"scope\": \"strategy\", \"id\": \"A\", \"kind\": \"position\", \"value\": 1},"
                + "{\"scope\": \"strategy\", \"id\": \"B\", \"kind\": \"position\", \"value\": 1},"
                + "{\"scope\": \"strategy\", \"id\": \"A\", \"kind\": \"drawdown\", \"value\": 1000}");
        fixture.portfolio("10");
        fixture.trade("10", "2024-03-04T15:00:00Z", "ES", "B", "300");
        fixture.hold("10", "ES", "LONG", 2, "5000", "A");
        fixture.mark("10", "2024-03-05", "-1500", "-400");
        fixture.tell("10");

        JsonNode summary = fixture.get("/api/risk/portfolio/10/summary");
        assertEquals("-1200.00", summary.at("/figures/net_profit").asText());
        assertEquals("99900.00", summary.at("/figures/equity").asText());
        assertEquals("2024-03-05", summary.at("/limits/0/worst_period").asText());
        assertEquals("1500", summary.at("/limits/0/worst").asText().replace(".00", ""));
        assertEquals("0", summary.at("/limits/0/value").asText(), "since that close it has won");
        assertEquals("2", summary.at("/limits/1/value").asText());
        assertEquals("0", summary.at("/limits/2/value").asText(), "the lots are the other's");
        assertEquals("1500", summary.at("/limits/3/worst").asText().replace(".00", ""));
        assertEquals("400", summary.at("/limits/3/value").asText().replace(".00", ""));
        assertEquals(3, summary.get("all_alerts").asInt(), summary::toString);

        fixture.mark("10", "2024-03-06", "-2600", "-2600");
        fixture.tellPrices();
        Eventually.within(
                RiskFixture.LONG,
                "what is held is looked at again",
                () -> fixture.get("/api/risk/portfolio/10/summary")
                        .at("/limits/0/worst_period")
                        .asText()
                        .equals("2024-03-06"));
    }

    /** It is put together from text that is stored: nothing may be missing in it, or be there beside it. */
    @Test
    void whatIsAnsweredIsAllThatTheWireNames() throws JsonProcessingException {
        fixture.limits("{\"scope\": \"all\", \"kind\": \"margin_use\", \"value\": 20}");
        fixture.backtest("bt-9", "ES", Map.of("2024-03-04", "10", "2024-03-05", "-20.5"));
        fixture.tellBacktest("bt-9");
        RiskSummary summary = summary("bt-9");
        assertEquals("bt-9", summary.figures().id());
        assertEquals("-10.5", summary.figures().netProfit().toPlainString());
        assertEquals("margin_use", summary.limits().get(0).limit().kind());
        assertEquals(1, summary.allAlerts());
        assertNull(summary.alerts().get(0).acknowledged());

        long alert = summary.alerts().get(0).id();
        fixture.calls().post("/api/risk/alerts/" + alert + "/acknowledge", null);
        assertNotNull(summary("bt-9").alerts().get(0).acknowledged());

        fixture.limits("{\"scope\": \"all\", \"kind\": \"position\", \"value\": 9}");
        summary = summary("bt-9");
        assertEquals(1, summary.limits().size());
        assertEquals("position", summary.limits().get(0).limit().kind());
    }

    private RiskSummary summary(String id) throws JsonProcessingException {
        return Json.mapper()
                .readValue(
                        fixture.calls()
                                .get("/api/risk/backtest/" + id + "/summary")
                                .text(),
                        RiskSummary.class);
    }

    @Test
    void oneThatWasNotHeardOfIsFetchedAndOneThatIsNotThereIsNotFound() {
        fixture.backtest("bt-8", "ES", Map.of("2024-03-04", "10"));
        assertEquals(
                1,
                fixture.get("/api/risk/backtest/bt-8/summary")
                        .at("/figures/days")
                        .asInt());
        assertEquals(404, fixture.calls().get("/api/risk/backtest/none/summary").status());
        assertEquals(404, fixture.calls().get("/api/risk/portfolio/77/summary").status());
    }

    /** It is read in far less; the bound leaves room for a busy machine. */
    @Test
    void aSummaryIsReadAndNotComputed() {
        long brief = quickest("bt-brief", 25);
        long longer = quickest("bt-long", 2500);
        assertTrue(longer < 3 * brief, "25 days took " + brief + " ns, 2,500 days " + longer);
    }

    private long quickest(String id, int count) {
        Map<String, String> days = new TreeMap<>();
        for (int i = 0; i < count; i++) {
            days.put(LocalDate.of(2014, 1, 1).plusDays(i).toString(), Integer.toString(i % 7 - 3));
        }
        fixture.backtest(id, "ES", days);
        fixture.tellBacktest(id);
        long best = Long.MAX_VALUE;
        for (int i = 0; i < 50; i++) {
            long begin = System.nanoTime();
            fixture.get("/api/risk/backtest/" + id + "/summary");
            best = Math.min(best, System.nanoTime() - begin);
        }
        return best;
    }
}
