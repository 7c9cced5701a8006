package futures.backtest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import futures.kit.Calls;
import futures.kit.StrangeJson;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Strange values in orders on continuous series and in comparisons of rolls: an answer, or a problem that says what is wrong. */
class FuzzedComparisonsTest {
    private static final int ROUNDS = 80;
    private static final String ORDER = """
            {"strategy_name": "SimpleMAStrategy", "symbol": "ES.v.0@diff", "timeframe": "1m", "hours": "all",
             "fill_mode": "ohlc", "commission": 1, "check_margin": false, "start_date": "2024-01-02",
             "parameters": {"exits": "none", "fast_period": 10, "slow_period": 20}}""";

    @TempDir
    static Path home;

    private static RunningBacktests backtests;

    @BeforeAll
    static void start() throws Exception {
        backtests = new RunningBacktests(home);
    }

    @AfterAll
    static void stop() {
        backtests.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/roll-sensitivities?wait=true",
                "/api/backtest?strategy_name=SimpleMAStrategy&symbol=ES.v.0@diff"
            })
    void areAnsweredOrRefusedInWords(String path) throws Exception {
        Random random = new Random(6);
        String good = path.contains("roll")
                ? "{\"backtest\": " + ORDER
                        + ", \"rules\": [{\"rule\": \"volume\"}, {\"rule\": \"fixed_day\", \"days\": 8}],"
                        + " \"adjustments\": [\"diff\", \"ratio\"]}"
                : ORDER;
        int refused = 0;
        for (int round = 0; round < ROUNDS; round++) {
            String body = StrangeJson.of(good, random);
            Calls.Reply reply = backtests.calls.post(path, body);
            String which = body + ": " + reply.text();
            assertTrue(reply.status() < 500, which);
            if (reply.status() >= 400) {
                refused++;
                JsonNode problem = reply.json();
                assertEquals(reply.status(), problem.path("status").asInt(), which);
                String detail = problem.path("detail").asText();
                assertFalse(detail.isBlank() || detail.contains("Exception"), which);
            }
        }
        assertTrue(refused > ROUNDS / 3, "refused: " + refused);
    }
}
