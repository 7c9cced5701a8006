package futures.backtest;

import static futures.backtest.RunningBacktests.LONG;
import static futures.backtest.RunningBacktests.assertProblem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import futures.kit.Calls;
import futures.kit.Eventually;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Verification with a real process that fetches the bars for itself. */
class VerificationTest {
    private static final String ORDER = "{\"strategy_name\":\"SimpleMAStrategy\",\"symbol\":\"ES\"}";

    @TempDir
    Path home;

    private RunningBacktests backtests;

    private void start(String... settings) throws Exception {
        backtests = new RunningBacktests(home, settings);
    }

    @AfterEach
    void stop() {
        backtests.close();
    }

    private static String href(JsonNode state) {
        return "/api/backtests/" + state.get("id").asText();
    }

    private JsonNode verify(JsonNode state) {
        Calls.Reply reply = backtests.calls.post(href(state) + "/verify?wait=true", "");
        assertEquals(200, reply.status(), reply.text());
        return reply.json();
    }

    @Test
    void aFreshProcessComesToTheSameResult() throws Exception {
        start();
        JsonNode state = backtests.done(ORDER);
        assertTrue(state.get("verification").isNull());
        int before = backtests.data.served();
        JsonNode found = verify(state);
        assertEquals("verified", found.get("verdict").asText(), found::toString);
        assertEquals(0, found.get("differences").size());
        assertEquals(state.at("/result/result_hash"), found.get("result_hash"));
        assertEquals(found.get("result_hash"), found.get("result_hash_again"));
        assertEquals(System.getProperty("java.version"), found.get("jdk").asText());
        assertEquals(System.getProperty("java.version"), found.get("jdk_again").asText());
        assertEquals(before + 1, backtests.data.served());
        assertEquals(found, backtests.calls.get(href(state)).json().get("verification"));
    }

    @Test
    void everyChoiceOfAnOrderGoesAlong() throws Exception {
        start("defaults.commission=1.75");
        JsonNode state = backtests.done("""
                {"strategies": [
                   {"name": "quick", "strategy_name": "SimpleMAStrategy", "symbol": "ES", "parameters": {"fast_period": 4}},
                   {"name": "calm", "strategy_name": "SimpleMAStrategy", "symbol": "CL"}],
                 "markets": {"CL": {"fees": 0.4}}, "fill_mode": "ohlc", "limit_fill": "touch", "initial_cash": 250000,
                 "max_bar_participation": 0.01, "stop_slippage_ticks": 2, "cap_slippage": false, "seed": 7}""");
        assertEquals("verified", verify(state).get("verdict").asText());
        JsonNode magnified = backtests.done("""
                {"strategy_name": "SimpleMAStrategy", "symbol": "ES", "timeframe": "5m", "fill_mode": "magnifier"}""");
        assertEquals("verified", verify(magnified).get("verdict").asText());
    }

    @Test
    void whatChangedIsNamed() throws Exception {
        start();
        JsonNode state = backtests.done(ORDER);
        backtests.data.changeMargin();
        JsonNode margins = verify(state);
        assertEquals("verified", margins.get("verdict").asText());
        assertTrue(
                margins.get("text")
                        .asText()
                        .endsWith("although since then the margins changed and the contract changed."),
                margins::toString);
        backtests.data.change();
        JsonNode bars = verify(state);
        assertEquals("changed", bars.get("verdict").asText());
        assertTrue(bars.get("text").asText().contains("the bars changed"), bars::toString);
        List<String> entries = new ArrayList<>();
        bars.get("differences")
                .forEach(difference -> entries.add(difference.get("entry").asText()));
        assertEquals(List.of("contract.maintenance_margin", "contract_hash", "data_hash", "margin_hash"), entries);
        assertFalse(bars.get("result_hash").equals(bars.get("result_hash_again")));
        assertEquals(bars, backtests.calls.get(href(state)).json().get("verification"));
    }

    @Test
    void aStrategyThatGoesByAClockIsNotReproducible() throws Exception {
        start();
        JsonNode found = verify(backtests.done("{\"strategy_name\":\"Unsteady\",\"symbol\":\"ES\"}"));
        assertEquals("not_reproducible", found.get("verdict").asText());
        assertEquals(0, found.get("differences").size());
        assertTrue(found.get("text").asText().contains("random numbers"), found::toString);
    }

