package futures.kit;

import com.fasterxml.jackson.databind.JsonNode;
import futures.kit.config.Settings;
import futures.kit.http.Problem;
import futures.kit.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Asks another service over HTTP. Its problems pass through as they are; a neighbour that is down is a 503. */
public final class ServiceClient {
    private static final Duration CONNECT = Duration.ofSeconds(2);

    private final String service;
    private final URI base;
    private final String token;
    private HttpClient http;

    /** @param service by its name in the settings, e.g. {@code data} */
    public ServiceClient(String service, Settings settings) {
        this.service = service;
        String bind = settings.text("bind");
        String host = bind.equals("0.0.0.0") || bind.equals("::") ? "127.0.0.1" : bind;
        this.base = URI.create("http://" + host + ":" + settings.port(service));
        this.token = settings.text("token");
    }

    /** Full address of a path there. */
    public URI uri(String path) {
        return base.resolve(path);
    }

    public JsonNode get(String path, Duration longest) {
        return json(send(request(path, longest).GET()));
    }

    /** Null when the answer has no body. */
    public JsonNode post(String path, Object body, Duration longest) {
        try {
            byte[] bytes = Json.mapper().writeValueAsBytes(body);
            return json(send(request(path, longest)
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofByteArray(bytes))));
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalArgumentException("the body cannot be written as JSON", e);
        }
    }

    /**
     * A body as it comes.
     *
     * @param tag  the answer's {@code ETag}; null when it has none
     * @param body close it; null when what the caller has is still current
     */
    public record Tagged(String tag, HttpHeaders headers, InputStream body) {}

    /**
     * Reads something large, unless the copy that the caller has is still current.
     *
     * @param knownTag tag of the copy; null when there is none
     */
    public Tagged stream(String path, String knownTag, Duration longest) {
        HttpRequest.Builder builder = request(path, longest).GET();
        if (knownTag != null) {
            builder.header("If-None-Match", knownTag);
        }
        HttpResponse<InputStream> response = exchange(builder);
        String tag = response.headers().firstValue("ETag").orElse(null);
        if (response.statusCode() == 304) {
            close(response.body());
            return new Tagged(tag, response.headers(), null);
        }
        return new Tagged(tag, response.headers(), response.body());
    }

    /** Made when it is first needed: it loads much of the JDK's TLS, which would lengthen every start. */
    private synchronized HttpClient http() {
        if (http == null) {
            http = HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(CONNECT)
                    .build();
        }
        return http;
    }

    private HttpRequest.Builder request(String path, Duration longest) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(uri(path)).timeout(longest);
        if (!token.isEmpty()) {
            builder.header("Authorization", "Bearer " + token);
        }
        return builder;
    }

    private InputStream send(HttpRequest.Builder builder) {
        return exchange(builder).body();
    }

    private HttpResponse<InputStream> exchange(HttpRequest.Builder builder) {
        HttpRequest request = builder.build();
        try {
            HttpResponse<InputStream> response = http().send(request, HttpResponse.BodyHandlers.ofInputStream());
            if (response.statusCode() >= 400) {
                throw problem(response);
            }
            return response;
        } catch (IOException e) {
            throw Problem.unavailable("The " + service + " service at " + base
                    + " does not answer; start it, or look into logs/" + service + ".log.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Problem.unavailable("The request to the " + service + " service was interrupted.");
        }
    }

    private Problem problem(HttpResponse<InputStream> response) throws IOException {
        try (InputStream in = response.body()) {
            JsonNode body = Json.mapper().readTree(in.readAllBytes());
            Problem problem = new Problem(
                    response.statusCode() >= 500 ? 503 : response.statusCode(),
                    body.path("title").asText("Refused"),
                    service + " service: " + body.path("detail").asText("status " + response.statusCode()));
            body.path("errors")
                    .forEach(error -> problem.field(
                            error.path("field").asText(),
                            error.path("value").asText(null),
                            error.path("message").asText()));
            return problem;
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            return Problem.unavailable(
                    "The " + service + " service answered with status " + response.statusCode() + " and no reason.");
        }
    }

    private static void close(InputStream in) {
        try {
            in.close();
        } catch (IOException e) {
            throw Problem.unavailable("The answer broke off: " + e.getMessage());
        }
    }

    private static JsonNode json(InputStream in) {
        try (in) {
            byte[] bytes = in.readAllBytes();
            return bytes.length == 0 ? null : Json.mapper().readTree(bytes);
        } catch (IOException e) {
            throw Problem.unavailable("The answer broke off: " + e.getMessage());
        }
    }
}
