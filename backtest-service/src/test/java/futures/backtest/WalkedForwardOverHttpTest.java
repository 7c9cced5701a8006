package futures.backtest;

import static futures.backtest.RunningBacktests.assertProblem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import futures.kit.Calls;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Walk-forwards over HTTP, on four trading days. */
class WalkedForwardOverHttpTest {
    private static final String ORDER = """
            {"optimization": {"backtest": {"strategy_name": "SimpleMAStrategy", "symbol": "ES"%s}, "objective": "net_profit",
              "spaces": {"fast_period": {"min": 4, "max": 20, "step": 4}, "slow_period": [24, 36, 48]}, "threads": %d},
             "windows": {"in_sample": 2, "out_of_sample": 1}, "matrix": [{"in_sample": 1}, {"anchored": true}]}""";

    @TempDir
    static Path home;

    private static RunningBacktests backtests;
    private static JsonNode walked;

    @BeforeAll
    static void start() throws Exception {
        backtests = new RunningBacktests(home);
        walked = walk(ORDER.formatted("", 1));
    }

    @AfterAll
    static void stop() {
        backtests.close();
    }

    private static JsonNode walk(String order) {
        Calls.Reply accepted = backtests.calls.post("/api/walkforwards", order);
        assertEquals(202, accepted.status(), accepted.text());
        JsonNode ended = backtests.ended(accepted.location());
        assertEquals("done", ended.get("state").asText(), ended::toString);
        return ended;
    }

    @Test
    void windowsFollowEachOtherAndTheirDaysAreStitched() {
        JsonNode result = walked.get("result");
        JsonNode parts = result.get("parts");
        assertEquals(2, parts.size(), result::toString);
        double equity = 100_000;
        int place = 0;
        double profit = 0;
        int profitable = 0;
        for (JsonNode part : parts) {
            LocalDate first = LocalDate.parse(part.get("out_of_sample_start").asText());
            assertTrue(LocalDate.parse(part.get("in_sample_end").asText()).isBefore(first));
            assertEquals(15, part.get("combinations").asInt());
            JsonNode day = result.get("days").get(place++);
            assertEquals(first.toString(), day.get("day").asText());
            equity += day.get("profit").asDouble();
            assertEquals(equity, day.get("equity").asDouble(), 1e-6);
            assertEquals(
                    day.get("profit").asDouble(),
                    part.get("out_of_sample_per_day").asDouble(),
                    1e-6);
            profit += day.get("profit").asDouble();
            profitable += day.get("profit").asDouble() > 0 ? 1 : 0;
            double in = part.get("in_sample_per_day").asDouble();
            if (in > 0) {
                assertEquals(
                        part.get("out_of_sample_per_day").asDouble() / in,
                        part.get("efficiency").asDouble(),
                        1e-9);
            } else {
                assertTrue(
                        part.get("efficiency").isNull() && !part.get("reason").isNull());
            }
        }
        assertEquals(place, result.get("days").size());
        assertEquals(profit, result.get("net_profit").asDouble(), 1e-6);
        assertEquals(profitable / 2.0, result.get("profitable_windows").asDouble());
        assertEquals(0, parts.at("/0/warm_up_bars").asInt(), "there are no bars before the first");
        assertTrue(parts.at("/1/warm_up_bars").asInt() >= 500);
    }

    /** The first window has no bars before it: it is an optimization that ends with its last bar. */
    @Test
    void inSampleIsAnOptimizationOfTheWindow() {
        JsonNode part = walked.at("/result/parts/0");
        String end = part.get("out_of_sample_start").asText();
        LocalDate day = LocalDate.parse(end).minusDays(1);
        Calls.Reply accepted = backtests.calls.post("/api/optimizations", """
                {"backtest": {"strategy_name": "SimpleMAStrategy", "symbol": "ES", "end_date": "%sT22:00:00Z"}, "objective": "net_profit",
                 "spaces": {"fast_period": {"min": 4, "max": 20, "step": 4}, "slow_period": [24, 36, 48]}}""".formatted(day));
        assertEquals(202, accepted.status(), accepted.text());
        JsonNode best = backtests.ended(accepted.location()).get("best");
        assertEquals(best.get("parameters"), part.get("parameters"));
        assertEquals(best.get("score"), part.get("score"));
        assertEquals(best.get("performance"), part.get("in_sample"));
    }

