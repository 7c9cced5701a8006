package futures.launcher.system;

import static futures.launcher.process.Eventually.eventually;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import futures.kit.bus.Notice;
import futures.kit.bus.RedisBus;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * With a tight limit set, a backtest that is recorded leads to its portfolio, to a risk summary of both, and to an alert in the
 * log, the API and on Redis.
 */
final class RiskOfRecordedRun {
    private final Path folder;
    private final URI backtest;
    private final URI risk;
    private final URI redis;

    RiskOfRecordedRun(Path folder, URI backtest, URI risk, URI redis) {
        this.folder = folder;
        this.backtest = backtest;
        this.risk = risk;
        this.redis = redis;
    }

    void check() throws IOException {
        List<Notice> heard = new CopyOnWriteArrayList<>();
        try (RedisBus listener = new RedisBus(redis, "test", Clock.systemUTC())) {
            listener.subscribe("risk:alerts", (channel, notice) -> heard.add(notice));
            eventually("the listener is connected", listener::connected, () -> "");
            JsonNode before = Http.get(risk.resolve("/api/risk/limits"));
            Http.put(risk.resolve("/api/risk/limits"), "application/json", """
                    {"revision": %d, "limits": [{"scope": "all", "kind": "drawdown", "value": 1},
                      {"scope": "symbol", "id": "ES", "kind": "position", "value": 1000}]}""".formatted(
                            before.path("revision").asLong()));

            // The made-up bars are kind to the strategy; with such a commission it loses all the same.
            JsonNode job = Http.post(
                    backtest.resolve("/api/backtests"),
                    "application/json",
                    "{\"strategy_name\": \"SimpleMAStrategy\", \"symbol\": \"ES\", \"commission\": 900, \"record_to_portfolio\": true}");
            String run = job.path("id").asText();
            URI state = backtest.resolve("/api/backtests/" + run);
            eventually("the run is done", () -> text(state, "state").equals("done"), () -> text(state, "message"));
            JsonNode result = Http.get(state).path("result");
            String portfolio = result.path("portfolio_id").asText();
            alert("backtest", run, heard);
            alert("portfolio", portfolio, heard);
            JsonNode ofRun = Http.get(risk.resolve("/api/risk/backtest/" + run + "/summary"));
            JsonNode ofPortfolio = Http.get(risk.resolve("/api/risk/portfolio/" + portfolio + "/summary"));
            assertEquals(
                    result.at("/performance/max_drawdown").decimalValue().negate(),
                    ofRun.at("/limits/0/value").decimalValue(),
                    ofRun::toString);
            assertEquals(
                    result.at("/performance/total_trades").asInt(),
                    ofPortfolio.at("/figures/trades").asInt());
            assertEquals(
                    result.at("/performance/net_profit").asDouble(),
                    ofPortfolio.at("/figures/net_profit").asDouble(),
                    0.005);
            assertEquals(2, ofRun.path("limits").size());
        }
    }

    private void alert(String subject, String id, List<Notice> heard) throws IOException {
        URI list = risk.resolve("/api/risk/alerts?subject=" + subject + "&subject_id=" + id);
        eventually("the alert of " + subject + " " + id, () -> size(list) == 1, () -> list.toString());
        JsonNode alert = Http.get(list).at("/alerts/0");
        assertEquals("drawdown", alert.at("/limit/kind").asText());
        eventually(
                "the notice of the alert",
                () -> heard.stream()
                        .anyMatch(notice -> notice.data().path("alert_id").equals(alert.path("id"))),
                heard::toString);
        assertTrue(
                Files.readString(folder.resolve("logs/risk.log"))
                        .contains(alert.path("message").asText()),
                alert::toString);
    }

    private static String text(URI state, String field) {
        try {
            return Http.get(state).path(field).asText();
        } catch (IOException e) {
            return e.toString();
        }
    }

    private static int size(URI list) {
        try {
            return Http.get(list).path("alerts").size();
        } catch (IOException e) {
            return -1;
        }
    }
}
