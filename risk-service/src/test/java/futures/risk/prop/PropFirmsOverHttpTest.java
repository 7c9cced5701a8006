package futures.risk.prop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import futures.kit.Calls;
import futures.kit.RedisForTests;
import futures.kit.RunningService;
import futures.kit.config.Settings;
import futures.risk.RiskService;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The service over real HTTP, with a backtest service that holds made-up runs. */
class PropFirmsOverHttpTest {
    @TempDir
    static Path home;

    private static final StoredBacktests BACKTESTS = new StoredBacktests();
    private static RunningService backtest;
    private static RunningService risk;
    private static Calls calls;

    @BeforeAll
    static void start() throws Exception {
        Settings settings = Settings.load(
                home,
                Map.of(),
                List.of(
                        "ports.backtest=" + RedisForTests.freePort(),
                        "ports.risk=0",
                        "ports.portfolio=" + RedisForTests.freePort(),
                        "ports.redis=" + RedisForTests.freePort()));
        backtest = RunningService.start("backtest", settings, Clock.systemUTC(), context -> BACKTESTS);
        risk = RunningService.start("risk", settings, Clock.systemUTC(), RiskService::new);
        calls = new Calls(risk.uri());
        BACKTESTS.runs.put("made", made());
    }

    @AfterAll
    static void stop() {
        risk.close();
        backtest.close();
    }

    /**
     * Monday makes 1,400 in one trade that was 600 under water in between; Tuesday, in the evening of Monday, loses 1,200 and
     * makes 2,000; Wednesday makes 1,000 and is held past 15:10 Chicago.
     */
    private static StoredBacktests.Run made() {
        return new StoredBacktests.Run()
                .bar("2024-01-08T15:00:00Z", 100_000)
                .bar("2024-01-08T15:01:00Z", 100_200)
                .bar("2024-01-08T15:02:00Z", 101_400)
                .day("2024-01-08")
                .trip("LONG", 2, "2024-01-08T15:00:00Z", "2024-01-08T15:01:00Z", 1_400, -600, 1_700)
                .bar("2024-01-08T23:30:00Z", 101_400)
                .bar("2024-01-09T16:00:00Z", 100_200)
                .bar("2024-01-09T16:30:00Z", 102_200)
                .day("2024-01-09")
                .trip("SHORT", 6, "2024-01-08T23:30:00Z", "2024-01-09T16:00:00Z", 800, -1_250, 900)
                .bar("2024-01-10T15:00:00Z", 102_200)
                .bar("2024-01-10T21:11:00Z", 103_000)
                .bar("2024-01-10T21:12:00Z", 103_200)
                .day("2024-01-10")
                .trip("LONG", 1, "2024-01-10T15:00:00Z", "2024-01-10T21:11:00Z", 1_000, -100, 1_000);
    }

    private static JsonNode post(int status, String path, String body) {
        Calls.Reply reply = calls.post("/api/risk/prop-firms/" + path, body);
        assertEquals(status, reply.status(), reply.text());
        return reply.json();
    }

    private static void money(String expected, JsonNode found) {
        assertEquals(expected, found.asText());
    }

    @Test
    void plansAreListedWithTheirRules() {
        JsonNode list = calls.get("/api/risk/prop-firms").json();
        assertEquals(9, list.get("plans").size());
        JsonNode plan = list.get("plans").get(0);
        assertEquals("topstep-50k", plan.get("plan").asText());
        assertEquals("2026-10-03", plan.get("checked").asText());
        money("2000.00", plan.at("/evaluation/max_loss"));
        assertEquals("off", plan.at("/evaluation/daily_loss_action").asText());
        assertTrue(plan.get("uncertain").asText().contains("scaling")
                || plan.get("uncertain").asText().contains("steps"));
        assertTrue(plan.at("/rules/0/text").asText().contains("2,000 below"));
    }

