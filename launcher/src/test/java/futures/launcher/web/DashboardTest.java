package futures.launcher.web;

import static futures.launcher.process.Eventually.eventually;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import futures.kit.config.Settings;
import futures.kit.json.Json;
import futures.launcher.port.Ports;
import futures.launcher.process.ChildStatus;
import futures.launcher.process.ChildStatus.State;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class DashboardTest {
    private static final ChildStatus DATA = new ChildStatus(
            "data",
            "http://127.0.0.1:8001",
            8001,
            State.HEALTHY,
            ProcessHandle.current().pid(),
            Instant.parse("2026-01-02T03:04:05Z"),
            2,
            "",
            "{\"status\": \"healthy\", \"details\": {\"database_records\": 7}}");
    private static final ChildStatus GONE =
            new ChildStatus("data", DATA.address(), 8001, State.RESTARTING, 0, null, 2, "was ended by SIGKILL", "");

    @TempDir
    private Path home;

    private final HttpClient http = HttpClient.newHttpClient();
    private URI address;
    private Dashboard dashboard;
    private volatile ChildStatus data = DATA;

    @BeforeEach
    void open() throws Exception {
        List<Integer> free = Ports.anyFree("127.0.0.1", 2);
        Settings settings =
                Settings.load(home, Map.of(), List.of("ports.dashboard=" + free.get(0), "ports.redis=" + free.get(1)));
        address = URI.create("http://127.0.0.1:" + free.get(0));
        dashboard = Dashboard.start(settings, () -> List.of(data));
    }

    @AfterEach
    void close() {
        dashboard.close();
    }

    @Test
    void pageAndItsPartsAreServedWithTheirTypesAndAStrictPolicy() throws Exception {
        HttpResponse<String> page = get("/");
        assertEquals(200, page.statusCode());
        assertEquals("text/html;charset=utf-8", type(page));
        String policy = page.headers().firstValue("Content-Security-Policy").orElse("");
        assertTrue(policy.contains("script-src 'self'"), policy);
        assertEquals("text/javascript;charset=utf-8", type(get("/web/main.js")));
        assertEquals("text/css;charset=utf-8", type(get("/web/css/base.css")));
        assertEquals("text/javascript;charset=utf-8", type(get("/lib/echarts.js")));
        assertEquals("image/svg+xml", type(get("/web/icon.svg")));
    }

    @Test
    void everyPageOfTheListHasItsModuleAndItsAddress() throws Exception {
        for (JsonNode page : Json.mapper().readTree(get("/web/pages.json").body())) {
            String name = page.path("name").asText();
            assertEquals(200, get("/web/pages/" + name + ".js").statusCode(), name);
            String index = get("/" + name).body();
            assertTrue(index.contains("href=\"/web/pages/" + name + ".js\""), name);
            assertEquals(index, get("/" + name + "?of=some").body(), name);
            assertEquals(index, get("/" + name + "/some?part=one").body(), name);
        }
        assertEquals(404, get("/nothing").statusCode());
    }

    @Test
    void aPageNamesAllThatItsModuleWillAskFor() throws Exception {
        String series = get("/series/ES-SYNTH").body();
        Set<String> named = new TreeSet<>();
        Matcher links = Pattern.compile("<link rel=\"modulepreload\" href=\"([^\"]+)\">")
                .matcher(series);
        while (links.find()) {
            named.add(links.group(1));
            assertEquals(200, get(links.group(1)).statusCode(), links.group(1));
        }
        // page, its part, what the part is made of, and what that needs: four round trips without the hints
        assertTrue(
                named.containsAll(List.of(
                        "/web/main.js",
                        "/web/pages/series.js",
                        "/web/parts/candles.js",
                        "/web/parts/bars.js",
                        "/web/parts/chart.js",
                        "/web/shell/api.js")),
                named::toString);
        assertTrue(series.contains("href=\"/lib/echarts.js\""), series);
        assertFalse(get("/contracts").body().contains("echarts"), "a page without charts");
    }

    @Test
    void aFileThatTheBrowserHasIsNotSentAgain() throws Exception {
        String tag = get("/web/main.js").headers().firstValue("ETag").orElseThrow();
        HttpResponse<String> again = http.send(
                HttpRequest.newBuilder(address.resolve("/web/main.js"))
                        .header("If-None-Match", tag)
                        .build(),
                BodyHandlers.ofString());
        assertEquals(304, again.statusCode());
        assertEquals("", again.body());
    }

    @Test
    void nothingButTheFilesOfTheDashboardIsServed() throws Exception {
        for (String path : List.of(
                "/web/missing.js",
                "/web/..%2Flogback.xml",
                "/web/..%2Fdefaults%2Fconfig%2Fsettings.yaml",
                "/web/pages/..%2Fpages.json",
                "/web/../logback.xml",
                "/lib/logback.xml",
                "/lib/..%2Flogback.xml")) {
            int status = get(path).statusCode();
            assertTrue(status == 404 || status == 400, () -> path + " answered " + status);
        }
    }

    @Test
    void processesAreToldWithWhatTheySayThemselves() throws Exception {
        JsonNode system = Json.mapper().readTree(get("/api/system").body());
        assertEquals(ProcessHandle.current().pid(), system.path("pid").asLong());
        JsonNode service = system.path("services").get(0);
        assertEquals("data", service.path("name").asText());
        assertEquals("healthy", service.path("state").asText());
        assertEquals("2026-01-02T03:04:05Z", service.path("started_at").asText());
        assertEquals(2, service.path("restarts").asInt());
        assertEquals(
                7,
                service.path("health").path("details").path("database_records").asInt());
    }

    @Test
    void changeOfAServiceReachesAnOpenPageAtOnce() throws Exception {
        HttpResponse<InputStream> stream = http.send(
                HttpRequest.newBuilder(address.resolve("/events"))
                        .header("Accept", "text/event-stream")
                        .build(),
                BodyHandlers.ofInputStream());
        List<String> received = new CopyOnWriteArrayList<>();
        Thread reader = new Thread(() -> read(stream.body(), received));
        reader.start();
        eventually(
                "the first state",
                () -> String.join("", received).contains("\"state\":\"healthy\""),
                received::toString);

        data = GONE;
        dashboard.changed(DATA, GONE);

        eventually(
                "the new state",
                () -> String.join("", received)
                        .contains("\"state\":\"restarting\",\"reason\":\"was ended by SIGKILL\""),
                received::toString);
        // An open page must not hold up the end, nor go on after it.
        dashboard.close();
        reader.join();
    }

    private static void read(InputStream in, List<String> received) {
        byte[] buffer = new byte[4096];
        try (in) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                received.add(new String(buffer, 0, n, StandardCharsets.UTF_8));
            }
        } catch (java.io.IOException e) {
            received.add("(ended)");
        }
    }

    private HttpResponse<String> get(String path) throws Exception {
        return http.send(HttpRequest.newBuilder(URI.create(address + path)).build(), BodyHandlers.ofString());
    }

    private static String type(HttpResponse<?> response) {
        return response.headers().firstValue("Content-Type").orElse("none").replace(" ", "");
    }
}
