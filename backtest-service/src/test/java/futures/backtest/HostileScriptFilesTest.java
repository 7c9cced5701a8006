package futures.backtest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import futures.kit.Eventually;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Broken scripts, settings of scripts and bots' files: each gets its own error at its place, and the good ones beside go on. */
class HostileScriptFilesTest {
    @TempDir
    static Path home;

    private static RunningBacktests backtests;
    private static Path strategies;
    private static String goodResult;

    @BeforeAll
    static void start() throws Exception {
        strategies = Files.createDirectories(home.resolve("strategies"));
        drop("means.js", ScriptFilesTest.MEAN.getBytes(StandardCharsets.UTF_8));
        drop("Steady.js", ScriptFilesTest.cross("Steady", "means").getBytes(StandardCharsets.UTF_8));
        drop("BOT_GOOD.yaml", bot("").getBytes(StandardCharsets.UTF_8));
        backtests = new RunningBacktests(home);
        goodResult = good();
    }

    /** After all of it the good strategy and its bot are what they were. */
    @AfterAll
    static void stop() {
        try {
            assertEquals("ready", strategy("Steady").get("status").asText());
            assertEquals("ready", strategy("Steady").at("/bots/0/status").asText());
            assertEquals(goodResult, good());
        } finally {
            backtests.close();
        }
    }

    private static void drop(String file, byte[] content) throws IOException {
        Files.write(strategies.resolve(file), content);
    }

    private static String good() {
        return backtests
                .done("{\"bot\":\"BOT_GOOD\"}")
                .at("/result/result_hash")
                .asText();
    }

    private static JsonNode strategy(String name) {
        return backtests.calls.get("/api/strategies/" + name).json();
    }

    private static String bot(String changed) {
        String bot = BotConfigurationTest.bot(5, "").replace("type: RUBBER", "type: Steady");
        if (changed.isEmpty()) {
            return bot;
        }
        String[] both = changed.split(" => ", -1);
        assertTrue(bot.contains(both[0]), changed);
        return bot.replace(both[0], both[1]);
    }

    private static String script(String text) {
        return text + "// processMarketData\n";
    }

    /**
     * @param error part of the message
     * @param place line and column; empty when it is about the whole file
     */
    @SuppressWarnings("ArrayRecordComponent") // a row of a table, never compared as a value
    private record Case(String what, String file, byte[] content, String error, String place) {
        Case(String what, String file, String content, String error, String place) {
            this(what, file, content.getBytes(StandardCharsets.UTF_8), error, place);
        }
    }

    private static final String CLASS = "module.exports = class {\n  processMarketData() {}\n};\n";

    private static List<Case> scripts() {
        return List.of(
                new Case(
                        "a bracket not closed",
                        "Bad.js",
                        "module.exports = class {\n  processMarketData() {\n};\n",
                        "Unexpected end of the file",
                        "3:3"),
                new Case(
                        "a module of the other kind",
                        "Bad.js",
                        script("const a = 1;\nimport fs from 'fs';\n"),
                        "Cannot use import statement outside a module",
                        "2:1"),
                new Case("TypeScript", "Bad.js", script("class S {\n  private x: number;\n}\n"), "Unexpected", "2:11"),
                new Case(
                        "a name twice",
                        "Bad.js",
                        script("const a = 1;\nlet a = 2;\n"),
                        "'a' has already been declared",
                        "2:5"),
                new Case(
                        "await outside of async",
                        "Bad.js",
                        script("function f() {\n  await g();\n}\n"),
                        "await is only valid",
                        "2:3"),
                new Case(
                        "a string over two lines",
                        "Bad.js",
                        script("const a = 'one\ntwo';\n"),
                        "Invalid or unexpected token",
                        "1:11"),
                new Case(
                        "a merge that was not finished",
                        "Bad.js",
                        script("<<<<<<< HEAD\n" + CLASS),
                        "Unexpected token '<<'",
                        "1:1"),
                new Case(
                        "no JavaScript at all",
                        "Bad.js",
                        script("def processMarketData(self):\n  pass\n"),
                        "Unexpected identifier",
                        "1:5"),
                new Case(
                        "a helper that is not there",
                        "Bad.js",
                        script("\nconst h = require('./helpers/none');\n" + CLASS),
                        "Cannot find module './helpers/none'",
                        "2:11"),
                new Case(
                        "a constructor that throws",
                        "Bad.js",
                        CLASS.replace("  processMarketData", "  constructor() { this.a.b = 1; }\n  processMarketData"),
                        "Cannot set properties of undefined",
                        "2:28"),
                new Case(
                        "nothing is exported",
                        "Bad.js",
                        script("class Bad { processMarketData() {} }\n"),
                        "exports no class",
                        ""),
                new Case(
                        "a loop in the constructor",
                        "Bad.js",
                        CLASS.replace("  processMarketData", "  constructor() { for (;;) {} }\n  processMarketData"),
                        "",
                        ""),
                new Case(
                        "wants a process",
                        "Bad.js",
                        script("require('child_process').execSync('ls');\n" + CLASS),
                        "is refused",
                        "1:1"),
                new Case(
                        "not UTF-8",
                        "Bad.js",
                        script("// gr\u00fcn\n" + CLASS).getBytes(StandardCharsets.ISO_8859_1),
                        "not UTF-8",
                        ""));
    }

