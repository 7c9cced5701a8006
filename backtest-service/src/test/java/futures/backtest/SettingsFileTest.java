package futures.backtest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import futures.kit.Calls;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a strategy declares, as it is shown, and what its YAML file may say about each kind of parameter. */
class SettingsFileTest {
    private static final String SOURCE = """
            import futures.strategy.*;
            import java.util.List;

            public final class Every extends Strategy {
                private final IntParameter fast = integer("fast", 10, 2, 50, 2, "bars");
                private final IntParameter slow = integer("slow", 20, 5, 200, 5, "bars");
                private final DoubleParameter width = decimal("width", 1.5, 0, 4, 0.25, "points");
                private final SwitchParameter both = onOff("both", true, "both sides");
                private final ChoiceParameter mode = choice("mode", List.of("1", "no", "x"), "how");
                private final TextParameter zone = text("zone", "UTC", "where");

                public Every() {
                    requireBelow(fast, slow);
                    requireAtMost(width, slow);
                }

                @Override
                protected void start(Setup setup) {}

                @Override
                protected void onBar(Bars bars, Broker broker) {}
            }
            """;

    @TempDir
    static Path home;

    private static RunningBacktests backtests;

    @BeforeAll
    static void start() throws Exception {
        Files.writeString(Files.createDirectories(home.resolve("strategies")).resolve("Every.java"), SOURCE);
        backtests = new RunningBacktests(home);
    }

    @AfterAll
    static void stop() {
        backtests.close();
    }

    private static JsonNode every() {
        return backtests.calls.get("/api/strategies/Every").json();
    }

    private static Calls.Reply send(String method, String path, String yaml) {
        return backtests.calls.send(
                method, "/api/strategies/Every" + path, yaml, Map.of("Content-Type", "application/yaml"));
    }

    private static String parameters(String... lines) {
        return "strategy:\n  parameters:\n    " + String.join("\n    ", lines) + "\n";
    }

    /** The error of settings, with its place; empty when there is none. */
    private static String error(String yaml) {
        JsonNode error = send("POST", "/validate", yaml).json().get("errors").path(0);
        return error.isMissingNode()
                ? ""
                : error.get("line").asText() + ":" + error.get("column").asText() + " "
                        + error.get("message").asText();
    }

    private static JsonNode parameter(String yaml, int index) {
        assertEquals("", error(yaml));
        Calls.Reply stored = send("PUT", "", yaml);
        assertTrue(stored.status() < 300, stored.text());
        return every().at("/parameters/" + index);
    }

    @Test
    void whatIsDeclaredIsShown() {
        JsonNode shown = every();
        assertEquals(
                "{\"name\":\"fast\",\"kind\":\"integer\",\"standard\":10,\"min\":2.0,\"max\":50.0,\"step\":2.0,"
                        + "\"choices\":[],\"search\":null,\"help\":\"bars\"}",
                declared(shown, 0).toString());
        assertEquals(
                "{\"name\":\"width\",\"kind\":\"decimal\",\"standard\":1.5,\"min\":0.0,\"max\":4.0,\"step\":0.25,"
                        + "\"choices\":[],\"search\":null,\"help\":\"points\"}",
                declared(shown, 2).toString());
        assertEquals("switch", declared(shown, 3).get("kind").asText());
        assertEquals("[\"1\",\"no\",\"x\"]", declared(shown, 4).get("choices").toString());
        assertEquals("text", declared(shown, 5).get("kind").asText());
        assertEquals(
                "[{\"lesser\":\"fast\",\"relation\":\"<\",\"greater\":\"slow\"},"
                        + "{\"lesser\":\"width\",\"relation\":\"<=\",\"greater\":\"slow\"}]",
                shown.get("conditions").toString());
        assertEquals(
                "[{\"lesser\":\"fast_period\",\"relation\":\"<\",\"greater\":\"slow_period\"}]",
                backtests
                        .calls
                        .get("/api/strategies/SimpleMAStrategy")
                        .json()
                        .get("conditions")
                        .toString());
    }

    private static JsonNode declared(JsonNode strategy, int index) {
        return strategy.at("/parameters/" + index);
    }

    /** A run is refused with both numbers when a condition does not hold, also between a value of the file and one of the order. */
    @Test
    void conditionsHoldBetweenFileAndOrder() {
        send("PUT", "", parameters("slow: 30"));
        Calls.Reply refused = backtests.calls.post(
                "/api/backtests", "{\"strategy_name\":\"Every\",\"symbol\":\"ES\",\"parameters\":{\"fast\":40}}");
        RunningBacktests.assertProblem(422, "fast must be below slow, found 40 and 30", refused);
    }

