package futures.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import futures.kit.http.Routes;
import futures.kit.json.Json;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunningServiceTest {
    private static final Duration LONG = Duration.ofSeconds(60);

    @TempDir
    Path home;

    private final AtomicInteger asked = new AtomicInteger();
    private volatile boolean broken;

    private final class Notes implements Service {
        @Override
        public void routes(Routes routes) {
            routes.get("/api/notes").summary("Notes").anyQuery().handle(request -> {
                asked.incrementAndGet();
                return Map.of("notes", 0);
            });
        }

        @Override
        public List<String> firstAsked() {
            return List.of("/api/missing", "/api/notes?of=all");
        }

        @Override
        public Map<String, Object> details() {
            if (broken) {
                throw new IllegalStateException("the store is gone");
            }
            return Map.of("notes", 0);
        }

        @Override
        public void close() {}
    }

    private RunningService start(RedisForTests redis) throws Exception {
        return RunningService.start("data", redis.settings(home), Clock.systemUTC(), context -> {
            context.database("notes.db", "db/notes");
            return new Notes();
        });
    }

    @Test
    void healthFollowsRedisAndTheService() throws Exception {
        try (RedisForTests redis = RedisForTests.onFreePort();
                RunningService service = start(redis)) {
            Eventually.within(LONG, "healthy", () -> is(service, 200, "healthy"));
            Eventually.within(
                    LONG,
                    "the store's check",
                    () -> health(service)
                            .at("/details/integrity_notes.db")
                            .asText()
                            .equals("ok"));
            redis.stop();
            Eventually.within(LONG, "degraded without Redis", () -> is(service, 200, "degraded"));
            redis.start();
            Eventually.within(LONG, "healthy again", () -> is(service, 200, "healthy"));
            broken = true;
            assertTrue(is(service, 503, "unhealthy"));
            assertEquals(
                    "the store is gone",
                    health(service).at("/details/problems/0").asText());
        }
    }

    @Test
    void metricsCountRequestsByRoute() throws Exception {
        try (RedisForTests redis = RedisForTests.onFreePort();
                RunningService service = start(redis)) {
            get(service, "/api/notes");
            assertTrue(get(service, "/metrics").body().contains("jvm_memory_used_bytes"));
            Eventually.within(
                    LONG,
                    "the request in the metrics",
                    () -> get(service, "/metrics").body().contains("route=\"/api/notes\",status=\"200\""));
        }
    }

    @Test
    void whatPagesAskFirstIsAskedOnceAndAMissingAnswerHarmsNothing() throws Exception {
        try (RedisForTests redis = RedisForTests.onFreePort();
                RunningService service = start(redis)) {
            assertEquals(List.of("/api/missing", "/api/notes?of=all"), service.firstAsked());
            FirstRequests.ask(service, service.firstAsked()).join(LONG.toMillis());
            assertEquals(1, asked.get());
        }
    }

    private static boolean is(RunningService service, int status, String state) {
        HttpResponse<String> answer = get(service, "/health");
        return answer.statusCode() == status && answer.body().contains("\"status\":\"" + state + "\"");
    }

    private static JsonNode health(RunningService service) {
        try {
            return Json.mapper().readTree(get(service, "/health").body());
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private static HttpResponse<String> get(RunningService service, String path) {
        try {
            return HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create(service.uri() + path))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
        } catch (java.io.IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
