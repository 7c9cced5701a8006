package futures.backtest;

import static futures.backtest.RunningBacktests.assertProblem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import futures.kit.Calls;
import futures.kit.Eventually;
import futures.kit.json.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Configurations of the live bot beside its script: {@code BOT_1.yaml} in both forms that the bot's own files have. */
class BotConfigurationTest {
    @TempDir
    static Path home;

    private static RunningBacktests backtests;
    private static Path strategies;

    @BeforeAll
    static void start() throws Exception {
        strategies = Files.createDirectories(home.resolve("strategies"));
        drop("means.js", ScriptFilesTest.MEAN);
        drop("RubberStrategy.js", ScriptFilesTest.cross("RubberStrategy", "means"));
        backtests = new RunningBacktests(home);
    }

    @AfterAll
    static void stop() {
        backtests.close();
    }

    private static void drop(String file, String content) throws Exception {
        Files.writeString(strategies.resolve(file), content);
    }

    /** All groups that the live bot's files have; the market of the tests is ES. */
    static String bot(int fast, String more) {
        return """
                botId: BOT_1
                port: 3004
                enabled: true
                description: cross on ES
                instrument: CON.F.US.EP.U25
                accountId: '9000001'
                strategy:
                  type: RUBBER
                  parameters:
                    fastPeriod: %d
                    slowPeriod: 15
                    mode: BOTH
                    levels: [1, 2]
                risk:
                  dollarRiskPerTrade: 50
                  maxDailyLoss: 800
                  maxDailyProfit: 600
                  maxDailyTrades: 10
                  maxConsecutiveLosses: 3
                  maxDailyDrawdown: 0.03
                  maxOpenPositions: 1
                  positionSizing:
                    method: FIXED
                    fixedSize: 2
                exits:
                  profitTarget:
                    enabled: true
                    type: RISK_MULTIPLE
                    value: 2.5
                  moveToBreakeven: true
                  breakevenTrigger: 1.5
                  partialExits:
                    - percentage: 50
                      target: 1.5
                  trailingStop:
                    enabled: true
                    trigger: 1
                    distance: 10
                    adjustTP: true
                tradingHours:
                  enabled: true
                  sessions:
                    - name: Regular
                      start: '09:30'
                      end: '16:00'
                      timezone: America/New_York
                      days: [1, 2, 3, 4, 5]
                execution:
                  orderType: MARKET
                aggregator:
                  enabled: true
                %s""".formatted(fast, more);
    }

    private static JsonNode bots() {
        return backtests.calls.get("/api/strategies/RubberStrategy").json().get("bots");
    }

    private static JsonNode bot(String name) {
        for (JsonNode one : bots()) {
            if (one.get("name").asText().equals(name)) {
                return one;
            }
        }
        return Json.mapper().missingNode();
    }

    private static JsonNode await(String name) {
        // Once the script was looked at, types are known.
        Eventually.within(
                RunningBacktests.LONG,
                "looked at",
                () -> backtests
                        .calls
                        .get("/api/strategies/RubberStrategy")
                        .json()
                        .get("status")
                        .asText()
                        .equals("ready"));
        return bot(name);
    }