    /** What is declared as text stays as it is written, whatever YAML or we would make of it elsewhere. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "10",
                "1.50",
                "1e3",
                "007",
                "0x1F",
                "true",
                "False",
                "yes",
                "2024-01-02",
                "2024-01-02T10:00:00Z",
                ".nan",
                "-.inf",
                "12:30",
                "America/Chicago",
                "größer als 5 €",
                "東京",
                "😀"
            })
    void textIsText(String text) {
        assertEquals(
                text, parameter(parameters("zone: " + text), 5).get("standard").asText());
        assertTrue(every().at("/parameters/5/standard").isTextual());
        assertEquals(
                text,
                parameter(parameters("zone: \"" + text + "\""), 5)
                        .get("standard")
                        .asText());
        assertEquals(
                "[\"" + text + "\",\"UTC\"]",
                parameter(parameters("zone: [" + text + ", UTC]"), 5)
                        .get("search")
                        .toString());
    }

    @Test
    void choicesThatLookLikeSomethingElse() {
        assertEquals("1", parameter(parameters("mode: 1"), 4).get("standard").asText());
        assertEquals("no", parameter(parameters("mode: no"), 4).get("standard").asText());
        assertEquals(
                "[\"x\",\"1\"]",
                parameter(parameters("mode: [x, 1]"), 4).get("search").toString());
        assertEquals("3:11 parameter mode must be one of 1, no, x, found 1.0", error(parameters("mode: 1.0")));
    }

    @Test
    void nothingIsNoValue() {
        String none = "parameter zone has no value; write \"\" for an empty text";
        assertEquals("3:10 " + none, error(parameters("zone:")));
        assertEquals("3:11 " + none, error(parameters("zone: ~")));
        assertEquals("3:11 " + none, error(parameters("zone: null")));
        assertEquals("", parameter(parameters("zone: ''"), 5).get("standard").asText("none"));
        assertEquals(
                "null", parameter(parameters("zone: 'null'"), 5).get("standard").asText());
        assertEquals(
                "3:11 parameter fast must be a whole number from 2 to 50, found null", error(parameters("fast: null")));
        assertEquals("3:11 parameter both must be true or false, found ~", error(parameters("both: ~")));
        assertEquals(
                "3:11 parameter fast must be a whole number from 2 to 50, found []", error(parameters("fast: []")));
        assertEquals("3:11 parameter both must be true or false, found {}", error(parameters("both: {}")));
    }

    /** A file whose values are all commented out says nothing, and is not wrong. */
    @ParameterizedTest
    @ValueSource(
            strings = {"", "# nothing\n", "{}", "strategy:\n", "strategy: {}", "strategy:\n  parameters:\n", "---\n"})
    void aFileMaySayNothing(String yaml) {
        assertEquals("", yaml.isEmpty() ? "" : error(yaml));
    }

    @Test
    void numbersAreWrittenAsNumbers() {
        assertEquals(12, parameter(parameters("fast: +12"), 0).get("standard").asInt());
        assertEquals(12, parameter(parameters("fast: 1.2e1"), 0).get("standard").asInt());
        assertEquals(0.5, parameter(parameters("width: .5"), 2).get("standard").asDouble());
        for (String wrong : new String[] {
            "1_0",
            "0x0C",
            "1:30",
            ".inf",
            ".nan",
            "１２",
            "١٢",
            "twelve",
            "2024-01-02",
            "1e999999999",
            "-1e999999999",
            "1e9999"
        }) {
            assertTrue(error(parameters("fast: " + wrong)).contains("found " + wrong), wrong);
            assertTrue(error(parameters("width: " + wrong)).contains("found " + wrong), wrong);
        }
        for (String wrong : new String[] {"yes", "on", "True", "1", "\"\""}) {
            assertTrue(error(parameters("both: " + wrong)).contains("must be true or false"), wrong);
        }
    }

    /** Such a step added to such a minimum would be a number of a billion digits. */
    @Test
    void aSearchOfMonstrousNumbersIsRefused() {
        assertEquals(
                "3:18 min must be a number, found 1e-999999999",
                error(parameters("width: {min: 1e-999999999, max: 4, step: 1}")));
        assertEquals(
                "3:35 step must be a number, found 1e-999999999",
                error(parameters("width: {min: 0, max: 4, step: 1e-999999999}")));
    }

    @Test
    void lists() {
        assertEquals(
                "[10,20]",
                parameter(parameters("fast: [10, 20]"), 0).get("search").toString());
        assertEquals(
                "[10,20]",
                parameter(parameters("fast:", "  - 10", "  - 20"), 0)
                        .get("search")
                        .toString());
        assertEquals(
                "3:16 parameter fast must be a whole number from 2 to 50, found 51",
                error(parameters("fast: [10, 51]")));
        assertTrue(error(parameters("fast: [[10], 12]")).startsWith("3:13 unknown key"));
        assertTrue(error(parameters("fast: [{a: 1}]")).startsWith("3:16 unknown key"));
        assertTrue(error("- strategy").startsWith("1:3 unknown key '[0]'"));
        assertTrue(error("just text").startsWith("1:1 unknown key ''"));
    }

    @Test
    void anchorsTagsAndDoubles() {
        assertEquals(
                12,
                parameter(parameters("fast: &f 12", "slow: 40"), 0)
                        .get("standard")
                        .asInt());
        assertEquals(
                40,
                parameter(parameters("slow: &n 40", "width: 2"), 1)
                        .get("standard")
                        .asInt());
        assertTrue(error("x: &x {fast: 12}\nstrategy:\n  parameters: *x\n").contains("aliases"));
        assertTrue(error("x: &x {fast: 12}\nstrategy:\n  parameters:\n    <<: *x\n")
                .contains("aliases"));
        assertTrue(error(parameters("fast: 10", "'fast': 12")).contains("already set in line 3"));
        assertTrue(error(parameters("fast: 10", "\"fa\\x73t\": 12")).contains("already set in line 3"));
        assertTrue(error("strategy: {parameters: {fast: 10}}\nstrategy: {parameters: {fast: 12}}\n")
                .contains("already set in line 1"));
        assertTrue(error(parameters("? [fast]", ": 10")).contains("a key must be plain text"));
        assertTrue(error("strategy:\n---\nstrategy:\n").contains("not valid YAML"));
        assertTrue(error(parameters("zone: \u0007")).contains("not valid YAML"));
        // A name that only looks the same: its last letter is Cyrillic.
        assertTrue(error(parameters("mod\u0435: x")).contains("unknown key"));
    }

    /** A tag makes nothing: no class is named by a file. */
    @Test
    void tagsAreNothingButText() {
        assertEquals(
                "java.net.URL",
                parameter(parameters("zone: !!javax.script.ScriptEngineManager java.net.URL"), 5)
                        .get("standard")
                        .asText());
    }
}
