package futures.backtest;

import static futures.backtest.RunningBacktests.assertProblem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What strategies write, at {@code /api/backtests/{id}/log}. */
class StrategyLogTest {
    private static final String ORDER =
            "{\"strategy_name\": \"Talkative\", \"symbol\": \"ES\", \"parameters\": {\"every\": %d}}";

    @TempDir
    Path home;

    private RunningBacktests backtests;

    @BeforeEach
    void start() throws Exception {
        backtests = new RunningBacktests(home);
    }

    @AfterEach
    void stop() {
        backtests.close();
    }

    @Test
    void linesHaveNumberBarTimeAndText() {
        JsonNode state = backtests.done(ORDER.formatted(1_000));
        JsonNode log = backtests.rows(state, "log");
        assertEquals(6, log.size());
        assertEquals(
                "{\"number\":1,\"time\":null,\"text\":\"every 1000\"}",
                log.get(0).toString());
        JsonNode point = backtests.rows(state, "equity").get("points").get(999);
        JsonNode line = log.get(1);
        assertTrue(line.get("text").asText().startsWith("bar 1000, \"close\" "), line::toString);
        assertEquals(
                point.get("time").asText(),
                Instant.parse(line.get("time").asText()).plusSeconds(60).toString());
        assertTrue(backtests.text(state, "log?format=csv").startsWith("number,time,text\r\n1,,every 1000\r\n2,"));
    }

    @Test
    void theLatestAreKeptAndTheNumberTellsHowManyWereNot() {
        JsonNode some = backtests.done(ORDER.formatted(1));
        JsonNode log = backtests.rows(some, "log");
        assertEquals(1_000, log.size());
        assertEquals(5_001 - 1_000 + 1, log.get(0).get("number").asInt());
        assertEquals(5_001, log.get(999).get("number").asInt());
        JsonNode few = backtests.done(ORDER.formatted(1_000));
        assertEquals(few.at("/result/result_hash"), some.at("/result/result_hash"));
    }

    @Test
    void inAJointRunLinesSayWhoWroteThem() {
        JsonNode state = backtests.done("""
                {"strategies": [
                   {"name": "loud", "strategy_name": "Talkative", "symbol": "ES", "parameters": {"every": 1000}},
                   {"name": "calm", "strategy_name": "SimpleMAStrategy", "symbol": "ES"}]}""");
        JsonNode log = backtests.rows(state, "log?strategy=loud");
        assertEquals(6, log.size());
        assertEquals("loud", log.get(5).get("strategy").asText());
        assertEquals(0, backtests.rows(state, "log?strategy=calm").size());
        String href = "/api/backtests/" + state.get("id").asText();
        assertProblem(404, "no strategy 'lout'", backtests.calls.get(href + "/log?strategy=lout"));
    }

    @Test
    void aStrategyThatWritesNothingHasAnEmptyLog() {
        JsonNode state = backtests.done("{\"strategy_name\": \"SimpleMAStrategy\", \"symbol\": \"ES\"}");
        assertFalse(backtests.rows(state, "log").has(0));
    }
}