    @Test
    void itIsAJobWithProgressAndEvents() throws Exception {
        start();
        JsonNode state = backtests.done(ORDER);
        CountDownLatch gate = backtests.data.hold();
        Calls.Reply accepted = backtests.calls.post(href(state) + "/verify", "");
        assertEquals(202, accepted.status(), accepted.text());
        String job = accepted.location();
        CompletableFuture<String> events = CompletableFuture.supplyAsync(
                () -> backtests.calls.get(job + "/events").text());
        Eventually.within(
                LONG,
                "the process asks for bars",
                () -> backtests.calls.get(job).text().contains("fetching bars"));
        gate.countDown();
        JsonNode ended = backtests.ended(job);
        assertEquals("verified", ended.at("/result/verdict").asText(), ended::toString);
        assertEquals(href(state), ended.get("href").asText());
        assertTrue(events.join().contains("\"verdict\":\"verified\""));
    }

    @Test
    void cancellingEndsTheProcess() throws Exception {
        start();
        JsonNode state = backtests.done(ORDER);
        backtests.data.hold();
        String job = backtests.calls.post(href(state) + "/verify", "").location();
        Eventually.within(
                LONG, "the process runs", () -> backtests.calls.get(job).text().contains("fetching bars"));
        List<ProcessHandle> processes = verifying();
        assertEquals(1, processes.size());
        assertEquals(202, backtests.calls.delete(job).status());
        assertEquals("cancelled", backtests.ended(job).get("state").asText());
        Eventually.within(LONG, "the process is gone", () -> !processes.get(0).isAlive());
        assertTrue(backtests.calls.get(href(state)).json().get("verification").isNull());
    }

    private static List<ProcessHandle> verifying() {
        return ProcessHandle.current()
                .children()
                .filter(child -> child.info().commandLine().orElse("").contains("VerificationProcess"))
                .toList();
    }

    @Test
    void itHasItsTime() throws Exception {
        start("limits.verify_seconds=1");
        JsonNode state = backtests.done(ORDER);
        backtests.data.hold();
        assertProblem(422, "limits.verify_seconds (1)", backtests.calls.post(href(state) + "/verify?wait=true", ""));
        Eventually.within(LONG, "the process is gone", () -> verifying().isEmpty());
    }

    @Test
    void itHasItsMemory() throws Exception {
        start("limits.verify_mb=64");
        // A process of that size is enough for what is small, and not for what is large.
        assertEquals("verified", verify(backtests.done(ORDER)).get("verdict").asText());
        JsonNode vast = backtests.done("{\"strategy_name\":\"Vast\",\"symbol\":\"ES\"}");
        assertProblem(
                422,
                "needed more memory than limits.verify_mb (64)",
                backtests.calls.post(href(vast) + "/verify?wait=true", ""));
        assertTrue(backtests.calls.get(href(vast)).json().get("verification").isNull());
        Eventually.within(LONG, "the process is gone", () -> verifying().isEmpty());
    }

    @Test
    void theTokenGoesAlongAndWhatTheProcessSaysOfAFailureIsTold() throws Exception {
        start("token=secret");
        Map<String, String> headers = Map.of("Authorization", "Bearer secret", "Content-Type", "application/json");
        backtests.data.require("secret");
        JsonNode answer = backtests
                .calls
                .send("POST", "/api/backtest?strategy_name=SimpleMAStrategy&symbol=ES", "{}", headers)
                .json();
        String verify = href(answer) + "/verify?wait=true";
        JsonNode found = backtests.calls.send("POST", verify, "", headers).json();
        assertEquals("verified", found.path("verdict").asText(), found::toString);
        backtests.data.require("another");
        assertProblem(
                422,
                "The run in a fresh process failed: data service: Send the token.",
                backtests.calls.send("POST", verify, "", headers));
    }

    @Test
    void whatHasNoResultCannotBeVerified() throws Exception {
        start();
        JsonNode failed = backtests.run("{\"strategy_name\":\"SimpleMAStrategy\",\"symbol\":\"NQ\"}");
        assertProblem(409, "the backtest is failed", backtests.calls.post(href(failed) + "/verify", ""));
        assertEquals(
                404, backtests.calls.post("/api/backtests/nothing/verify", "").status());
    }
}