    @Test
    void aPassIsReplayedDayByDay() {
        JsonNode answer = post(200, "topstep-50k/evaluate?backtest_id=made", "");
        assertEquals("passed", answer.get("verdict").asText());
        assertEquals("2024-01-10", answer.get("day").asText());
        assertTrue(answer.get("time").isNull());
        money("3200.00", answer.get("profit"));
        money("1400.00", answer.get("best_day"));
        assertEquals("0.4375", answer.get("best_day_share").asText());
        JsonNode monday = answer.at("/days/0");
        money("50000.00", monday.get("open"));
        // 600 under water at a moment that no close shows
        money("49400.00", monday.get("low"));
        money("51400.00", monday.get("balance"));
        money("49400.00", monday.get("floor"));
        money("1400.00", monday.get("to_floor"));
        assertEquals("2", monday.get("contracts").asText());
        assertEquals("5", monday.get("allowed").asText());
        JsonNode tuesday = answer.at("/days/1");
        // of the evening before to 17:00 Chicago
        money("800.00", tuesday.get("profit"));
        money("50150.00", tuesday.get("low"));
        money("750.00", tuesday.get("to_floor"));
        money("800.00", tuesday.get("to_target"));
        assertEquals(1, answer.at("/contracts/days_over").asInt());
        assertEquals("2024-01-09", answer.at("/contracts/first_day").asText());
        assertEquals(1, answer.at("/held/round_trips").asInt());
        assertEquals("2024-01-10T15:00:00Z", answer.at("/held/first").asText());
        assertEquals(3, answer.get("days_replayed").asInt());
        assertTrue(answer.get("notes").toString().contains("closes of bars"));
    }

    @Test
    void dailyLimitEndsADayAndSaysWhatThatCost() {
        JsonNode flattened = post(200, "topstep-50k/evaluate?backtest_id=made&daily_loss=flatten", "");
        assertEquals("running", flattened.get("verdict").asText());
        assertEquals(1, flattened.get("flattened_days").asInt());
        // the low of the short trade met the limit of 1,000
        money("-1000.00", flattened.at("/days/1/profit"));
        money("-1800.00", flattened.get("flattened_profit"));
        money("0.00", flattened.at("/days/1/to_daily_loss"));
        money("1400.00", flattened.get("profit"));
        money("3200.00", flattened.get("history_profit"));
        JsonNode failed = post(200, "topstep-50k/evaluate?backtest_id=made&daily_loss=fail", "");
        assertEquals("daily_loss", failed.get("failed_by").asText());
        assertEquals("2024-01-09T16:00:00Z", failed.get("time").asText());
    }

    @Test
    void fourTimesTheSizeFailsWhereTheFloorIsMet() {
        JsonNode answer = post(200, "topstep-50k/evaluate?backtest_id=made&size=4", "");
        assertEquals("failed", answer.get("verdict").asText());
        assertEquals("max_loss", answer.get("failed_by").asText());
        assertEquals("2024-01-08", answer.get("day").asText());
        assertEquals("2024-01-08T15:01:00Z", answer.get("time").asText());
        money("48000.00", answer.get("balance"));
        money("-2000.00", answer.get("profit"));
        assertTrue(
                answer.get("reason").asText().contains("48000.00"),
                answer.get("reason").asText());
        money("12800.00", answer.get("history_profit"));
        assertEquals(1, answer.get("days_replayed").asInt());
    }

    @Test
    void intradayFloorFollowsWhatTradesReached() {
        // Monday's trade reached 1,695 at least and gave 295 back; Tuesday's low is 150 above the start.
        JsonNode answer = post(200, "apex-25k-intraday/evaluate?backtest_id=made", "");
        assertEquals("max_loss", answer.get("failed_by").asText());
        assertEquals("2024-01-09", answer.get("day").asText());
        money("25695.00", answer.at("/days/0/floor"));
        money("25695.00", answer.get("balance"));
    }

    @Test
    void fundedAccountBeginsAtItsOwnBalance() {
        JsonNode answer = post(200, "topstep-50k/evaluate?backtest_id=made&account=funded", "");
        assertEquals("running", answer.get("verdict").asText());
        money("0.00", answer.get("start_balance"));
        money("3200.00", answer.get("balance"));
        money("0.00", answer.get("paid"));
        assertTrue(answer.get("target").isNull());
    }

    private static String days(int days, long seed) {
        Random random = new Random(seed);
        StringBuilder body = new StringBuilder("{\"initial_cash\": 50000, \"days\": [");
        double equity = 50_000;
        for (int i = 0; i < days; i++) {
            double low = equity - random.nextInt(400);
            equity += random.nextInt(900) - 380;
            body.append(i == 0 ? "" : ",")
                    .append("{\"day\": \"")
                    .append(LocalDate.of(2024, 1, 1).plusDays(i))
                    .append("\", \"equity\": [")
                    .append(low)
                    .append(", ")
                    .append(equity)
                    .append("], \"contracts\": 1.5}");
        }
        return body.append("]}").toString();
    }

