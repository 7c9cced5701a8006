package futures.backtest;

import static futures.backtest.RunningBacktests.assertProblem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Runs on bars that the data service makes of minutes. */
class MadeBarsRunTest {
    private static final String ORDER = """
            {"strategy_name": "SimpleMAStrategy", "symbol": "ES", "timeframe": "%s", "hours": "%s", "fill_mode": "%s",
             "parameters": {"fast_period": 2, "slow_period": 5, "exits": "ticks", "stop_ticks": 6, "target_ticks": 6}}""";

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

    private JsonNode result(String timeframe, String hours, String mode) {
        return backtests.done(ORDER.formatted(timeframe, hours, mode)).get("result");
    }

    @Test
    void theAnswerSaysWhichBarsAndWhatTheyWereMadeOf() {
        JsonNode regular = result("30m", "regular", "pessimistic");
        assertEquals("30m", regular.at("/configuration/timeframe").asText());
        assertEquals("regular", regular.at("/configuration/hours").asText());
        assertEquals("30m regular", regular.at("/manifest/timeframe").asText());
        assertEquals("1m", regular.at("/manifest/made_from").asText());
        // 2 January to the middle of the 5th, Chicago: three days of thirteen half hours
        assertEquals(39, regular.at("/backtest_period/total_bars").asInt());
        JsonNode all = result("30m", "all", "pessimistic");
        assertNotEquals(regular.at("/manifest/data_hash"), all.at("/manifest/data_hash"));
        assertTrue(all.at("/performance/total_trades").asInt() > 0);
    }

    /** By the finest bars, of the same hours, from the first bar to the close of the last one. */
    @Test
    void theMagnifierWalksTheMinutesInTheBars() {
        JsonNode coarse = result("30m", "regular", "pessimistic");
        JsonNode fine = result("30m", "regular", "magnifier");
        assertEquals("1m", fine.at("/manifest/finer_timeframe").asText());
        assertEquals(39 * 30, fine.at("/manifest/finer_bars").asInt());
        String asked = backtests.data.asked().get(backtests.data.asked().size() - 1);
        assertTrue(
                asked.contains(
                        "timeframe=1m&hours=regular&start_date=2024-01-02T14:30:00Z&end_date=2024-01-04T21:00:00Z"),
                asked);
        assertTrue(
                fine.at("/interval/ambiguous_bars").asInt()
                        < coarse.at("/interval/ambiguous_bars").asInt(),
                fine.get("interval") + " " + coarse.get("interval"));
        assertEquals(
                "1m",
                result("volume:20000", "all", "magnifier")
                        .at("/manifest/finer_timeframe")
                        .asText());
    }

    @Test
    void anApproximationIsAWarning() {
        JsonNode volume = result("volume:20000", "all", "pessimistic");
        assertTrue(
                volume.get("warnings").toString().contains("ES in volume:20000: A bar ends with the first"),
                volume::toString);
        assertEquals("volume:20000", volume.at("/manifest/timeframe").asText());
        assertFalse(
                result("30m", "all", "pessimistic").get("warnings").toString().contains("30m"));
    }

    @Test
    void aJointRunHasThemInAllItsMarkets() {
        JsonNode result = backtests.done("""
                {"strategies": [{"name": "a", "strategy_name": "SimpleMAStrategy", "symbol": "ES", "parameters": {"slow_period": 20}},
                                {"name": "b", "strategy_name": "SimpleMAStrategy", "symbol": "CL", "parameters": {"slow_period": 20}}],
                 "timeframe": "15m", "hours": "regular"}""").get("result");
        assertEquals("15m", result.at("/configuration/timeframe").asText());
        for (JsonNode market : result.at("/manifest/markets")) {
            assertEquals("15m regular", market.get("timeframe").asText());
            assertEquals("1m", market.get("made_from").asText());
        }
    }

    @Test
    void aRunOnMadeBarsIsVerified() {
        JsonNode state = backtests.done(ORDER.formatted("1h", "overnight", "magnifier"));
        JsonNode verdict = backtests
                .calls
                .post("/api/backtests/" + state.get("id").asText() + "/verify?wait=true", "")
                .json();
        assertEquals("verified", verdict.get("verdict").asText(), verdict::toString);
    }

    @Test
    void hoursMayStandInTheAddress() {
        JsonNode answer = backtests
                .calls
                .post("/api/backtest?strategy_name=SimpleMAStrategy&symbol=ES&timeframe=5m&hours=overnight", "")
                .json();
        assertEquals("5m overnight", answer.at("/manifest/timeframe").asText());
        List<String> keys = answer.findValuesAsText("key");
        assertFalse(keys.contains("stale_fills"), "the regular hours between two nights are no hole");
    }

    @ParameterizedTest
    @CsvSource({
        "range:8, all, 422, inside one minute",
        "renko:4, all, 422, inside one minute",
        "fortnight, all, 400, is no timeframe",
        "volume:0, all, 400, is no form of bars",
        "4h, lunch, 400, regular"
    })
    void whatCannotBeRunOnIsRefused(String timeframe, String hours, int status, String says) {
        assertProblem(status, says, backtests.calls.post("/api/backtests", ORDER.formatted(timeframe, hours, "ohlc")));
    }
}
