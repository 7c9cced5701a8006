package futures.launcher.system;

import com.fasterxml.jackson.databind.JsonNode;
import futures.kit.json.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;

/** JSON in, JSON out; anything but a success fails the test with the whole answer. */
final class Http {
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    private Http() {}

    static JsonNode get(URI uri) throws IOException {
        return send(HttpRequest.newBuilder(uri).GET());
    }

    static JsonNode post(URI uri, String contentType, String body) throws IOException {
        return send(
                HttpRequest.newBuilder(uri).header("Content-Type", contentType).POST(BodyPublishers.ofString(body)));
    }

    static JsonNode put(URI uri, String contentType, String body) throws IOException {
        return send(
                HttpRequest.newBuilder(uri).header("Content-Type", contentType).PUT(BodyPublishers.ofString(body)));
    }

    private static JsonNode send(HttpRequest.Builder request) throws IOException {
        try {
            HttpResponse<String> answer =
                    CLIENT.send(request.timeout(Duration.ofSeconds(60)).build(), HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() / 100 != 2) {
                throw new AssertionError(
                        answer.request().uri() + " answered " + answer.statusCode() + ": " + answer.body());
            }
            return Json.mapper().readTree(answer.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