    @Test
    void oddsComeBySizeAndAreTheSameAgain() {
        String body = days(60, 5);
        String path = "topstep-50k/simulate?lives=2000&seed=7";
        JsonNode answer = post(200, path, body);
        assertEquals(answer, post(200, path, body));
        JsonNode sizes = answer.get("sizes");
        // 5 contracts allowed, 1.5 held
        assertEquals(3, sizes.size());
        double best = -1;
        int bestSize = 0;
        for (JsonNode row : sizes) {
            double pass = row.get("pass").asDouble();
            double fail = row.get("fail").asDouble();
            assertEquals(1, pass + fail + row.get("running").asDouble(), 1e-5);
            assertEquals(fail, row.at("/fail_by/max_loss").asDouble(), 1e-5);
            assertEquals(
                    Math.sqrt(pass * (1 - pass) / 2000), row.get("pass_error").asDouble(), 1e-5);
            assertEquals(
                    row.get("paid").asDouble() - row.get("fees").asDouble(),
                    row.get("value").asDouble(),
                    0.011);
            assertTrue(
                    row.get("value_low").asDouble() <= row.get("value_median").asDouble());
            assertTrue(pass > 0.02 && pass < 0.999, row.toString());
            bestSize = pass > best ? row.get("size").asInt() : bestSize;
            best = Math.max(best, pass);
        }
        assertEquals(bestSize, answer.get("best_odds").asInt());
        assertTrue(answer.get("assumptions").toString().contains("exchangeable"));
        JsonNode capped =
                post(200, "topstep-50k/simulate?lives=100&sizes=2,9", body).get("sizes");
        assertEquals("false", capped.get(0).get("capped").asText());
        assertEquals("true", capped.get(1).get("capped").asText());
        assertEquals("13.5", capped.get(1).get("contracts").asText());
    }

    @Test
    void whatIsWrongIsSaidWithItsField() {
        assertTrue(
                post(404, "topstep-5k/evaluate?backtest_id=made", "").toString().contains("topstep-50k"));
        assertTrue(post(404, "topstep-50k/evaluate?backtest_id=none", "")
                .toString()
                .contains("none"));
        assertTrue(post(400, "topstep-50k/evaluate", "").toString().contains("JSON"));
        assertTrue(post(400, "topstep-50k/evaluate", "{}").toString().contains("initial_cash"));
        assertEquals(
                "days[1].day",
                post(
                                400,
                                "topstep-50k/evaluate",
                                "{\"initial_cash\": 1, \"days\": [{\"day\": \"2024-01-02\", \"equity\": [1]},"
                                        + " {\"day\": \"2024-01-02\", \"equity\": [1]}]}")
                        .at("/errors/0/field")
                        .asText());
        assertEquals(
                "size",
                post(400, "topstep-50k/evaluate?size=0", "")
                        .at("/errors/0/field")
                        .asText());
        assertTrue(post(422, "topstep-50k/simulate?backtest_id=made", "")
                .toString()
                .contains("20 trading days"));
        assertEquals(
                "sizes",
                post(400, "topstep-50k/simulate?sizes=1,x&backtest_id=made", "")
                        .at("/errors/0/field")
                        .asText());
        assertEquals(
                "days",
                post(400, "topstep-50k/simulate?days=300&backtest_id=made", "")
                        .at("/errors/0/field")
                        .asText());
        assertEquals(
                "lives",
                post(400, "topstep-50k/simulate?lives=100000&life_days=2000", days(30, 1))
                        .at("/errors/0/field")
                        .asText());
        StoredBacktests.Run euro = made();
        euro.currency = "EUR";
        BACKTESTS.runs.put("euro", euro);
        assertTrue(post(422, "topstep-50k/evaluate?backtest_id=euro", "")
                .toString()
                .contains("EUR"));
    }

    @Test
    void microsCountAsTenths() {
        StoredBacktests.Run micro = made();
        micro.contract = "MES";
        BACKTESTS.runs.put("micro", micro);
        JsonNode answer = post(200, "topstep-50k/evaluate?backtest_id=micro", "");
        assertEquals("0.6", answer.at("/contracts/most").asText());
        assertEquals(0, answer.at("/contracts/days_over").asInt());
    }
}