    private static List<Case> settings() {
        String head = "strategy:\n  parameters:\n";
        return List.of(
                new Case(
                        "a name that nothing reads",
                        "Steady.yaml",
                        head + "    fastPerod: 4\n",
                        "nothing in Steady reads fastPerod",
                        "3:16"),
                new Case(
                        "words for a number",
                        "Steady.yaml",
                        head + "    fast_period: four\n",
                        "fast_period is a number (5 in the script), found 'four'",
                        "3:18"),
                new Case(
                        "a number in quotes",
                        "Steady.yaml",
                        head + "    slowPeriod: '20'\n",
                        "slowPeriod is a number (20 in the script)",
                        "3:17"),
                new Case(
                        "a group in place of parameters",
                        "Steady.yaml",
                        "strategy:\n  risk: {a: 1}\n",
                        "unknown key 'strategy.risk.a'",
                        "2:13"),
                new Case(
                        "a session that nobody knows",
                        "Steady.yaml",
                        "strategy:\n  active_sessions: [US_REGULAR, MARS]\n",
                        "active_sessions knows",
                        "2:21"),
                new Case(
                        "a switch that is none",
                        "Steady.yaml",
                        "strategy:\n  one_trade_at_time: maybe\n",
                        "one_trade_at_time",
                        "2:22"),
                new Case(
                        "a duration below nothing",
                        "Steady.yaml",
                        "strategy:\n  max_trade_duration_minutes: -5\n",
                        "max_trade_duration_minutes must be",
                        "2:31"),
                new Case(
                        "a search without a step",
                        "Steady.yaml",
                        head + "    fastPeriod: {min: 2, max: 8}\n",
                        "has no step",
                        "3:23"),
                new Case(
                        "a list of two types",
                        "Steady.yaml",
                        head + "    stopPoints: [4, many]\n",
                        "stopPoints",
                        "3:21"));
    }

    private static List<Case> bots() {
        return List.of(
                new Case(
                        "tabs", "BOT_BAD.yaml", "botId: BOT_BAD\nstrategy:\n\ttype: Steady\n", "not valid YAML", "3:1"),
                new Case(
                        "not closed",
                        "BOT_BAD.yaml",
                        bot("days: [1, 2, 3, 4, 5] => days: [1, 2"),
                        "not valid YAML",
                        "48:10"),
                new Case(
                        "aliases",
                        "BOT_BAD.yaml",
                        "strategy: &s\n  type: Steady\n  parameters: *s\n",
                        "aliases",
                        "1:1"),
                new Case("no strategy", "BOT_BAD.yaml", "botId: BOT_BAD\ninstrument: ES\n", "it names no strategy", ""),
                new Case(
                        "a strategy that is a word",
                        "BOT_BAD.yaml",
                        "strategy: Steady\n",
                        "'strategy' is a group of keys",
                        "1:11"),
                new Case(
                        "a strategy that is not here",
                        "BOT_BAD.yaml",
                        bot("type: Steady => type: Stead"),
                        "there is no script for the strategy Stead",
                        "8:9"),
                new Case(
                        "risk as a number",
                        "BOT_BAD.yaml",
                        "strategy: {type: Steady}\nrisk: 5\n",
                        "'risk' is a group of keys",
                        "2:7"),
                new Case(
                        "an instrument that is none",
                        "BOT_BAD.yaml",
                        bot("CON.F.US.EP.U25 => the S&P"),
                        "instrument is a product like MES",
                        "5:13"),
                new Case(
                        "risk in words",
                        "BOT_BAD.yaml",
                        bot("dollarRiskPerTrade: 50 => dollarRiskPerTrade: fifty"),
                        "risk.dollarRiskPerTrade is a number",
                        "15:23"),
                new Case(
                        "risk below nothing",
                        "BOT_BAD.yaml",
                        bot("maxDailyLoss: 800 => maxDailyLoss: -800"),
                        "risk.maxDailyLoss is a number of 0 or more",
                        "16:17"),
                new Case(
                        "no contracts",
                        "BOT_BAD.yaml",
                        bot("fixedSize: 2 => fixedSize: 0"),
                        "position_size must be",
                        "24:16"),
                new Case(
                        "a target in words",
                        "BOT_BAD.yaml",
                        bot("value: 2.5 => value: far"),
                        "exits.profitTarget.value is a number above 0",
                        "29:12"),
                new Case(
                        "a switch in words",
                        "BOT_BAD.yaml",
                        bot("    enabled: true\n    type: RISK => \n    enabled: sure\n    type: RISK"
                                .replace("=> \n", "=> ")),
                        "exits.profitTarget.enabled is true or false",
                        "27:14"),
                new Case(
                        "a time that is none",
                        "BOT_BAD.yaml",
                        bot("start: '09:30' => start: '9.30'"),
                        "a time of day like '09:30'",
                        "44:14"),
                new Case(
                        "a zone that is none",
                        "BOT_BAD.yaml",
                        bot("America/New_York => New York"),
                        "a time zone like America/New_York",
                        "46:17"),
                new Case(
                        "a day that is none",
                        "BOT_BAD.yaml",
                        bot("[1, 2, 3, 4, 5] => [1, Noneday]"),
                        "a day from 0 (Sunday) to 6",
                        "47:17"),
                new Case(
                        "hours without an end",
                        "BOT_BAD.yaml",
                        bot("      end: '16:00'\n => "),
                        "a session needs start and end",
                        "43:13"),
                new Case(
                        "hours with an unknown key",
                        "BOT_BAD.yaml",
                        bot("end: '16:00' => ends: '16:00'"),
                        "unknown key 'tradingHours.sessions[0].ends'",
                        "45:13"),
                new Case(
                        "a parameter of another type",
                        "BOT_BAD.yaml",
                        bot("slowPeriod: 15 => slowPeriod: true"),
                        "slowPeriod is a number (20 in the script)",
                        "11:17"),
                new Case(
                        "a key twice",
                        "BOT_BAD.yaml",
                        bot("    mode: BOTH => \n    slowPeriod: 16".replace("=> \n", "=> ")),
                        "already set in line 11",
                        "12:17"),
                new Case("huge", "BOT_BAD.yaml", "# " + "x".repeat(70_000), "larger than 64000 bytes", ""),
                new Case("not UTF-8", "BOT_BAD.yaml", new byte[] {'a', ':', ' ', (byte) 0xfc}, "not UTF-8", ""));
    }

