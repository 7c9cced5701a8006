package futures.kit.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import futures.kit.config.Settings;
import futures.kit.json.Json;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HttpServerTest {
    record Order(String symbol, int quantity, List<String> tags) {}

    private final HttpClient client = HttpClient.newHttpClient();
    private final CountDownLatch inside = new CountDownLatch(1);
    private final CountDownLatch letGo = new CountDownLatch(1);
    private HttpServer server;

    @TempDir
    Path home;

    private void start(String... overrides) {
        Settings settings = Settings.load(home, Map.of(), List.of(overrides));
        Routes routes = new Routes();
        routes.get("/api/data/{symbol}")
                .summary("Bars")
                .path("symbol", "e.g. ES")
                .query("limit", Param.integer(1, 100).orElse(10), "how many")
                .query("order", Param.choice("asc", "desc").orElse("asc"), "which way")
                .query("start_date", Param.date(), "first day")
                .answers(Order.class)
                .handle(request ->
                        new Order(request.path("symbol"), request.integer("limit"), List.of(request.text("order"))));
        routes.post("/api/orders")
                .summary("Order")
                .body(Order.class)
                .answers(201, Order.class)
                .handle(request -> Answer.created("/api/orders/1", request.body(Order.class)));
        routes.get("/api/fault").summary("Fails").handle(request -> {
            throw new IllegalStateException("secret detail");
        });
        routes.get("/api/broken").summary("Breaks off").handle(request -> {
            OutputStream out = request.context().outputStream();
            out.write("first,half\n".repeat(10_000).getBytes(StandardCharsets.US_ASCII));
            out.flush();
            throw new IllegalStateException("in the middle, on purpose");
        });
        routes.get("/api/slow").summary("Waits").handle(request -> {
            inside.countDown();
            letGo.await();
            return Map.of("done", true);
        });
        server = HttpServer.start("test", settings, 0, new SimpleMeterRegistry(), routes);
    }

    @AfterEach
    void stop() {
        letGo.countDown();
        server.close();
    }

    @Test
    void declaredParametersAreCheckedAndStandInsFilledIn() throws Exception {
        start();
        assertEquals(
                "{\"symbol\":\"ES\",\"quantity\":10,\"tags\":[\"asc\"]}",
                get("/api/data/ES").body());
        assertEquals(
                "{\"symbol\":\"ES\",\"quantity\":7,\"tags\":[\"desc\"]}",
                get("/api/data/ES?limit=7&order=DESC").body());
        assertProblem(400, "'limit' must be a whole number from 1 to 100.", get("/api/data/ES?limit=101"));
        assertProblem(400, "'order' must be one of asc, desc.", get("/api/data/ES?order=up"));
        assertProblem(400, "'start_date' must be a date such as 2024-03-28.", get("/api/data/ES?start_date=1.2.24"));
        assertProblem(400, "Unknown parameter 'limt'; did you mean 'limit'?", get("/api/data/ES?limt=7"));
    }

    @Test
    void bodiesThatAreWrongSayWhere() throws Exception {
        start();
        HttpResponse<String> made = post("/api/orders", "{\"symbol\":\"ES\",\"quantity\":2,\"tags\":[]}");
        assertEquals(201, made.statusCode());
        assertEquals("/api/orders/1", made.headers().firstValue("Location").orElseThrow());
        assertProblem(400, "Send a JSON body.", post("/api/orders", ""));
        assertProblem(
                400,
                "Unknown field 'quantty'; did you mean 'quantity'?",
                post("/api/orders", "{\"symbol\":\"ES\",\"quantty\":2}"));
        assertProblem(
                400, "Field 'quantity' has the wrong type or value.", post("/api/orders", "{\"quantity\":\"two\"}"));
        JsonNode broken = assertProblem(400, null, post("/api/orders", "{\"symbol\":\n \"ES\" \"x\"}"));
        assertTrue(broken.get("detail").asText().contains("line 2"), broken.toString());
    }

    @Test
    void whatIsNotThereIsAProblemToo() throws Exception {
        start();
        JsonNode unknown = assertProblem(404, null, get("/api/dta/ES"));
        assertTrue(unknown.get("detail").asText().startsWith("There is no GET /api/dta/ES"), unknown.toString());
        assertProblem(405, "PUT is not possible here; see /docs.", send("PUT", "/api/orders", "{}", Map.of()));
    }

    @Test
    void whatNoRouteEverSeesIsAProblemToo() throws Exception {
        start();
        JsonNode unread = assertProblem(400, null, get("/api/data/%00"));
        assertTrue(unread.get("detail").asText().startsWith("The request could not be read: "), unread.toString());
        assertProblem(431, null, send("GET", "/api/data/ES", null, Map.of("X-Long", "x".repeat(20_000))));
    }

    @Test
    void aFaultOfOursTellsNothingOfItsInsides() throws Exception {
        start();
        HttpResponse<String> answer = get("/api/fault");
        assertProblem(500, null, answer);
        assertFalse(answer.body().contains("secret"), answer.body());
        assertFalse(answer.body().contains("Exception"), answer.body());
    }

    @Test
    void anAnswerThatBreaksOffIsNotTakenForWhole() {
        start();
        assertThrows(IOException.class, () -> get("/api/broken"));
    }

    @Test
    void foreignHostsAndPagesAreKeptOut() throws Exception {
        start("ports.dashboard=8000");
        assertTrue(raw("GET /api/data/ES HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n")
                .startsWith("HTTP/1.1 403"));
        assertProblem(403, null, send("GET", "/api/data/ES", null, Map.of("Origin", "http://evil.example")));
        HttpResponse<String> dashboard = send("GET", "/api/data/ES", null, Map.of("Origin", "http://127.0.0.1:8000"));
        assertEquals(200, dashboard.statusCode());
        assertEquals(
                "http://127.0.0.1:8000",
                dashboard.headers().firstValue("Access-Control-Allow-Origin").orElseThrow());
        HttpResponse<String> preflight =
                send("OPTIONS", "/api/orders", null, Map.of("Origin", "http://127.0.0.1:8000"));
        assertEquals(204, preflight.statusCode());
        assertTrue(preflight
                .headers()
                .firstValue("Access-Control-Allow-Methods")
                .orElseThrow()
                .contains("POST"));
    }

    @Test
    void aTokenIsAskedForWhereOneIsSet() throws Exception {
        start("token=sesame");
        assertProblem(401, null, get("/api/data/ES"));
        assertProblem(401, null, send("GET", "/api/data/ES", null, Map.of("Authorization", "Bearer open")));
        assertEquals(
                200,
                send("GET", "/api/data/ES", null, Map.of("Authorization", "Bearer sesame"))
                        .statusCode());
    }

    @Test
    void aBrowserIsLetInOnceByTheAddressAndThenByItsCookie() throws Exception {
        start("token=sesame");
        assertProblem(401, null, get("/api/data/ES?token=open"));
        HttpResponse<String> welcome = get("/api/data/ES?token=sesame");
        assertEquals(303, welcome.statusCode());
        assertEquals("/api/data/ES", welcome.headers().firstValue("Location").orElseThrow());
        String cookie = welcome.headers().firstValue("Set-Cookie").orElseThrow();
        assertTrue(cookie.contains("HttpOnly") && cookie.contains("SameSite=Strict"), cookie);
        Map<String, String> sent = Map.of("Cookie", cookie.substring(0, cookie.indexOf(';')));
        assertEquals(200, send("GET", "/api/data/ES", null, sent).statusCode());
        assertProblem(401, null, send("GET", "/api/data/ES", null, Map.of("Cookie", "futures_token=open")));
    }

    @Test
    void bodiesOverTheLimitAreRefused() throws Exception {
        start("limits.request_mb=1");
        assertProblem(413, null, post("/api/orders", " ".repeat(1_048_577)));
        String chunked = raw("POST /api/orders HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n"
                + "Connection: close\r\n\r\n" + "10000\r\n" + " ".repeat(0x10000)
                + ("\r\n10000\r\n" + " ".repeat(0x10000)).repeat(16) + "\r\n0\r\n\r\n");
        assertTrue(
                chunked.startsWith("HTTP/1.1 413"), chunked.lines().findFirst().orElse(""));
    }

    @Test
    void theDocumentDescribesWhatIsChecked() throws Exception {
        start();
        JsonNode document = Json.mapper().readTree(get("/openapi").body());
        JsonNode parameters = document.at("/paths/~1api~1data~1{symbol}/get/parameters");
        assertEquals("symbol", parameters.get(0).get("name").asText());
        assertEquals(10, parameters.get(1).at("/schema/default").asInt());
        assertEquals("desc", parameters.get(2).at("/schema/enum/1").asText());
        assertEquals(
                "integer",
                document.at("/components/schemas/HttpServerTestOrder/properties/quantity/type")
                        .asText());
        assertTrue(get("/docs").body().contains("swagger-ui-bundle.js"));
        assertEquals(200, get("/docs/swagger-ui-bundle.js").statusCode());
        assertEquals(200, get("/docs/swagger-ui.css").statusCode());
    }

    @RepeatedTest(20)
    void aStopLetsRequestsUnderWayFinish() throws Exception {
        start();
        CompletableFuture<HttpResponse<String>> slow = client.sendAsync(
                HttpRequest.newBuilder(uri("/api/slow")).build(), HttpResponse.BodyHandlers.ofString());
        assertTrue(inside.await(20, TimeUnit.SECONDS));
        CompletableFuture<Void> stopped = CompletableFuture.runAsync(server::close);
        letGo.countDown();
        assertEquals("{\"done\":true}", slow.get(20, TimeUnit.SECONDS).body());
        stopped.get(20, TimeUnit.SECONDS);
    }

    /** Longer than connections without a request are waited for. */
    @Test
    void aStopLetsARequestFinishThatTakesItsTime() throws Exception {
        start();
        CompletableFuture<HttpResponse<String>> slow = client.sendAsync(
                HttpRequest.newBuilder(uri("/api/slow")).build(), HttpResponse.BodyHandlers.ofString());
        assertTrue(inside.await(20, TimeUnit.SECONDS));
        CompletableFuture<Void> stopped = CompletableFuture.runAsync(server::close);
        CompletableFuture.delayedExecutor(700, TimeUnit.MILLISECONDS).execute(letGo::countDown);
        assertEquals("{\"done\":true}", slow.get(20, TimeUnit.SECONDS).body());
        stopped.get(20, TimeUnit.SECONDS);
    }

    private static JsonNode assertProblem(int status, String detail, HttpResponse<String> answer) throws IOException {
        assertEquals(status, answer.statusCode(), answer.body());
        assertEquals(
                "application/problem+json",
                answer.headers().firstValue("Content-Type").orElseThrow().split(";")[0]);
        JsonNode body = Json.mapper().readTree(answer.body());
        assertEquals(status, body.get("status").asInt());
        if (detail != null) {
            assertEquals(detail, body.get("detail").asText());
        }
        return body;
    }

    private HttpResponse<String> get(String path) throws Exception {
        return send("GET", path, null, Map.of());
    }

    private HttpResponse<String> post(String path, String body) throws Exception {
        return send("POST", path, body, Map.of("Content-Type", "application/json"));
    }

    private HttpResponse<String> send(String method, String path, String body, Map<String, String> headers)
            throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(path))
                .method(
                        method,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        headers.forEach(request::header);
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + server.port() + path);
    }

    private String raw(String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            OutputStream out = socket.getOutputStream();
            try {
                out.write(request.getBytes(StandardCharsets.US_ASCII));
                out.flush();
            } catch (IOException e) {
                // The server may answer and hang up before it has read everything.
                assertTrue(e.getMessage() != null);
            }
            InputStream in = socket.getInputStream();
            return new String(in.readNBytes(4096), StandardCharsets.UTF_8);
        }
    }
}
