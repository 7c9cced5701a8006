package futures.backtest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import futures.kit.Eventually;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Results of scripts are put to the test over HTTP: on other prices and in other markets they run in a process of their own. */
class MonteCarloOfScriptsTest {
    private static final String AGAIN = """
            {"methods": ["price_noise", "other_markets"], "noise_runs": 12, "noise_ticks": 2, "seed": %d,
             "other_markets": [{"timeframe": "5m"}, {"symbol": "CL"}]}""";

    @TempDir
    static Path home;

    private static RunningBacktests service;

    @BeforeAll
    static void start() throws Exception {
        Files.createDirectories(home.resolve("strategies"));
        drop("MovingCross.js", onThePage("js", "class MovingCross {"));
        drop("MovingCrossTwin.java", onThePage("java", "class MovingCrossTwin extends BotStrategy"));
        // The closes are never more than eight ticks apart; on prices that were moved they are.
        drop("Steep.js", """
                module.exports = class Steep {
                  processMarketData(price) {
                    if (Math.abs(price - (this.last || price)) > 2) throw new Error('too steep');
                    this.last = price;
                    this.count = (this.count || 0) + 1;
                    const signal = this.count % 40 !== 0 ? null
                      : { direction: 'LONG', stopLoss: price - 2, takeProfit: price + 3, positionSize: 1 };
                    return { ready: true, signal };
                  }
                };
                """);
        drop("Slow.js", """
                module.exports = class Slow {
                  processMarketData(price) {
                    let sum = 0;
                    for (let i = 0; i < 40000; i++) sum += Math.sqrt(price + i);
                    return { ready: sum > 0, signal: null };
                  }
                };
                """);
        // Its history is of the market that it runs in, as it is in the store, whose closes are at most eight ticks
        // apart.
        drop("Minded.js", """
                module.exports = class Minded {
                  constructor(config) { this.least = config.instrument === 'ES' ? 0.25 : 0.01; this.bars = 0; }
                  initializeWithHistoricalData(bars) {
                    for (const bar of bars) {
                      if (this.last && Math.abs(bar.close - this.last) > 8.01 * this.least) throw new Error('other history');
                      this.last = bar.close;
                    }
                    this.bars = bars.length;
                  }
                  processMarketData(price) {
                    if (this.bars < 100) throw new Error('history of ' + this.bars);
                    if (this.last && Math.abs(price - this.last) > 20 * this.least) throw new Error('history of another market');
                    this.last = null;
                    return { ready: true, signal: null };
                  }
                };
                """);
        service = new RunningBacktests(home);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static void drop(String name, String text) throws Exception {
        Files.writeString(home.resolve("strategies").resolve(name), text);
    }

    private static String onThePage(String language, String words) throws Exception {
        String page = Files.readString(Path.of("../docs/tsx-contract.md"));
        String fence = "```" + language + "\n";
        int from = page.lastIndexOf(fence, page.indexOf(words)) + fence.length();
        return page.substring(from, page.indexOf("```", from));
    }

    private static JsonNode ran(String strategy, String more) {
        return service.done("{\"strategy_name\": \"" + strategy + "\", \"symbol\": \"ES\"" + more + "}");
    }

    private static JsonNode tested(JsonNode state, String body) {
        var reply = service.calls.post(path(state) + "&wait=true", body);
        assertEquals(200, reply.status(), reply.text());
        return reply.json();
    }

    private static String path(JsonNode state) {
        return "/api/montecarlo?backtest_id=" + state.get("id").asText();
    }

    private static JsonNode figure(JsonNode answer, String method, String figure) {
        return named(named(answer.get("methods"), method).get("figures"), figure);
    }

    private static JsonNode named(JsonNode list, String name) {
        return StreamSupport.stream(list.spliterator(), false)
                .filter(one -> one.get("name").asText().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError(name + " in " + list));
    }

    private static void assertObserved(JsonNode state, JsonNode answer) {
        assertEquals(
                0,
                state.at("/result/performance/net_profit")
                        .decimalValue()
                        .compareTo(figure(answer, "price_noise", "net_profit")
                                .get("observed")
                                .decimalValue()),
                answer::toString);
    }

    private static List<ProcessHandle> processes() {
        return ProcessHandle.current()
                .descendants()
                .filter(one -> one.info().commandLine().orElse("").contains("RerunProcess"))
                .toList();
    }

    /** A job of the slow script that is at its runs on other prices. */
    private static String running(JsonNode state, String more) {
        var accepted = service.calls.post(path(state), "{\"noise_runs\": 200" + more + "}");
        assertEquals(202, accepted.status(), accepted.text());
        Eventually.within(
                RunningBacktests.LONG,
                "running on other prices",
                () -> service.calls
                        .get(accepted.location())
                        .json()
                        .get("message")
                        .asText()
                        .contains(" on other prices"));
        return accepted.location();
    }

    @Test
    void scriptAndTwinInJavaComeToTheSame() {
        JsonNode script = ran("MovingCross", "");
        JsonNode java = ran("MovingCrossTwin", "");
        JsonNode ofScript = tested(script, AGAIN.formatted(5));
        JsonNode ofJava = tested(java, AGAIN.formatted(5));

        assertEquals(0, ofScript.get("left_out").size(), ofScript::toString);
        assertEquals(ofJava.get("methods"), ofScript.get("methods"));
        assertEquals(ofJava.get("other_markets"), ofScript.get("other_markets"));
        assertEquals(2, ofScript.get("other_markets").size());
        assertTrue(ofScript.at("/other_markets/0/trades").asInt() > 5, ofScript::toString);
        assertTrue(ofScript.at("/other_markets/1/trades").asInt() > 5, ofScript::toString);
        assertEquals(ofJava.get("words"), ofScript.get("words"));

        assertObserved(script, ofScript);
        JsonNode net = figure(ofScript, "price_noise", "net_profit");
        assertNotEquals(net.get("p5"), net.get("p95"), "the script saw other prices");
        assertTrue(figure(ofScript, "price_noise", "trades").get("observed").asInt() > 20, ofScript::toString);
        assertEquals(ofScript, tested(script, AGAIN.formatted(5)), "the same seed");
        assertNotEquals(
                net, figure(tested(script, AGAIN.formatted(6)), "price_noise", "net_profit"), "the seed counts");
    }

    @Test
    void fourPricesABarComeToTheSameToo() {
        String four = ", \"parameters\": {\"ticks_per_bar\": 4, \"fast_period\": 7}";
        JsonNode script = tested(ran("MovingCross", four), AGAIN.formatted(1));
        assertEquals(tested(ran("MovingCrossTwin", four), AGAIN.formatted(1)).get("methods"), script.get("methods"));
    }

    @Test
    void aScriptThatFailsOnOtherPricesIsLeftOutThere() {
        JsonNode answer = tested(
                ran("Steep", ""),
                "{\"noise_ticks\": 9, \"other_markets\": [{\"timeframe\": \"5m\"}, {\"symbol\": \"CL\"}]}");
        String leftOut = answer.get("left_out").toString();
        assertTrue(leftOut.contains("on other prices the strategy failed: "), leftOut);
        assertTrue(leftOut.contains("Error: too steep at strategies/Steep.js:3:"), leftOut);
        assertTrue(leftOut.contains("ES in 5m: "), leftOut);
        assertEquals(1, answer.get("other_markets").size(), answer::toString);
        assertEquals("CL", answer.at("/other_markets/0/symbol").asText());
        assertEquals(36, answer.get("cost_ladder").size());
        named(answer.get("methods"), "random_entries");
    }

    /** What is tested is the code that made the result, in Java too. */
    @Test
    void aFileThatWasEditedOrRemovedSinceChangesNothing() throws Exception {
        String java = """
                import futures.model.Order;
                import futures.strategy.*;

                public final class Edited extends Strategy {
                    private int bar;

                    @Override
                    protected void start(Setup setup) {}

                    @Override
                    protected void onBar(Bars bars, Broker broker) {
                        if (bar++ %% 40 == 0 && broker.flat()) {
                            broker.send(Order.%s(1).withStop(8).withTarget(12));
                        }
                    }
                }
                """;
        drop("Edited.java", java.formatted("buy"));
        String text = """
                module.exports = class Turned {
                  processMarketData(price) {
                    this.count = (this.count || 0) + 1;
                    const signal = this.count %% 40 !== 0 ? null
                      : { direction: '%s', stopLoss: price %s 2, takeProfit: price %s 3, positionSize: 1 };
                    return { ready: true, signal };
                  }
                };
                """;
        drop("Turned.js", text.formatted("LONG", "-", "+"));
        JsonNode inJava = ran("Edited", "");
        JsonNode script = ran("Turned", "");
        drop("Edited.java", java.formatted("sell"));
        drop("Turned.js", text.formatted("SHORT", "+", "-"));
        assertNotEquals(
                script.at("/result/performance/net_profit"), ran("Turned", "").at("/result/performance/net_profit"));
        for (boolean there : new boolean[] {true, false}) {
            for (JsonNode state : List.of(inJava, script)) {
                assertObserved(state, tested(state, "{\"methods\": [\"price_noise\"], \"noise_runs\": 10}"));
            }
            if (there) {
                Files.delete(home.resolve("strategies/Turned.js"));
                Files.delete(home.resolve("strategies/Edited.java"));
            }
        }
    }

    @Test
    void historyIsThatOfEachMarketAsItIsInTheStore() {
        JsonNode state = ran("Minded", ", \"start_date\": \"2024-01-03T00:00:00Z\"");
        JsonNode answer = tested(
                state,
                "{\"methods\": [\"price_noise\", \"other_markets\"], \"noise_ticks\": 9, \"noise_runs\": 10,"
                        + " \"other_markets\": [{\"symbol\": \"CL\"}]}");
        assertEquals(0, answer.get("left_out").size(), answer::toString);
        assertEquals(1, answer.get("other_markets").size(), answer::toString);
        assertEquals(1, answer.get("methods").size(), answer::toString);
    }

    @Test
    void aProcessThatDiesTakesNothingElseWithIt() {
        JsonNode state = ran("Slow", "");
        String job = running(state, ", \"other_markets\": [{\"timeframe\": \"5m\"}]");
        List<ProcessHandle> mine = processes();
        assertEquals(1, mine.size());
        mine.get(0).destroyForcibly();
        JsonNode ended = service.ended(job);
        assertEquals("done", ended.get("state").asText(), ended::toString);
        JsonNode answer = ended.get("result");
        JsonNode noise = StreamSupport.stream(answer.get("left_out").spliterator(), false)
                .filter(one -> one.get("method").asText().equals("price_noise"))
                .findFirst()
                .orElseThrow();
        assertTrue(noise.get("reason").asText().startsWith("Running the script again failed: "), noise::toString);
        assertEquals(1, answer.get("other_markets").size(), answer::toString);
        assertEquals(36, answer.get("cost_ladder").size());
    }

    @Test
    void cancelledItEndsItsProcess() {
        String job = running(ran("Slow", ""), "");
        assertEquals(1, processes().size());
        assertTrue(service.calls.delete(job).status() < 300);
        assertEquals("cancelled", service.ended(job).get("state").asText());
        Eventually.within(
                RunningBacktests.LONG, "no process is left", () -> processes().isEmpty());
    }
}
