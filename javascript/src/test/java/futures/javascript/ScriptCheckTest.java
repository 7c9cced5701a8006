package futures.javascript;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is said of scripts before they run. */
class ScriptCheckTest {
    static {
        assertTrue(Replay.RESOURCES.toFile().isDirectory()); // and V8 is allowed in this process
    }

    private static final String END = "  processMarketData() {}\n}\nmodule.exports = S;\n";

    static Stream<Arguments> flawed() {
        return Stream.of(
                Arguments.of("class S {\n  processMarketData( {\n}", 3, 2, "Unexpected end of the file"),
                Arguments.of("let a = 1;\nlet a = 2;\n", 2, 5, "Identifier 'a' has already been declared"),
                Arguments.of("let a = ;", 1, 9, "Unexpected token ';'"),
                Arguments.of("  const x = @;\n", 1, 13, "Invalid or unexpected token"),
                Arguments.of("import fs from 'fs';\n", 1, 1, "Cannot use import statement outside a module"),
                Arguments.of("class S {}\nexport default S;\n", 2, 1, "Unexpected token 'export'"),
                Arguments.of("const a = 'not closed;\n", 1, 11, "Invalid or unexpected token"),
                Arguments.of("class S {\n  x: number = 1;\n}", 2, 3, "Unexpected identifier"),
                Arguments.of("function f() {\n  await g();\n}", 2, 3, "await is only valid"),
                Arguments.of("\n\nreturn (1;\n", 3, 10, "Unexpected token ';'"),
                Arguments.of("class S {\n constructor() {\n  throw new Error('no luck'); }\n" + END, 3, 9, "no luck"),
                Arguments.of(
                        "class S {\n  constructor(config) { this.a = config.risk.deep; }\n" + END,
                        2,
                        46,
                        "reading 'deep'"),
                Arguments.of("throw new TypeError('at once');", 1, 7, "at once"),
                Arguments.of("\nrequire('./helper');\n" + "class S {\n" + END, 2, 1, "Cannot find module './helper'"),
                Arguments.of("const a = 1;", 0, 0, "exports no class"),
                Arguments.of("module.exports = class S {};", 0, 0, "has no method processMarketData"),
                Arguments.of("class S {\n  constructor() { for (;;) {} }\n" + END, -1, -1, "did not come back"),
                Arguments.of(
                        "class S {\n  constructor() { const a = []; for (;;) a.push(new Array(1e5).fill(a.length)); }\n"
                                + END,
                        -1,
                        -1,
                        "memory"),
                Arguments.of("process.exit(1);\n" + "class S {\n" + END, 1, 9, "process.exit"),
                Arguments.of("require('child_process');\nclass S {\n" + END, 1, 1, "is refused"));
    }

    @ParameterizedTest
    @MethodSource("flawed")
    void eachFlawHasItsPlace(String text, int line, int column, String part) {
        // Memory takes its time on a busy machine.
        Limits limits = part.equals("memory") ? Limits.STANDARD : Replay.SHORT;
        ScriptCheck check = ScriptCheck.of(ScriptSource.of("S", text), limits, Map.of());
        assertEquals(1, check.flaws().size(), check::toString);
        assertNull(check.told());
        ScriptFlaw flaw = check.flaws().get(0);
        assertEquals("S.js", flaw.file());
        assertTrue(flaw.message().contains(part), flaw::toString);
        if (line >= 0) {
            assertEquals(line + ":" + column, flaw.line() + ":" + flaw.column(), flaw::toString);
        }
    }

    private static String told(String text, Map<String, Object> config) {
        ScriptCheck check = ScriptCheck.of(ScriptSource.of("S", text), Replay.SHORT, config);
        assertEquals("[]", check.flaws().toString());
        return check.told();
    }

    private static String parameter(String name, Object standard) {
        return "{\"name\":\"" + name + "\",\"standard\":" + standard + ",\"from\":\"configuration\"}";
    }

