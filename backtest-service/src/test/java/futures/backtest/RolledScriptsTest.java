package futures.backtest;

import static futures.backtest.RunningBacktests.assertProblem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.fasterxml.jackson.databind.JsonNode;
import futures.kit.Calls;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Scripts under several ways of rolling, over HTTP: each run is the one that they have alone. */
class RolledScriptsTest {
    @TempDir
    Path home;

    private RunningBacktests service;

    @BeforeEach
    void start() throws Exception {
        Path strategies = Files.createDirectories(home.resolve("strategies"));
        Files.writeString(strategies.resolve("Turns.js"), """
                module.exports = class Turns {
                  processMarketData(price) {
                    this.closes = (this.closes || []).concat(price).slice(-15);
                    const up = price > this.closes[0];
                    const turned = this.up !== undefined && up !== this.up && this.closes.length === 15;
                    this.up = up;
                    return { ready: true, signal: !turned ? null
                      : { direction: up ? 'LONG' : 'SHORT', stopLoss: price + (up ? -6 : 6), takeProfit: price + (up ? 9 : -9), positionSize: 1 } };
                  }
                };
                """);
        Files.writeString(strategies.resolve("Thrower.js"), """
                module.exports = class Thrower {
                  processMarketData(price) { throw new Error('too bad'); }
                };
                """);
        service = new RunningBacktests(home);
    }

    @AfterEach
    void stop() {
        service.close();
    }

    private Calls.Reply compared(String strategy) {
        return service.calls.post("/api/roll-sensitivities?wait=true", """
                {"backtest": {"strategy_name": "%s", "symbol": "ES", "parameters": {"nothing_reads_it": 1}},
                 "rules": [{"rule": "volume"}, {"rule": "days_before_expiry", "days": 2}, {"rule": "first_notice", "days": 1}]}""".formatted(strategy));
    }

    private JsonNode alone(String symbol) {
        return service.done("{\"strategy_name\": \"Turns\", \"symbol\": \"" + symbol + "\"}")
                .get("result");
    }

    @Test
    void eachRunIsTheOneThatItHasAlone() {
        Calls.Reply reply = compared("Turns");
        assertEquals(200, reply.status(), reply.text());
        JsonNode found = reply.json();
        assertEquals(6, found.get("runs").size(), reply.text());
        assertEquals(3, found.get("left_out").size(), reply.text());
        String[] series = {"ES.v.0", "ES.v.0@diff", "ES.v.0@ratio"};
        for (int i = 0; i < series.length; i++) {
            JsonNode alone = alone(series[i]);
            JsonNode run = found.at("/runs/" + i);
            assertEquals(1, run.get("rolls").asInt());
            assertEquals(alone.get("result_hash"), run.get("result_hash"));
            assertEquals(
                    0,
                    alone.at("/performance/net_profit")
                            .decimalValue()
                            .compareTo(run.get("net_profit").decimalValue()));
            assertEquals(
                    alone.at("/performance/total_trades").asInt(),
                    run.get("total_trades").asInt());
            assertEquals(1, run.get("warnings").toString().split("nothing_reads_it", -1).length - 1, run::toString);
        }
        assertNotEquals(found.at("/runs/1/result_hash"), found.at("/runs/4/result_hash"), "rolled on other days");
    }

    @Test
    void whatGoesWrongInTheScriptIsSaid() {
        assertProblem(422, "Error: too bad at strategies/Thrower.js:2:", compared("Thrower"));
    }
}
