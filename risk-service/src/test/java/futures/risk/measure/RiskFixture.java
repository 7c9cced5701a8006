package futures.risk.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import futures.kit.Calls;
import futures.kit.RedisForTests;
import futures.kit.RunningService;
import futures.kit.Service;
import futures.kit.config.Settings;
import futures.kit.http.Routes;
import futures.risk.RiskService;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The risk service over real HTTP, and neighbours that answer what a test says. Redis is away: measures need none. */
final class RiskFixture implements AutoCloseable {
    private final RunningService risk;
    private final List<RunningService> neighbours;
    final Calls calls;

    /** @param routes of each neighbour by its name */
    RiskFixture(Path home, Map<String, Consumer<Routes>> routes) throws Exception {
        String[] ports = routes.keySet().stream()
                .map(name -> "ports." + name + "=" + RedisForTests.freePort())
                .toArray(String[]::new);
        Settings settings = settings(home, ports);
        List<RunningService> started = new java.util.ArrayList<>();
        for (Map.Entry<String, Consumer<Routes>> entry : routes.entrySet()) {
            started.add(RunningService.start(
                    entry.getKey(), settings, Clock.systemUTC(), context -> new Neighbour(entry.getValue())));
        }
        neighbours = started;
        risk = RunningService.start("risk", settings, Clock.systemUTC(), RiskService::new);
        calls = new Calls(risk.uri());
    }

    private static Settings settings(Path home, String... ports) {
        List<String> all = new java.util.ArrayList<>(
                List.of("ports.data=1", "ports.backtest=1", "ports.portfolio=1", "ports.risk=0", "ports.redis=1"));
        all.addAll(List.of(ports));
        return Settings.load(home, Map.of(), all);
    }

    private record Neighbour(Consumer<Routes> declared) implements Service {
        @Override
        public void routes(Routes routes) {
            declared.accept(routes);
        }

        @Override
        public void close() {}
    }

    /** The answer to a body that is right; quotes may be single ones. */
    JsonNode ask(String path, String json) {
        Calls.Reply reply = calls.post(path, json.replace('\'', '"'));
        assertEquals(200, reply.status(), reply.text());
        return reply.json();
    }

    /** The field that a problem names. */
    void refused(int status, String field, String path, String json) {
        Calls.Reply reply = calls.post(path, json.replace('\'', '"'));
        assertEquals(status, reply.status(), reply.text());
        assertEquals(field, reply.json().at("/errors/0/field").asText(), reply.text());
    }

    @Override
    public void close() {
        risk.close();
        neighbours.forEach(RunningService::close);
    }
}
