package futures.backtest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import futures.kit.Eventually;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a run with a script says about it besides its trades: its console, and what there is to think about. */
class ScriptReportsTest {
    private static final String HEALTHY = """
            module.exports = class {
              constructor(config, bot) { this.bot = bot; this.count = 0; }
              async processMarketData(price) {
                await null;
                const free = this.bot.modules.positionManagement.getAllPositions().length === 0;
                return { ready: true, signal: free && ++this.count % 100 === 0 ? { direction: 'LONG', positionSize: 1, stopLoss: price - 5, takeProfit: price + 5 } : null };
              }
            };
            """;

    @TempDir
    static Path home;

    private static RunningBacktests backtests;

    @BeforeAll
    static void start() throws Exception {
        Files.createDirectories(home.resolve("strategies"));
        backtests = new RunningBacktests(home, "scripts.console_lines=10", "scripts.console_file_mb=1");
    }

    @AfterAll
    static void stop() {
        backtests.close();
    }

    private static JsonNode run(String name, String text, String more) throws Exception {
        Files.writeString(home.resolve("strategies").resolve(name + ".js"), text);
        return backtests.done("{\"strategy_name\":\"" + name + "\",\"symbol\":\"ES\"" + more + "}");
    }

    private static String body(String constructor, String price) {
        return "module.exports = class {\n  constructor(config, bot) { this.bot = bot; this.n = 0; " + constructor
                + " }\n  processMarketData(price, volume, timestamp) {\n    this.n++; " + price + "\n  }\n};\n";
    }

    private static List<String> scriptFindings(JsonNode state) {
        List<String> found = new ArrayList<>();
        for (JsonNode finding : state.at("/result/findings")) {
            if (finding.get("key").asText().startsWith("script_")) {
                assertFalse(finding.get("remedy").asText().isBlank(), finding::toString);
                found.add(
                        finding.get("key").asText() + ": " + finding.get("text").asText());
            }
        }
        return found;
    }

