package futures.data.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import futures.data.DataServices;
import futures.kit.Calls;
import futures.kit.RunningService;
import futures.kit.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** A data service with some bars in it, files sent to it, and a fingerprint of all that it holds. */
final class StoreUnderTest implements AutoCloseable {
    static final String KEPT = """
            timestamp,open,high,low,close,volume
            2024-01-02T22:59:00Z,4800.25,4801.5,4799,4800,120
            2024-01-02T23:00:00Z,4800,4802,4800,4801.75,80
            """;

    private final HttpClient client = HttpClient.newHttpClient();
    private final Path home;
    private final RunningService service;
    final Calls calls;

    StoreUnderTest(Path home) throws Exception {
        this.home = home;
        service = DataServices.start(home, "limits.upload_mb=8");
        calls = new Calls(service.uri());
        Answer kept = send("ES", "kept.csv", KEPT.getBytes(StandardCharsets.UTF_8), "");
        if (kept.status() != 200) {
            throw new AssertionError(kept.text());
        }
    }

    /** What the service said. */
    record Answer(int status, String type, String text) {
        JsonNode json() {
            try {
                return Json.mapper().readTree(text);
            } catch (IOException e) {
                throw new UncheckedIOException(text, e);
            }
        }

        String detail() {
            return json().get("detail").asText();
        }
    }

    Path imports() {
        return home.resolve("data/imports");
    }

    /** Uploads a file as a form does, under its name. */
    Answer send(String symbol, String name, byte[] content, String parameters) {
        String head = "--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                + "\"\r\nContent-Type: application/octet-stream\r\n\r\n";
        byte[] before = head.getBytes(StandardCharsets.UTF_8);
        byte[] after = "\r\n--edge--\r\n".getBytes(StandardCharsets.UTF_8);
        return post(
                "/api/data/import/csv?wait=true&symbol=" + symbol + parameters,
                "multipart/form-data; boundary=edge",
                HttpRequest.BodyPublishers.concat(
                        HttpRequest.BodyPublishers.ofByteArray(before),
                        HttpRequest.BodyPublishers.ofByteArray(content),
                        HttpRequest.BodyPublishers.ofByteArray(after)));
    }

    Answer post(String path, String type, HttpRequest.BodyPublisher body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(service.uri() + path))
                .header("Content-Type", type)
                .POST(body)
                .build();
        try {
            return answer(client, request);
        } catch (IOException e) {
            // After a body that was broken the service closes the connection, which the client may only find out now.
            try {
                return answer(HttpClient.newHttpClient(), request);
            } catch (IOException again) {
                throw new UncheckedIOException("POST " + path + " as " + type, again);
            }
        }
    }

    private static Answer answer(HttpClient client, HttpRequest request) throws IOException {
        try {
            HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
            return new Answer(
                    response.statusCode(),
                    response.headers().firstValue("Content-Type").orElse(""),
                    response.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    String csv(String symbol) {
        return calls.get("/api/data/" + symbol + "?format=csv").text();
    }

    /** SHA-256 of every stored bar, of the headers of all series with their files, and of the statistics. */
    String fingerprint() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            JsonNode series = calls.get("/api/data").json();
            digest.update(series.toString().getBytes(StandardCharsets.UTF_8));
            ObjectNode stats = (ObjectNode) calls.get("/api/stats").json();
            stats.remove("bytes_on_disk");
            digest.update(stats.toString().getBytes(StandardCharsets.UTF_8));
            for (JsonNode one : series.get("series")) {
                digest.update(csv(one.get("symbol").asText()).getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Files under the home that are no part of the store, of what was uploaded or of the libraries' cache. */
    List<String> strangers() {
        try (Stream<Path> all = Files.walk(home)) {
            return all.filter(Files::isRegularFile)
                    .map(file -> home.relativize(file).toString().replace('\\', '/'))
                    .filter(name -> !name.matches("data/(futures\\.db(-wal|-shm)?|(cache|uploads|imports)/.*)"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        service.close();
    }
}
