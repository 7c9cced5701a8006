package futures.backtest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import futures.kit.Calls;
import futures.kit.Eventually;
import futures.kit.RedisForTests;
import futures.kit.RunningService;
import futures.kit.config.Settings;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The service over real HTTP with a data neighbour and without Redis, which it does not need to run backtests. */
final class RunningBacktests implements AutoCloseable {
    static final Duration LONG = Duration.ofSeconds(60);

    final DataNeighbour data = new DataNeighbour();
    final RunningService service;
    final Calls calls;

    RunningBacktests(Path home, String... overrides) throws Exception {
        this(home, Clock.systemUTC(), overrides);
    }

    RunningBacktests(Path home, Clock clock, String... overrides) throws Exception {
        List<String> all = new ArrayList<>(List.of(
                "ports.backtest=0",
                "ports.data=" + data.port(),
                "ports.portfolio=" + RedisForTests.freePort(),
                "ports.redis=" + RedisForTests.freePort(),
                // Most tests end before a waiting process is of use, and it takes the processor from them.
                "scripts.ready_processes=0"));
        all.addAll(List.of(overrides));
        service = RunningService.start("backtest", Settings.load(home, Map.of(), all), clock, BacktestService::create);
        calls = new Calls(service.uri());
    }

    /** Runs an order as a job and gives its state when it has ended. */
    JsonNode run(String order) {
        Calls.Reply accepted = calls.post("/api/backtests", order);
        assertEquals(202, accepted.status(), accepted.text());
        return ended(accepted.location());
    }

    JsonNode ended(String href) {
        Eventually.within(
                LONG,
                "ended: " + href,
                () -> !List.of("queued", "running")
                        .contains(calls.get(href).json().get("state").asText()));
        return calls.get(href).json();
    }

    /** Runs an order that must come to a result. */
    JsonNode done(String order) {
        JsonNode state = run(order);
        assertEquals("done", state.get("state").asText(), state::toString);
        return state;
    }

    JsonNode rows(JsonNode state, String part) {
        Calls.Reply reply = calls.get("/api/backtests/" + state.get("id").asText() + "/" + part);
        assertEquals(200, reply.status(), reply.text());
        return reply.json();
    }

    String text(JsonNode state, String part) {
        Calls.Reply reply = calls.get("/api/backtests/" + state.get("id").asText() + "/" + part);
        assertEquals(200, reply.status(), reply.text());
        return reply.text();
    }

    static void assertProblem(int status, String part, Calls.Reply reply) {
        assertEquals(status, reply.status(), reply.text());
        assertTrue(reply.json().get("detail").asText().contains(part), reply.text());
    }

    @Override
    public void close() {
        service.close();
        data.close();
    }
}