    @TestFactory
    Stream<DynamicTest> scriptsAreRefusedAtTheirPlace() {
        return scripts().stream()
                .map(one -> dynamicTest(one.what(), () -> {
                    drop(one.file(), one.content());
                    try {
                        Eventually.within(
                                RunningBacktests.LONG,
                                "looked at",
                                () -> strategy("Bad").path("status").asText().equals("error"));
                        check(one, strategy("Bad").at("/errors/0"));
                        assertEquals(
                                422,
                                backtests
                                        .calls
                                        .post("/api/backtests", "{\"strategy_name\":\"Bad\",\"symbol\":\"ES\"}")
                                        .status());
                    } finally {
                        Files.delete(strategies.resolve(one.file()));
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> settingsAreRefusedAtTheirPlace() {
        return settings().stream()
                .map(one -> dynamicTest(one.what(), () -> {
                    drop(one.file(), one.content());
                    try {
                        check(one, strategy("Steady").at("/errors/0"));
                        assertEquals("error", strategy("Steady").get("status").asText());
                    } finally {
                        Files.delete(strategies.resolve(one.file()));
                    }
                    assertEquals("ready", strategy("Steady").get("status").asText());
                }));
    }

    @TestFactory
    Stream<DynamicTest> botsAreRefusedAtTheirPlace() {
        return bots().stream()
                .map(one -> dynamicTest(one.what(), () -> {
                    drop(one.file(), one.content());
                    try {
                        check(one, botError());
                        assertEquals(
                                422,
                                backtests
                                        .calls
                                        .post("/api/backtests", "{\"bot\":\"BOT_BAD\"}")
                                        .status());
                    } finally {
                        Files.delete(strategies.resolve(one.file()));
                    }
                }));
    }

    /** Among those of its strategy, or of nobody's. */
    private static JsonNode botError() {
        for (JsonNode bot : strategy("Steady").get("bots")) {
            if (bot.get("name").asText().equals("BOT_BAD")) {
                return bot.at("/errors/0");
            }
        }
        return backtests.calls.get("/api/strategies").json().at("/problems/0");
    }

    private static void check(Case one, JsonNode error) {
        assertEquals(one.file(), error.path("file").asText(), error::toString);
        assertTrue(error.path("message").asText().contains(one.error()), error::toString);
        if (!one.place().isEmpty()) {
            assertEquals(
                    one.place(),
                    error.path("line").asText() + ":" + error.path("column").asText(),
                    error::toString);
        }
    }
}