    @Test
    void aDroppedBotIsUnderstoodAndRuns() throws Exception {
        drop("BOT_1.yaml", bot(4, ""));
        JsonNode bot = await("BOT_1");
        assertEquals("ready", bot.path("status").asText(), () -> bots().toString());
        assertEquals("ES", bot.get("symbol").asText());
        assertEquals("cross on ES", bot.get("description").asText());
        JsonNode parameters = bot.get("parameters");
        assertEquals(4, parameters.get("fastPeriod").asInt());
        assertEquals(50, parameters.get("risk.dollarRiskPerTrade").asInt());
        assertEquals(2, parameters.get("position_size").asInt());
        assertEquals(2.5, parameters.get("default_target_ratio").asDouble());
        assertEquals(2.5, parameters.get("riskRewardRatio").asDouble());
        assertEquals(
                "09:30-16:00 America/New_York 1,2,3,4,5",
                parameters.get("trading_hours").asText());
        assertEquals(2, parameters.get("levels.1").asInt());
        String warnings = bot.get("warnings").toString();
        assertTrue(warnings.contains("not used in a backtest: aggregator, enabled, execution, port"), warnings);
        assertTrue(warnings.contains("risk.maxDailyDrawdown reaches the script"), warnings);
        assertTrue(!warnings.contains("exits") && !warnings.contains("maxDailyLoss"), warnings);
        assertEquals(800, parameters.get("max_daily_loss").asInt());
        assertEquals(600, parameters.get("max_daily_profit").asInt());
        assertEquals(10, parameters.get("max_daily_trades").asInt());
        assertEquals(3, parameters.get("max_consecutive_losses").asInt());
        assertEquals(1.5, parameters.get("break_even_trigger").asDouble());
        assertEquals(10, parameters.get("trailing_stop_ticks").asInt());
        assertEquals(1, parameters.get("trailing_stop_trigger").asInt());
        assertTrue(parameters.get("trailing_stop_moves_target").asBoolean());
        assertEquals("50@1.5", parameters.get("partial_exits").asText());
        assertTrue(warnings.contains("nothing in RubberStrategy reads levels"), warnings);
        JsonNode done = backtests.done("{\"bot\":\"BOT_1\"}");
        assertEquals("RubberStrategy", done.at("/order/strategy_name").asText());
        assertEquals("ES", done.at("/order/symbol").asText());
        assertEquals("BOT_1", done.at("/result/configuration/bot").asText(), done::toString);
        assertEquals(bot.get("content_hash"), done.at("/result/configuration/bot_hash"));
        assertEquals(4, done.at("/result/configuration/parameters/fastPeriod").asInt());
        String said = done.at("/result/warnings").toString();
        assertTrue(said.contains("BOT_1: not used in a backtest") && !said.contains("botId"), said);
        // The same by hand is the same run.
        JsonNode byHand = backtests.done(
                "{\"strategy_name\":\"RubberStrategy\",\"symbol\":\"ES\",\"parameters\":" + parameters + "}");
        assertEquals(done.at("/result/result_hash"), byHand.at("/result/result_hash"));
        // Values of the order are stronger, in either spelling.
        JsonNode other = backtests.done("{\"bot\":\"BOT_1\",\"parameters\":{\"fast_period\":6}}");
        assertEquals(6, other.at("/result/configuration/parameters/fast_period").asInt());
        assertTrue(other.at("/result/configuration/parameters/fastPeriod").isMissingNode(), other::toString);
        assertNotEquals(done.at("/result/result_hash"), other.at("/result/result_hash"));
        // Its text is kept with the code.
        JsonNode code = backtests
                .calls
                .get("/api/backtests/" + done.get("id").asText() + "/code")
                .json();
        assertEquals("bot", code.at("/strategies/1/kind").asText(), code::toString);
        assertEquals(bot(4, ""), code.at("/strategies/1/files/0/text").asText());
        Calls.Reply verified =
                backtests.calls.post("/api/backtests/" + done.get("id").asText() + "/verify?wait=true", "");
        assertEquals("verified", verified.json().path("verdict").asText(), verified.text());
    }

    @Test
    void severalBotsOfOneScriptAreSeveralConfigurationsAndChangesAreTakenAtOnce() throws Exception {
        drop("BOT_A.yaml", bot(3, "").replace("botId: BOT_1", "botId: BOT_A"));
        drop("BOT_B.yaml", bot(7, "").replace("botId: BOT_1", "botId: BOT_B"));
        await("BOT_A");
        JsonNode a =
                backtests.calls.post("/api/backtest/js?bot=BOT_A&symbol=ES", "").json();
        JsonNode b =
                backtests.calls.post("/api/backtest", "{\"bot\":\"BOT_B\"}").json();
        assertEquals(3, a.at("/configuration/parameters/fastPeriod").asInt(), a::toString);
        assertEquals(7, b.at("/configuration/parameters/fastPeriod").asInt(), b::toString);
        assertNotEquals(a.get("result_hash"), b.get("result_hash"));
        drop("BOT_A.yaml", bot(7, "").replace("botId: BOT_1", "botId: BOT_A"));
        assertEquals(7, bot("BOT_A").at("/parameters/fastPeriod").asInt());
        drop("BOT_A.yaml", bot(7, "").replace("fastPeriod: 7", "fastPeriod: seven"));
        JsonNode wrong = bot("BOT_A");
        assertEquals("outdated", wrong.get("status").asText(), wrong::toString);
        assertEquals(
                "BOT_A.yaml:10:17: fastPeriod is a number (5 in the script), found 'seven'",
                wrong.at("/errors/0/file").asText() + ":"
                        + wrong.at("/errors/0/line").asInt() + ":"
                        + wrong.at("/errors/0/column").asInt() + ": "
                        + wrong.at("/errors/0/message").asText());
        assertEquals("seven", wrong.at("/errors/0/text").asText());
        JsonNode kept = backtests.done("{\"bot\":\"BOT_A\"}");
        assertEquals(7, kept.at("/result/configuration/parameters/fastPeriod").asInt());
        assertTrue(kept.at("/result/warnings").toString().contains("BOT_A was used as it was before"), kept::toString);
    }