    @Test
    void theStitchedDaysAreExported() {
        String href = walked.get("href").asText();
        JsonNode days = walked.at("/result/days");
        assertEquals(days, backtests.calls.get(href + "/export?format=json").json());
        String[] lines = backtests.calls.get(href + "/export").text().split("\r\n");
        assertEquals("day,profit,equity", lines[0]);
        assertEquals(days.size() + 1, lines.length);
        for (int i = 0; i < days.size(); i++) {
            String[] fields = lines[i + 1].split(",");
            assertEquals(days.get(i).get("day").asText(), fields[0]);
            assertEquals(
                    0, days.get(i).get("profit").decimalValue().compareTo(new BigDecimal(fields[1])), lines[i + 1]);
            assertEquals(
                    0, days.get(i).get("equity").decimalValue().compareTo(new BigDecimal(fields[2])), lines[i + 1]);
        }
    }

    /** What is left out of a matrix changes nothing of the rest. */
    @Test
    void aWayThatTheBarsAreTooShortForIsLeftOutOfTheMatrix() {
        JsonNode longer =
                walk(ORDER.formatted("", 1).replace("[{\"in_sample\": 1}", "[{\"in_sample\": 12}, {\"in_sample\": 1}"));
        assertEquals(walked.get("result"), longer.get("result"));
        assertEquals(walked.get("matrix"), longer.get("matrix"));
        JsonNode told = longer.get("warnings");
        assertEquals(walked.get("warnings").size() + 1, told.size(), told::toString);
        String last = told.get(told.size() - 1).asText();
        assertTrue(
                last.startsWith("Way 1 of the matrix is left out: The 4 days of the bars give 0 windows of 12 and 1"),
                last);
    }

    @Test
    void aMatrixHasTheOtherWaysAndThreadsDoNotMatter() {
        JsonNode matrix = walked.get("matrix");
        assertEquals(2, matrix.size());
        assertEquals(3, matrix.at("/0/parts").size());
        assertEquals(0, matrix.at("/0/days").size());
        assertEquals(matrix.at("/1/parts/0/in_sample_start"), matrix.at("/1/parts/1/in_sample_start"), "anchored");
        assertFalse(matrix.at("/1/passed").isMissingNode());
        if (Runtime.getRuntime().availableProcessors() > 1) {
            JsonNode two = walk(ORDER.formatted("", 2));
            assertEquals(walked.get("result"), two.get("result"));
            assertEquals(matrix, two.get("matrix"));
        }
    }

    @Test
    void whatCannotBeWalkedIsRefusedInWords() {
        assertProblem(400, "optimization", backtests.calls.post("/api/walkforwards", "{}"));
        String order = ORDER.formatted("", 1);
        assertProblem(
                422,
                "one objective",
                backtests.calls.post(
                        "/api/walkforwards", order.replace("\"net_profit\"", "[\"net_profit\", \"max_drawdown\"]")));
        assertProblem(
                422, "in_sample", backtests.calls.post("/api/walkforwards", order.replace("\"in_sample\": 2, ", "")));
        Calls.Reply accepted =
                backtests.calls.post("/api/walkforwards", order.replace("\"in_sample\": 2", "\"in_sample\": 9"));
        JsonNode ended = backtests.ended(accepted.location());
        assertEquals("failed", ended.get("state").asText());
        assertTrue(ended.get("message").asText().contains("0 windows"), ended::toString);
        assertProblem(404, "no walk-forward", backtests.calls.get("/api/walkforwards/none"));
        assertProblem(409, "ended", backtests.calls.delete(walked.get("href").asText()));
    }
}
