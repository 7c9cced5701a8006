package futures.backtest;

import static futures.backtest.RunningBacktests.assertProblem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import futures.kit.Calls;
import futures.kit.RedisForTests;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs that read a model, over HTTP. */
class ModelRunTest {
    private static final String ORDER =
            "{\"strategy_name\":\"MlSignalStrategy\",\"symbol\":\"ES\",\"models\":{\"signal\":\"%s\"}%s}";
    private static final long FIRST = 1_704_150_000_000L;
    private static final long MINUTE = 60_000;

    @TempDir
    Path home;

    private ModelNeighbour models;
    private RunningBacktests backtests;

    @BeforeEach
    void start() throws Exception {
        models = new ModelNeighbour();
        backtests = new RunningBacktests(home, "ports.ml=" + models.port());
    }

    @AfterEach
    void stop() {
        backtests.close();
        models.close();
    }

    @Test
    void aRunReadsWhatTheModelHadNotLearnt() {
        JsonNode state = backtests.done(ORDER.formatted("fade-1", ""));
        JsonNode trades = backtests.rows(state, "trades");
        assertTrue(trades.size() > 50, "round trips: " + trades.size());
        trades.forEach(
                trade -> assertFalse(Instant.parse(trade.get("entry_time").asText())
                        .isBefore(Instant.ofEpochMilli(FIRST + 1_001 * MINUTE))));
        JsonNode model = state.at("/result/manifest/models/0");
        assertEquals("signal", model.get("name").asText());
        assertEquals("fade-1", model.get("model").asText());
        assertEquals(1, model.get("version").asInt());
        assertEquals(ModelNeighbour.HASH, model.get("hash").asText());
        assertEquals(4_000, model.get("bars").asInt());
        assertEquals(0, model.get("in_training").asInt());
        assertEquals("fade-1", state.at("/result/configuration/models/signal").asText());
        assertFalse(findings(state).contains("in_sample_predictions"));
        assertTrue(
                models.asked().get(0).contains("symbol=ES&timeframe=1m&start=2024-01-01T23:00:00Z"),
                models.asked().get(0));
        Calls.Reply verified =
                backtests.calls.post("/api/backtests/" + state.get("id").asText() + "/verify?wait=true", "");
        assertEquals("verified", verified.json().get("verdict").asText(), verified.text());
    }

    /** What a model remembers is read only when it is asked for, and the result says so first of all. */
    @Test
    void forcedPredictionsAreMarked() {
        JsonNode state = backtests.done(ORDER.formatted("fade-1", ",\"force_in_sample\":true"));
        assertEquals(4_990, state.at("/result/manifest/models/0/bars").asInt());
        assertEquals(990, state.at("/result/manifest/models/0/in_training").asInt());
        assertTrue(findings(state).contains("in_sample_predictions"), findings(state));
        assertTrue(state.at("/result/configuration/force_in_sample").asBoolean());
    }

    @Test
    void aRunThatIsWaitedForNamesItsModelInTheQuery() {
        Calls.Reply reply = backtests.calls.post(
                "/api/backtest?strategy_name=MlSignalStrategy&symbol=ES&model=fade-1", "{\"enter\": 0.6}");
        assertEquals(200, reply.status(), reply.text());
        assertEquals("fade-1", reply.json().at("/manifest/models/0/model").asText());
    }

    /** Another model is another try. */
    @Test
    void eachModelIsATry() {
        backtests.done(ORDER.formatted("fade-1", ""));
        JsonNode again = backtests.done(ORDER.formatted("fade-1", ""));
        JsonNode forced = backtests.done(ORDER.formatted("fade-1", ",\"seed\":1"));
        assertEquals(
                1,
                again.at("/result/deflated_sharpe/trials").asInt(),
                again.at("/result/deflated_sharpe").toString());
        assertEquals(2, forced.at("/result/deflated_sharpe/trials").asInt());
    }

    @Test
    void aSearchReadsItToo() {
        Calls.Reply ended = backtests.calls.post(
                "/api/sweeps?wait=true",
                "{\"backtest\":" + ORDER.formatted("fade-1", "") + ",\"spaces\":{\"enter\":[0.55,0.6,0.65]}}");
        assertEquals(200, ended.status(), ended.text());
        JsonNode rows = backtests
                .calls
                .get("/api/sweeps/" + ended.json().get("id").asText() + "/rows")
                .json();
        assertEquals(3, rows.size());
        rows.forEach(row -> assertTrue(row.at("/performance/total_trades").asInt() > 10, row.toString()));
    }

    @Test
    void whatCannotBeReadIsSaid() {
        assertTrue(backtests.run(ORDER.formatted("other-1", "")).toString().contains("There is no model 'other-1'"));
        assertTrue(backtests.run(ORDER.formatted("late-1", "")).toString().contains("take the timeframe"));
        assertTrue(backtests.run(ORDER.formatted("mute-1", "")).toString().contains("says nothing of the bars"));
        JsonNode none = backtests.run("{\"strategy_name\":\"MlSignalStrategy\",\"symbol\":\"ES\"}");
        assertTrue(none.toString().contains("the run has no model 'signal'"), none.toString());
        assertProblem(
                422,
                "names none",
                backtests.calls.post(
                        "/api/backtests",
                        "{\"strategy_name\":\"MlSignalStrategy\",\"symbol\":\"ES\",\"force_in_sample\":true}"));
        assertProblem(422, "id of a trained model", backtests.calls.post("/api/backtests", ORDER.formatted("a/b", "")));
        assertProblem(
                422,
                "one strategy",
                backtests.calls.post(
                        "/api/backtests",
                        "{\"models\":{\"signal\":\"fade-1\"},\"strategies\":[{\"name\":\"a\",\"strategy_name\":\"BuyAndHold\",\"symbol\":\"ES\"}]}"));
    }

    /** Whoever reads no model needs no service for them. */
    @Test
    void withoutTheServiceARunSaysSo() throws Exception {
        try (RunningBacktests alone =
                new RunningBacktests(home.resolve("alone"), "ports.ml=" + RedisForTests.freePort())) {
            alone.done("{\"strategy_name\":\"SimpleMAStrategy\",\"symbol\":\"ES\"}");
            JsonNode failed = alone.run(ORDER.formatted("fade-1", ""));
            assertEquals("failed", failed.get("state").asText());
        }
    }

    private static String findings(JsonNode state) {
        return state.at("/result/findings").toString();
    }
}