    @Test
    void theOtherFormOfTheBotsFilesAndTextInTheOrder() throws Exception {
        String other = """
                bot:
                  name: "BOT_OTHER"
                  strategy: "RubberStrategy"
                  enabled: true
                strategy:
                  dollarRiskPerTrade: 100
                  fastPeriod: 4
                  oneTradeAtTime: true
                  maxTradeDurationMinutes: 30
                  activeSessions:
                    - "NEW_YORK_MORNING"
                trading:
                  instrument: "ES"
                exits:
                  closeAtSessionEnd: true
                  stopLoss: {type: FIXED, value: 25}
                """;
        await("BOT_1");
        JsonNode done = backtests.done(Json.mapper().writeValueAsString(Map.of("bot", other)));
        JsonNode parameters = done.at("/result/configuration/parameters");
        assertEquals("BOT_OTHER", done.at("/result/configuration/bot").asText(), done::toString);
        assertEquals(30, parameters.get("max_trade_duration_minutes").asInt());
        assertEquals("NEW_YORK_MORNING", parameters.get("active_sessions").asText());
        assertTrue(parameters.get("exit_at_session_end").asBoolean());
        assertEquals(25, parameters.get("default_stop_points").asInt());
        assertProblem(
                422,
                "bot:3:13: there is no script for the strategy Nothing",
                backtests.calls.post(
                        "/api/backtests",
                        Json.mapper().writeValueAsString(Map.of("bot", other.replace("RubberStrategy", "Nothing")))));
    }

    @Test
    void strategiesOfAJointRunMayHaveBotsEach() throws Exception {
        drop("BOT_L.yaml", bot(3, "").replace("botId: BOT_1", "botId: BOT_L"));
        drop("BOT_R.yaml", bot(7, "").replace("botId: BOT_1", "botId: BOT_R"));
        await("BOT_L");
        JsonNode joint = backtests.done("""
                {"strategies": [
                  {"bot": "BOT_L"},
                  {"bot": "BOT_R", "name": "right", "symbol": "CL", "parameters": {"fast_period": 6}},
                  {"strategy_name": "SimpleMAStrategy", "symbol": "ES"}]}""");
        JsonNode strategies = joint.at("/order/strategies");
        assertEquals("BOT_L", strategies.at("/0/name").asText(), strategies::toString);
        assertEquals("RubberStrategy", strategies.at("/0/strategy_name").asText());
        assertEquals("ES", strategies.at("/0/symbol").asText());
        assertEquals(3, strategies.at("/0/parameters/fastPeriod").asInt());
        assertEquals(800, strategies.at("/0/parameters/max_daily_loss").asInt());
        assertEquals("CL", strategies.at("/1/symbol").asText());
        assertEquals(6, strategies.at("/1/parameters/fast_period").asInt());
        assertTrue(strategies.at("/1/parameters/fastPeriod").isMissingNode(), strategies::toString);
        assertEquals(bot("BOT_R").get("content_hash"), strategies.at("/1/bot_hash"));
        assertTrue(strategies.at("/2/bot").isNull(), strategies::toString);
        assertEquals(strategies, joint.at("/result/configuration/strategies"));
        String warnings = joint.at("/result/warnings").toString();
        assertTrue(warnings.contains("BOT_L: not used") && warnings.contains("BOT_R: not used"), warnings);
        // The bot is its values: the same ones written out are the same run.
        JsonNode byHand = backtests.done(Json.mapper()
                .writeValueAsString(Map.of(
                        "strategies",
                        Json.mapper()
                                .readTree(strategies
                                        .toString()
                                        .replaceAll("\"bot(_hash)?\":\"[^\"]*\"", "\"bot$1\":null")))));
        assertEquals(joint.at("/result/result_hash"), byHand.at("/result/result_hash"));
        JsonNode code = backtests
                .calls
                .get("/api/backtests/" + joint.get("id").asText() + "/code")
                .json();
        long bots = code.findValuesAsText("kind").stream().filter("bot"::equals).count();
        assertEquals(2, bots, code::toString);
        assertProblem(
                404,
                "no bot 'BOT_8'",
                backtests.calls.post("/api/backtests", "{\"strategies\":[{\"bot\":\"BOT_L\"},{\"bot\":\"BOT_8\"}]}"));
        assertEquals(
                "strategies[1].bot",
                backtests
                        .calls
                        .post("/api/backtests", "{\"strategies\":[{\"bot\":\"BOT_L\"},{\"bot\":\"BOT_8\"}]}")
                        .json()
                        .at("/errors/0/field")
                        .asText());
        assertProblem(
                422,
                "Two strategies of the run are called 'BOT_L'",
                backtests.calls.post("/api/backtests", "{\"strategies\":[{\"bot\":\"BOT_L\"},{\"bot\":\"BOT_L\"}]}"));
        Calls.Reply verified =
                backtests.calls.post("/api/backtests/" + joint.get("id").asText() + "/verify?wait=true", "");
        assertEquals("verified", verified.json().path("verdict").asText(), verified.text());
    }

