package futures.backtest;

import static futures.backtest.RunningBacktests.assertProblem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import futures.kit.Calls;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of strategies are read and saved by an editor, and nobody's change is lost unseen. */
class SourceEditingTest {
    private static final String PATH = "/api/strategies/MyCross";
    private static final String SOURCE = DroppedCode.cross("MyCross", 16);
    private static final String SCRIPT = """
            const levels = require('./lib/levels');
            class Levels { processMarketData(price) { return { ready: levels.known, signal: null }; } }
            module.exports = Levels;
            """;
    private static final String BOT = "botId: BOT_7\nstrategy:\n  type: Levels\n  parameters: {known: true}\n";

    @TempDir
    Path home;

    private RunningBacktests backtests;

    @BeforeEach
    void start() throws Exception {
        backtests = new RunningBacktests(home);
    }

    @AfterEach
    void stop() {
        backtests.close();
    }

    private Calls.Reply put(String path, String body, Map<String, String> headers) {
        Map<String, String> all = new HashMap<>(Map.of("Content-Type", "text/x-java-source"));
        all.putAll(headers);
        return backtests.calls.send("PUT", path, body, all);
    }

    private void write(String file, String text) throws Exception {
        Path path = home.resolve("strategies").resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    private JsonNode source(String path) {
        Calls.Reply reply = backtests.calls.get(path);
        assertEquals(200, reply.status(), reply.text());
        return reply.json();
    }

    private static String sha256(String text) throws Exception {
        return HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void whatWasReadIsReplacedAndWhatSomebodyElseSavedIsNot() throws Exception {
        assertEquals(201, put(PATH, SOURCE, Map.of("If-None-Match", "*")).status());
        JsonNode read = source(PATH + "/source");
        assertEquals(SOURCE, read.get("source").asText());
        assertEquals("java", read.get("language").asText());
        assertEquals("MyCross.java", read.get("file").asText());
        assertTrue(read.get("editable").asBoolean());
        String hash = read.get("hash").asText();
        assertEquals(sha256(SOURCE), hash);

        String changed = DroppedCode.cross("MyCross", 20);
        HttpResponse<String> saved = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(backtests.service.uri() + PATH))
                                .header("Content-Type", "text/x-java-source")
                                .header("If-Match", '"' + hash + '"')
                                .PUT(HttpRequest.BodyPublishers.ofString(changed))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertEquals(200, saved.statusCode(), saved.body());
        assertEquals(
                '"' + sha256(changed) + '"', saved.headers().firstValue("ETag").orElseThrow());
        assertEquals(
                sha256(changed),
                backtests.calls.get(PATH).json().get("content_hash").asText());

        Calls.Reply late = put(PATH, DroppedCode.cross("MyCross", 24), Map.of("If-Match", hash));
        assertProblem(412, "its hash is " + sha256(changed), late);
        assertProblem(412, "is there already", put(PATH, SOURCE, Map.of("If-None-Match", "*")));
        assertProblem(
                412,
                "MyCross.yaml is not there any more",
                put(PATH + "?file=MyCross.yaml", "strategy: {}", Map.of("If-Match", "*")));
        assertEquals(changed, source(PATH + "/source").get("source").asText());
        assertEquals(
                200,
                put(PATH, SOURCE, Map.of("If-Match", "\"" + hash + "\", \"" + sha256(changed) + "\""))
                        .status());
    }

    @Test
    void filesWithErrorsAreShownAsTheyAre() throws Exception {
        write("MyCross.java", "class");
        JsonNode read = source(PATH + "/source");
        assertEquals("class", read.get("source").asText());
        assertEquals(
                200,
                put(PATH, SOURCE, Map.of("If-Match", read.get("hash").asText())).status());
        write("MyCross.yaml", "strategy: {parameters: {slow: 3}}");
        JsonNode settings = source(PATH + "/source?file=MyCross.yaml");
        assertEquals("yaml", settings.get("language").asText());
        assertEquals(
                "[\"MyCross.java\",\"MyCross.yaml\"]", settings.get("files").toString());
    }

    @Test
    void scriptsShowTheirHelpersAndBots() throws Exception {
        write("lib/levels.js", "exports.known = true;\n");
        write("Levels.js", SCRIPT);
        write("BOT_7.yaml", BOT);
        JsonNode read = source("/api/strategies/Levels/source");
        assertEquals(SCRIPT, read.get("source").asText());
        assertEquals("javascript", read.get("language").asText());
        assertEquals(
                "[\"Levels.js\",\"lib/levels.js\",\"BOT_7.yaml\"]",
                read.get("files").toString());
        assertEquals(
                "exports.known = true;\n",
                source("/api/strategies/Levels/source?file=lib/levels.js")
                        .get("source")
                        .asText());
        assertEquals(
                BOT,
                source("/api/strategies/Levels/source?file=BOT_7.yaml")
                        .get("source")
                        .asText());
        write("Folder/package.json", "{\"main\": \"./src/main.js\"}");
        write("Folder/src/main.js", "module.exports = class { processMarketData() { return null; } };");
        assertEquals(
                "Folder/src/main.js",
                source("/api/strategies/Folder/source").get("file").asText());
    }

    @Test
    void shippedSourcesAreReadOnly() throws Exception {
        JsonNode read = source("/api/strategies/SimpleMAStrategy/source");
        assertTrue(read.get("source").asText().contains("public final class SimpleMAStrategy"), read::toString);
        assertEquals("SimpleMAStrategy.java", read.get("file").asText());
        assertFalse(read.get("editable").asBoolean());
        for (JsonNode one : backtests.calls.get("/api/strategies").json().get("strategies")) {
            String name = one.get("name").asText();
            if (!name.equals("Talkative") && !name.equals("Unsteady") && !name.equals("Vast")) { // of the tests
                assertEquals(
                        name + ".java",
                        source("/api/strategies/" + name + "/source")
                                .get("file")
                                .asText());
            }
        }
        write("SimpleMAStrategy.yaml", "strategy: {parameters: {fast_period: 8}}");
        assertTrue(source("/api/strategies/SimpleMAStrategy/source?file=SimpleMAStrategy.yaml")
                .get("editable")
                .asBoolean());
    }

    @Test
    void nothingElseIsRead() throws Exception {
        Files.createDirectories(home.resolve("data"));
        Files.writeString(home.resolve("data/secret.txt"), "secret");
        put(PATH, SOURCE, Map.of());
        for (String file : new String[] {"../data/secret.txt", "/etc/hostname", "Other.java", "MyCross.class"}) {
            assertProblem(404, "There is no file " + file, backtests.calls.get(PATH + "/source?file=" + file));
        }
        Files.createSymbolicLink(home.resolve("strategies/MyCross.yaml"), home.resolve("data/secret.txt"));
        assertProblem(
                422, "leads out of the strategies directory", backtests.calls.get(PATH + "/source?file=MyCross.yaml"));
        DroppedCode.jar(home.resolve("strategies/two.jar"), "JarOne", 16, "JarTwo", 24);
        assertProblem(409, "two.jar is a jar", backtests.calls.get("/api/strategies/JarOne/source"));
        assertProblem(404, "no strategy", backtests.calls.get("/api/strategies/Nobody/source"));
    }
}