    @Test
    void aHealthyScriptHasNoFindingOfItsOwn() throws Exception {
        JsonNode state = run("Healthy", HEALTHY, "");
        assertTrue(state.at("/result/performance/total_trades").asInt() > 5, state::toString);
        assertEquals(List.of(), scriptFindings(state));
        assertEquals(0, backtests.rows(state, "log").size());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            NeverReady    |   | return { ready: false, signal: null };  | script_never_ready: NeverReady never said that it is ready.
            NeverSignals  |   | return { ready: true, signal: null };   | script_never_signalled: NeverSignals was ready and gave no signal.
            Asks          | fetch('http://localhost:7500/bars', { method: 'POST', body: '{"limit": 30}' }); | return { ready: true, signal: this.n === 5 ? { direction: 'CLOSE' } : null }; | script_history_missing: Asks asked for bars before the run 1 times; 1 times there were none, or fewer than it asked for, in the 10 days before the run.
            Mumbles       |   | return { ready: true, signal: this.n < 3 ? { direction: 'UP', n: 1 } : this.n === 3 ? { direction: 'CLOSE' } : null }; | script_signals_not_understood: 2 signals of Mumbles had no direction that is known; the first was { direction: 'UP', n: 1 }
            Eager         |   | return { ready: true, signal: this.n < 50 ? { direction: 'BUY' } : null };   | script_signals_ignored: 48 of 49 signals of Eager came while a trade was on, too soon after one, outside the hours or after a limit of the day.
            Waits         | this.never = new Promise(() => {}); | return this.n === 7 ? this.never : { ready: true, signal: this.n === 5 ? { direction: 'CLOSE' } : null }; | script_promises_pending: 1 promises of Waits had not settled when the run ended.
            Rejects       |   | if ([4, 6].includes(this.n)) Promise.reject(new Error('unheard ' + this.n)); return { ready: true, signal: this.n === 5 ? { direction: 'CLOSE' } : null }; | script_promises_rejected: 2 promises of Rejects failed and nobody listened; the first: Error: unheard 4 at strategies/Rejects.js:4:59
            """)
    void whatThereIsToThinkAboutIsAFindingWithARemedy(String name, String constructor, String price, String finding)
            throws Exception {
        JsonNode state = run(name, body(constructor == null ? "" : constructor, price), "");
        assertEquals(List.of(finding), scriptFindings(state));
    }

    @Test
    void aPromiseThatIsHeardLaterIsNoFinding() throws Exception {
        JsonNode state = run(
                "HeardLater",
                body(
                        "",
                        "if (this.n === 4) { const p = Promise.reject(new Error('later')); Promise.resolve().then(() => p.catch(() => {})); }"
                                + " return { ready: true, signal: this.n === 5 ? { direction: 'CLOSE' } : null };"),
                "");
        assertEquals(List.of(), scriptFindings(state));
    }

    @Test
    void theLastLinesOfTheConsoleAreTheLog() throws Exception {
        String text = body(
                "console.warn('made');",
                "console.log('price', price); if (this.n === 2) console.error('two\\nlines'); return { ready: true, signal: this.n === 5 ? { direction: 'CLOSE' } : null };");
        JsonNode state = run("Writes", text, ",\"parameters\":{\"console_file\":true}");
        JsonNode log = backtests.rows(state, "log");
        JsonNode points = backtests.rows(state, "equity").get("points");
        assertEquals(10, log.size());
        JsonNode last = log.get(9);
        assertEquals(points.size() + 2, last.get("number").asInt());
        assertEquals(points.size() - 7, log.get(0).get("number").asInt());
        assertTrue(last.get("text").asText().matches("price [0-9.]+"), last::toString);
        assertEquals(
                points.get(points.size() - 1).get("time").asText(),
                Instant.parse(last.get("time").asText()).plusSeconds(60).toString());

        String finding = scriptFindings(state).get(0);
        assertEquals(
                "script_console_file: Writes wrote " + (points.size() + 2)
                        + " lines to its console; they are in data/console/"
                        + state.get("id").asText() + "-Writes.log.",
                finding);
        List<String> lines = Files.readAllLines(
                home.resolve("data/console/" + state.get("id").asText() + "-Writes.log"));
        assertEquals(points.size() + 3, lines.size()); // one of them has two
        assertTrue(lines.get(0).endsWith("Z warn made"), lines.get(0));
        assertTrue(
                lines.get(lines.size() - 1).endsWith(" log " + last.get("text").asText()), lines.get(lines.size() - 1));
    }

    @Test
    void aFileOfAConsoleEndsAtItsSize() throws Exception {
        String text = body(
                "",
                "console.log('x'.repeat(900)); return { ready: true, signal: this.n === 5 ? { direction: 'CLOSE' } : null };");
        JsonNode state = run("Shouts", text, ",\"parameters\":{\"console_file\":true}");
        Path file = home.resolve("data/console/" + state.get("id").asText() + "-Shouts.log");
        assertTrue(Files.size(file) <= (1 << 20) + 100, () -> file.toString());
        assertTrue(Files.readString(file).endsWith("(the file is full)\n"));
    }

    @Test
    void inAJointRunLinesSayWhichStrategyWroteThem() throws Exception {
        Files.writeString(
                home.resolve("strategies/Named.js"),
                body("console.log(config.word);", "return { ready: true, signal: null };"));
        JsonNode state = backtests.done("""
                {"strategies": [
                   {"name": "one", "strategy_name": "Named", "symbol": "ES", "parameters": {"word": "first"}},
                   {"name": "java", "strategy_name": "SimpleMAStrategy", "symbol": "ES"},
                   {"name": "two", "strategy_name": "Named", "symbol": "CL", "parameters": {"word": "second"}}]}""");
        assertEquals(
                "first",
                backtests.rows(state, "log?strategy=one").get(0).get("text").asText());
        assertEquals(
                "second",
                backtests.rows(state, "log?strategy=two").get(0).get("text").asText());
    }

    @Test
    void aRunThatIsCancelledEndsItsProcess() throws Exception {
        Files.writeString(
                home.resolve("strategies/Slow.js"),
                body("", "for (let i = 0; i < 1e7; i++) this.n += i % 2; return { ready: true, signal: null };"));
        String job = backtests
                .calls
                .post("/api/backtests", "{\"strategy_name\":\"Slow\",\"symbol\":\"ES\"}")
                .location();
        Eventually.within(
                RunningBacktests.LONG,
                "it runs",
                () -> backtests.calls.get(job).text().contains("running Slow"));
        List<ProcessHandle> running = processes();
        assertEquals(1, running.size());
        assertEquals(202, backtests.calls.delete(job).status());
        assertEquals("cancelled", backtests.ended(job).get("state").asText());
        Eventually.within(
                RunningBacktests.LONG,
                "its process is gone",
                () -> !running.get(0).isAlive());
    }

    private static List<ProcessHandle> processes() {
        return ProcessHandle.current()
                .children()
                .filter(child -> child.info().commandLine().orElse("").contains("ScriptProcess"))
                .toList();
    }
}