    @Test
    void botsComeAndGoOverHttp() {
        String path = "/api/strategies/RubberStrategy?file=BOT_SENT.yaml";
        await("BOT_SENT");
        Calls.Reply made = send("PUT", path, bot(5, ""));
        assertEquals(201, made.status(), made.text());
        assertEquals(5, bot("BOT_SENT").at("/parameters/fastPeriod").asInt());
        JsonNode checked = send("POST", "/api/strategies/RubberStrategy/validate?file=BOT_SENT.yaml", bot(6, ""))
                .json();
        assertTrue(checked.get("valid").asBoolean(), checked::toString);
        assertEquals(6, checked.at("/bot/parameters/fastPeriod").asInt());
        assertProblem(
                422,
                "BOT_SENT.yaml:16:17: risk.maxDailyLoss is a number",
                send("PUT", path, bot(5, "").replace("800", "much")));
        for (String[] wrong : new String[][] {
            {"distance: 10", "distance: near", "exits.trailingStop.distance is a number above 0, found 'near'"},
            {"distance: 10", "distance: 2.5", "trailing_stop_ticks must be a whole number"},
            {"distance: 10", "width: 10", "a trailing stop needs exits.trailingStop.distance"},
            {"target: 1.5", "at: 1.5", "a partial exit needs a target"},
            {"percentage: 50", "percentage: 150", "100 percent together or less"},
            {"moveToBreakeven: true", "moveToBreakeven: often", "exits.moveToBreakeven is true or false"},
        }) {
            assertProblem(422, wrong[2], send("PUT", path, bot(5, "").replace(wrong[0], wrong[1])));
        }
        String limited =
                bot(5, "").replace("maxDailyProfit: 600", "maxDailyProfit: 600\n  dailyProfitLimitEnabled: false");
        JsonNode unlimited = send("POST", "/api/strategies/RubberStrategy/validate?file=BOT_SENT.yaml", limited)
                .json();
        assertTrue(unlimited.at("/bot/parameters/max_daily_profit").isMissingNode(), unlimited::toString);
        assertProblem(
                422,
                "it is for RubberStrategy and not for SimpleMAStrategy",
                send("PUT", "/api/strategies/SimpleMAStrategy?file=BOT_SENT.yaml", bot(5, "")));
        assertProblem(
                400, "RubberStrategy.yaml", send("PUT", "/api/strategies/RubberStrategy?file=BOT.yaml", bot(5, "")));
        assertEquals(5, bot("BOT_SENT").at("/parameters/fastPeriod").asInt());
        assertEquals(204, backtests.calls.delete(path).status());
        assertTrue(bot("BOT_SENT").isMissingNode());
    }

    private static Calls.Reply send(String method, String path, String body) {
        return backtests.calls.send(method, path, body, Map.of("Content-Type", "application/yaml"));
    }

    @Test
    void ordersThatCannotBeRight() throws Exception {
        drop("BOT_9.yaml", bot(5, ""));
        await("BOT_9");
        assertProblem(404, "no bot 'BOT_8'", backtests.calls.post("/api/backtests", "{\"bot\":\"BOT_8\"}"));
        assertProblem(
                422,
                "for the strategy RubberStrategy and not for SimpleMAStrategy",
                backtests.calls.post("/api/backtests", "{\"bot\":\"BOT_9\",\"strategy_name\":\"SimpleMAStrategy\"}"));
        assertProblem(
                400,
                "in a joint run each of the strategies may have one",
                backtests.calls.post(
                        "/api/backtests",
                        "{\"bot\":\"BOT_9\",\"strategies\":[{\"strategy_name\":\"RubberStrategy\",\"symbol\":\"ES\"}]}"));
        drop("BOT_NOBODY.yaml", bot(5, "").replace("RUBBER", "SOMETHING_ELSE"));
        String problems =
                backtests.calls.get("/api/strategies").json().get("problems").toString();
        assertTrue(problems.contains("there is no script for the strategy SOMETHING_ELSE"), problems);
        assertProblem(422, "BOT_NOBODY.yaml:8:9", backtests.calls.post("/api/backtests", "{\"bot\":\"BOT_NOBODY\"}"));
        Files.delete(strategies.resolve("BOT_NOBODY.yaml"));
    }
}
