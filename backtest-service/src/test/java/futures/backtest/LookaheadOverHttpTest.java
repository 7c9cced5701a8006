package futures.backtest;

import static futures.backtest.RunningBacktests.assertProblem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import futures.kit.Calls;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Dropped files and scripts are tried over HTTP, in processes of their own. */
class LookaheadOverHttpTest {
    @TempDir
    static Path home;

    private static RunningBacktests backtests;

    @BeforeAll
    static void start() throws Exception {
        Path strategies = Files.createDirectories(home.resolve("strategies"));
        Files.writeString(strategies.resolve("Fair.java"), DroppedCode.cross("Fair", 16));
        // Reads the bars behind the ones that it is shown.
        Files.writeString(strategies.resolve("Seer.java"), """
                import futures.model.*;
                import futures.strategy.*;
                import java.lang.reflect.Field;

                public final class Seer extends Strategy {
                    private BarSeries all;

                    @Override
                    protected void start(Setup setup) {}

                    @Override
                    protected void onBar(Bars bars, Broker broker) {
                        try {
                            if (all == null) {
                                Field field = bars.getClass().getDeclaredField("bars");
                                field.setAccessible(true);
                                all = (BarSeries) field.get(bars);
                            }
                        } catch (ReflectiveOperationException e) {
                            throw new IllegalStateException(e);
                        }
                        int next = Math.min(bars.count() + 3, all.size() - 1);
                        if (broker.flat() && all.close(next) > bars.close()) {
                            broker.send(Order.buy(1).withStop(40).withTarget(40));
                        }
                    }
                }
                """);
        Files.writeString(strategies.resolve("Plain.js"), """
                class Plain {
                  constructor() { this.closes = []; this.up = null; }
                  processMarketData(price, volume, timestamp) {
                    this.closes.push(price);
                    if (this.closes.length > 30) this.closes.shift();
                    const mean = this.closes.reduce((sum, value) => sum + value, 0) / this.closes.length;
                    const up = price > mean;
                    const turned = this.up !== null && up !== this.up && this.closes.length === 30;
                    this.up = up;
                    return { ready: true, signal: turned ? { direction: up ? 'LONG' : 'SHORT', stopLoss: price + (up ? -5 : 5), takeProfit: price + (up ? 5 : -5), positionSize: 1 } : null };
                  }
                }
                module.exports = Plain;
                """);
        // Throws a coin that is none of the run's.
        Files.writeString(strategies.resolve("Coin.java"), """
                import futures.model.Order;
                import futures.strategy.*;

                public final class Coin extends Strategy {
                    private static int calls;

                    @Override
                    protected void start(Setup setup) {}

                    @Override
                    protected void onBar(Bars bars, Broker broker) {
                        if (broker.flat() && calls++ % 7 == 0) {
                            broker.send(Order.buy(1).withStop(9).withTarget(9));
                        }
                    }
                }
                """);
        backtests = new RunningBacktests(home);
    }

    @AfterAll
    static void stop() {
        backtests.close();
    }

    private static JsonNode tried(String name, String more) {
        Calls.Reply reply = backtests.calls.post(
                "/api/strategies/" + name + "/lookahead?wait=true", "{\"backtest\":{\"symbol\":\"ES\"}" + more + "}");
        assertEquals(200, reply.status(), reply.text());
        return reply.json();
    }

    @Test
    void whoKnowsWhatComesIsNamedWithTheFirstPlace() {
        JsonNode found = tried("Seer", ",\"points\":6");
        assertEquals("failed", found.path("verdict").asText(), found::toString);
        assertEquals("Seer", found.path("strategy_name").asText());
        assertTrue(found.at("/first/at").asText().startsWith("2024-01-0"), found::toString);
        assertTrue(found.path("text").asText().contains(found.at("/first/at").asText()), found::toString);
    }

    @Test
    void honestOnesPassInJavaAndInJavaScript() {
        for (String name : new String[] {"Fair", "Plain"}) {
            JsonNode found = tried(name, ",\"points\":3");
            assertEquals("passed", found.path("verdict").asText(), found::toString);
            assertEquals(1 + 2 * 3, found.path("probes").size());
            assertTrue(found.path("orders").asInt() > 5, found::toString);
        }
    }

    @Test
    void joinedContractsAreChangedAndNotCut() {
        Calls.Reply reply = backtests.calls.post(
                "/api/strategies/SimpleMAStrategy/lookahead?wait=true",
                "{\"backtest\":{\"symbol\":\"ES.v.0@diff\"},\"points\":3}");
        assertEquals(200, reply.status(), reply.text());
        assertEquals("passed", reply.json().path("verdict").asText(), reply.text());
        reply.json()
                .path("probes")
                .forEach(probe -> assertTrue(!probe.path("kind").asText().equals("cut"), probe::toString));
    }

    @Test
    void whatChangesFromRunToRunIsUnsteady() {
        assertEquals("unsteady", tried("Coin", ",\"points\":3").path("verdict").asText());
    }

    @Test
    void anOrderThatCannotBeRightIsRefused() {
        String path = "/api/strategies/Fair/lookahead";
        assertProblem(400, "backtest", backtests.calls.post(path, "{}"));
        assertProblem(400, "points", backtests.calls.post(path, "{\"backtest\":{\"symbol\":\"ES\"},\"points\":1000}"));
        assertProblem(
                400,
                "strategy Fair",
                backtests.calls.post(path, "{\"backtest\":{\"symbol\":\"ES\",\"strategy_name\":\"Seer\"}}"));
        assertProblem(
                404,
                "Nobody",
                backtests.calls.post("/api/strategies/Nobody/lookahead", "{\"backtest\":{\"symbol\":\"ES\"}}"));
    }
}
