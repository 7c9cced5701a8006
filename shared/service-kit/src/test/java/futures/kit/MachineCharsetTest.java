package futures.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import futures.kit.http.Problem;
import futures.kit.http.Routes;
import futures.kit.json.Json;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** A service's process on a machine whose locale and default charset know nothing but ASCII speaks UTF-8 all the same. */
class MachineCharsetTest {
    private static final String TEXT = "Käse für 5 € … 小麦 🌾";
    private static final Pattern ADDRESS = Pattern.compile("address=\"(http://[^\"]+)\"");

    private final HttpClient client = HttpClient.newHttpClient();
    private Process process;
    private String address;

    @TempDir
    Path home;

    /** The service that runs there. */
    static final class Echo implements Service {
        public static void main(String[] args) {
            ServiceProcess.run("data", args, context -> new Echo());
        }

        record Note(String text) {}

        @Override
        public void routes(Routes routes) {
            routes.post("/api/refused").body(Note.class).handle(request -> {
                String text = request.body(Note.class).text();
                LoggerFactory.getLogger("futures.echo").info(text);
                throw Problem.conflict(text).field(text, text, text);
            });
            routes.post("/api/notes").body(Note.class).handle(request -> request.body(Note.class));
            routes.get("/api/notes/{name}").path("name", "any text").handle(request -> new Note(request.path("name")));
            routes.get("/api/lines").handle(request -> {
                request.context().contentType("text/csv; charset=utf-8").result(TEXT);
                return null;
            });
            routes.get("/api/events").events((request, stream) -> {
                stream.sendEvent("note", new Note(TEXT));
                stream.close();
            });
        }

        @Override
        public void close() {}
    }

    @BeforeEach
    void start() throws Exception {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dfile.encoding=US-ASCII",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                Echo.class.getName(),
                "--home",
                home.toString(),
                "--set",
                "ports.data=0",
                "--set",
                "redis.url=redis://127.0.0.1:1");
        builder.environment().put("LC_ALL", "C");
        process = builder.redirectErrorStream(true).start();
        BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        StringBuilder said = new StringBuilder();
        while (address == null) {
            String line = lines.readLine();
            assertTrue(line != null, () -> "it ended, having said: " + said);
            said.append(line).append('\n');
            Matcher found = ADDRESS.matcher(line);
            address = found.find() ? found.group(1) : null;
        }
    }

    @AfterEach
    void stop() throws Exception {
        process.destroyForcibly().waitFor();
    }

    @Test
    void problemsAreWholeInTheirBodyAndInTheLog() throws Exception {
        JsonNode problem = json(post("/api/refused", Map.of("text", TEXT)));
        assertEquals(TEXT, problem.get("detail").asText());
        assertEquals(TEXT, problem.at("/errors/0/field").asText());
        assertEquals(TEXT, problem.at("/errors/0/value").asText());
        assertEquals(TEXT, problem.at("/errors/0/message").asText());
        String log = Files.readString(home.resolve("logs/data.log"), StandardCharsets.UTF_8);
        assertTrue(log.contains("msg=\"" + TEXT + "\""), log);

        JsonNode unknown = json(get("/api/" + URLEncoder.encode("käse", StandardCharsets.UTF_8)));
        assertTrue(unknown.get("detail").asText().contains("/api/k%C3%A4se"), unknown.toString());
        JsonNode wrong = json(post("/api/notes", Map.of("täxt", TEXT)));
        assertTrue(wrong.get("detail").asText().contains("'täxt'"), wrong.toString());
    }

    @Test
    void answersAreWholeWhateverTheirType() throws Exception {
        assertEquals(
                TEXT, json(post("/api/notes", Map.of("text", TEXT))).get("text").asText());
        String path = URLEncoder.encode(TEXT, StandardCharsets.UTF_8).replace("+", "%20");
        assertEquals(TEXT, json(get("/api/notes/" + path)).get("text").asText());
        assertEquals(TEXT, utf8(get("/api/lines")));
        String events = utf8(get("/api/events"));
        assertTrue(events.contains("data: {\"text\":\"" + TEXT + "\"}"), events);
    }

    private static JsonNode json(HttpResponse<byte[]> answer) throws Exception {
        return Json.mapper().readTree(utf8(answer));
    }

    private static String utf8(HttpResponse<byte[]> answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    private HttpResponse<byte[]> get(String path) throws Exception {
        return client.send(
                HttpRequest.newBuilder(URI.create(address + path)).build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private HttpResponse<byte[]> post(String path, Map<String, String> body) throws Exception {
        HttpRequest.BodyPublisher bytes =
                HttpRequest.BodyPublishers.ofByteArray(Json.mapper().writeValueAsBytes(body));
        return client.send(
                HttpRequest.newBuilder(URI.create(address + path))
                        .header("Content-Type", "application/json")
                        .POST(bytes)
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
    }
}