    @Test
    void parametersAreWhatTheConstructorAsksFor() {
        String told = told("""
                class S {
                  constructor(config = {}, mainBot = null) {
                    this.name = 'MY_STRATEGY';
                    this.version = 2.1;
                    this.fast = config.fastPeriod || 5;
                    this.slow = config.slowPeriod ?? config.slow ?? 20.5;
                    this.on = config.enabled !== false;
                    this.params = { timeoutMs: config.timeoutMs || 5 * 60 * 1000, mode: config.mode || 'STANDARD' };
                    this.ema = config.periods?.fast ?? config.ema?.periods?.fast ?? 9;
                    const { buffer = 2, offset: shift = -1.5 } = config;
                    this.unknown = config.unknown;
                    this.quoted = config.parameters.quoted || "it's";
                  }
                  processMarketData() {}
                  getParameters() { return { ...this.params, extra: 7 }; }
                }
                module.exports = { S };
                """, Map.of());
        for (String one : new String[] {
            parameter("fastPeriod", 5),
            parameter("slowPeriod", 20.5),
            parameter("enabled", true),
            parameter("timeoutMs", 300000),
            parameter("mode", "\"STANDARD\""),
            parameter("periods.fast", 9),
            parameter("buffer", 2),
            parameter("offset", -1.5),
            parameter("unknown", null),
            parameter("quoted", "\"it's\""),
            "{\"name\":\"extra\",\"standard\":7,\"from\":\"getParameters\"}",
            "\"name\":\"MY_STRATEGY\"",
            "\"version\":\"2.1\"",
            "\"keeps_all\":false"
        }) {
            assertTrue(told.contains(one), one + " in " + told);
        }
    }

    @Test
    void whoKeepsTheWholeConfigurationMayAskForMoreLater() {
        String told = told("""
                class S {
                  constructor(config) { this.config = config; this.params = { fast: 5, ...config }; }
                  processMarketData(price) { return price > (this.config.level || 100); }
                }
                module.exports = S;
                """, Map.of());
        assertTrue(told.contains("\"keeps_all\":true"), told);
        assertTrue(told.contains(parameter("level", 100)), told);
        assertTrue(told.contains("\"name\":\"fast\",\"standard\":5"), told);
    }

    @Test
    void theMakingSeesTheValuesThatItIsGiven() {
        String needs =
                "class S {\n  constructor(config) { this.a = config.risk.dollarRiskPerTrade + config.fastPeriod; }\n"
                        + "  getParameters() { return { sum: this.a }; }\n" + END;
        String told = told(needs, Map.of("risk.dollarRiskPerTrade", 100, "fast_period", 3));
        assertTrue(told.contains("\"sum\",\"standard\":103"), told);
    }

    @Test
    void everyBrokenFileOfItsTreeIsNamed() throws Exception {
        ScriptSource source = ScriptReader.read(
                ScriptTree.of(Map.of(
                        "S.js", "require('./lib/a');\nrequire('./b.json');\nmodule.exports = class {\n};\n",
                        "lib/a.js", "exports.a = (;\n",
                        "b.json", "{\"a\": 1,\n \"b\": }")),
                "S.js");
        ScriptCheck check = ScriptCheck.of(source, Replay.SHORT, Map.of());
        assertEquals(2, check.flaws().size(), check::toString);
        assertEquals("b.json:2:7", place(check.flaws().get(0)), check::toString);
        assertEquals("lib/a.js:1:14", place(check.flaws().get(1)), check::toString);
        assertEquals(";", check.flaws().get(1).text());
    }

    private static String place(ScriptFlaw flaw) {
        return flaw.file() + ":" + flaw.line() + ":" + flaw.column();
    }

    @Test
    void theBotsOfTheTestsPass() throws Exception {
        for (String name :
                new String[] {"clocks.js", "equipped.js", "older.js", "promised.js", "sloppy.js", "folder"}) {
            ScriptCheck check = ScriptCheck.of(Replay.read(name), Replay.SHORT, Map.of());
            assertEquals("[]", check.flaws().toString(), name);
        }
    }
}
