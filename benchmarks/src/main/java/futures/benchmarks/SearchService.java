package futures.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import futures.kit.json.Json;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The backtest service, in this process or in one of its own with the collector that the launcher gives it. */
final class SearchService implements AutoCloseable {
    private final HttpClient http = HttpClient.newHttpClient();
    private final Path home;
    private final URI address;
    private final Process process;

    private SearchService(Path home, URI address, Process process) {
        this.home = home;
        this.address = address;
        this.process = process;
    }

    /**
     * @param jar  launcher.jar
     * @param data port of the data service
     * @param heap flags
     */
    static SearchService start(String jar, int data, String... heap) throws IOException, InterruptedException {
        Path home = Files.createTempDirectory("search-service");
        int port = freePort();
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:+UseSerialGC"));
        command.addAll(List.of(heap));
        command.addAll(List.of("-cp", jar, "futures.backtest.BacktestService"));
        command.addAll(arguments(home, port, data));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("service.log").toFile())
                .start();
        SearchService service = new SearchService(home, URI.create("http://127.0.0.1:" + port), process);
        service.await();
        return service;
    }

    /**
     * For as long as this process lives.
     *
     * @param data port of the data service
     */
    static SearchService here(int data) throws IOException, InterruptedException {
        Path home = Files.createTempDirectory("search-service");
        int port = freePort();
        try {
            Class.forName("futures.backtest.BacktestService")
                    .getMethod("main", String[].class)
                    .invoke(null, (Object) arguments(home, port, data).toArray(String[]::new));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("launcher.jar must be on the class path, after benchmarks.jar", e);
        }
        SearchService service = new SearchService(home, URI.create("http://127.0.0.1:" + port), null);
        service.await();
        return service;
    }

    private static List<String> arguments(Path home, int port, int data) {
        List<String> arguments = new ArrayList<>(List.of("--home", home.toString()));
        for (String setting : List.of("ports.backtest=" + port, "ports.data=" + data, "scripts.ready_processes=0")) {
            arguments.addAll(List.of("--set", setting));
        }
        return arguments;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private void await() throws InterruptedException {
        HttpRequest health =
                HttpRequest.newBuilder(address.resolve("/health")).GET().build();
        for (int i = 0; i < 600; i++) {
            try {
                http.send(health, HttpResponse.BodyHandlers.discarding());
                return;
            } catch (IOException notYet) {
                Thread.sleep(100);
            }
        }
        throw new IllegalStateException("the service did not start");
    }

    /** Runs a search to its end. */
    JsonNode search(Map<String, Object> order) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(address.resolve("/api/optimizations?wait=true"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(Json.mapper().writeValueAsString(order)))
                .build();
        JsonNode state = Json.mapper()
                .readTree(
                        http.send(request, HttpResponse.BodyHandlers.ofString()).body());
        if (!"done".equals(state.path("state").asText())) {
            throw new IllegalStateException(state.toString());
        }
        return state;
    }

    String get(String path) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(address.resolve(path)).build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }

    ProcessHandle process() {
        return process.toHandle();
    }

    Path home() {
        return home;
    }

    @Override
    public void close() throws IOException {
        if (process != null) {
            process.destroy();
            process.onExit().join();
        }
        try (var paths = Files.walk(home)) {
            for (Path path : paths.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.delete(path);
            }
        }
    }
}
