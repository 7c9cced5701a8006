package futures.risk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import futures.kit.Calls;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** Setting and reading limits over HTTP. */
@TestInstance(Lifecycle.PER_CLASS)
class LimitsTest {
    private static final String DAILY = "{\"scope\": \"all\", \"kind\": \"daily_loss\", \"value\": 1000}";

    private RiskFixture fixture;

    @BeforeAll
    void start(@TempDir Path home) throws Exception {
        fixture = new RiskFixture(home);
    }

    @AfterAll
    void stop() {
        fixture.close();
    }

    private Calls.Reply put(String rows, String ifMatch) {
        return fixture.calls()
                .send(
                        "PUT",
                        "/api/risk/limits",
                        "{\"limits\": [" + rows + "]}",
                        ifMatch == null
                                ? Map.of("Content-Type", "application/json")
                                : Map.of("Content-Type", "application/json", "If-Match", ifMatch));
    }

    @Test
    void limitsAreVersionedAndTheirHistoryIsKept() throws Exception {
        long first = fixture.get("/api/risk/limits").path("revision").asLong();
        Calls.Reply set = put(
                DAILY + ", {\"scope\": \"portfolio\", \"id\": \"3\", \"kind\": \"drawdown\", \"value\": 12.5,"
                        + " \"unit\": \"percent\"}",
                "\"" + first + "\"");
        assertEquals(200, set.status(), set.text());
        assertEquals(first + 1, set.json().path("revision").asLong());
        assertEquals("money", set.json().at("/limits/0/unit").asText(), "stands in for a unit that is not named");
        assertEquals(412, put(DAILY, "\"" + first + "\"").status(), "somebody changed them meanwhile");
        assertEquals(428, put(DAILY, null).status());
        assertEquals(400, put(DAILY, "yesterday's").status());
        assertEquals(
                first + 1,
                put(
                                DAILY + ", {\"scope\": \"portfolio\", \"id\": \"3\", \"kind\": \"drawdown\","
                                        + " \"value\": 12.5, \"unit\": \"percent\"}",
                                Long.toString(first + 1))
                        .json()
                        .path("revision")
                        .asLong(),
                "the same ones are no change");

        assertEquals(200, put("", Long.toString(first + 1)).status());
        fixture.restart();

        JsonNode now = fixture.get("/api/risk/limits");
        assertEquals(first + 2, now.path("revision").asLong());
        assertEquals(0, now.path("limits").size());
        assertEquals(set.json(), fixture.get("/api/risk/limits?revision=" + (first + 1)));
        JsonNode page = fixture.get("/api/risk/limits/history?limit=1");
        assertEquals(first + 2, page.at("/revisions/0/revision").asLong());
        JsonNode next = fixture.get(
                "/api/risk/limits/history?limit=1&cursor=" + page.path("cursor").asText());
        assertEquals(set.json(), next.at("/revisions/0"));
        assertEquals(404, fixture.calls().get("/api/risk/limits?revision=999").status());
    }

    @Test
    void allFaultsAreToldAtOnceWithTheirFields() {
        long revision = fixture.get("/api/risk/limits").path("revision").asLong();
        Calls.Reply refused = put(
                "{\"scope\": \"al\", \"kind\": \"daily_loss\", \"value\": 1},"
                        + "{\"scope\": \"portfolio\", \"id\": \"x\", \"kind\": \"position\", \"value\": 1.5},"
                        + "{\"scope\": \"symbol\", \"id\": \"ES\", \"kind\": \"position\", \"value\": 1.5},"
                        + "{\"scope\": \"symbol\", \"id\": \"ES\", \"kind\": \"drawdown\", \"value\": 5,"
                        + " \"unit\": \"contracts\"},"
                        + "{\"scope\": \"all\", \"id\": \"3\", \"kind\": \"weekly_loss\"}, null," + DAILY + "," + DAILY,
                Long.toString(revision));

        assertEquals(422, refused.status(), refused.text());
        Map<String, String> faults = new java.util.TreeMap<>();
        refused.json()
                .path("errors")
                .forEach(error -> faults.put(
                        error.path("field").asText(), error.path("message").asText()));
        assertEquals(
                java.util.Set.of(
                        "limits[0].scope",
                        "limits[1].id",
                        "limits[2].value",
                        "limits[3].unit",
                        "limits[4].id",
                        "limits[4].value",
                        "limits[5]",
                        "limits[7].kind"),
                faults.keySet(),
                refused::text);
        assertTrue(faults.get("limits[0].scope").contains("all, portfolio, strategy, symbol"), faults::toString);
        assertEquals(revision, fixture.get("/api/risk/limits").path("revision").asLong());
    }
}
