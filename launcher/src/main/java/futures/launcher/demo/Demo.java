package futures.launcher.demo;

import com.fasterxml.jackson.databind.JsonNode;
import futures.kit.json.Json;
import futures.launcher.terminal.Terminal;
import futures.launcher.terminal.Terminal.Tone;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Function;

/** Imports the sample bars, backtests the shipped strategy on them and shows what came out; all of it over HTTP. */
public final class Demo {
    private static final String STRATEGY = "SimpleMAStrategy";
    /** Slower than the strategy's standard, which trades the noise of single minutes until the cash is gone. */
    private static final String PARAMETERS = "{\"fast_period\": 60, \"slow_period\": 240}";

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Function<String, URI> addresses;
    private final String token;
    private final Terminal terminal;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    /**
     * @param addresses where a service is, by its name
     * @param token     bearer token; empty for none
     */
    public Demo(Function<String, URI> addresses, String token, Terminal terminal) {
        this.addresses = addresses;
        this.token = token;
        this.terminal = terminal;
    }

    /** @throws DemoException with the reason, when a step does not work */
    public void run() {
        terminal.say("");
        terminal.say("Writing sample bars (synthetic: no market ever traded so) …");
        JsonNode sample = post("data", "/api/data/sample", "");
        String symbol = sample.path("try_this").asText();
        long added = sample.path("rows_added").asLong();
        terminal.say(Tone.DIM, added == 0 ? "  they were there already" : "  %,d bars written".formatted(added));

        terminal.say("Running " + STRATEGY + " on " + symbol + " …");
        long started = System.nanoTime();
        JsonNode result = post(
                "backtest",
                "/api/backtest?strategy_name=" + STRATEGY + "&symbol="
                        + URLEncoder.encode(symbol, StandardCharsets.UTF_8),
                PARAMETERS);
        terminal.say(Tone.DIM, "  done in %.1f s".formatted((System.nanoTime() - started) / 1e9));
        terminal.say("");
        ResultTable.lines(result).forEach(terminal::say);
        links(result.path("id").asText());
    }

    private void links(String id) {
        terminal.say("");
        URI result = addresses.apply("backtest").resolve("/api/backtests/" + id);
        terminal.say("  Result         " + result);
        terminal.say("  Its trades     " + result + "/trades");
        terminal.say("  Dashboard      " + addresses.apply("dashboard"));
        terminal.say(
                "  Docs, to try   " + addresses.apply("data") + "/docs and " + addresses.apply("backtest") + "/docs");
    }

    private JsonNode post(String service, String path, String body) {
        URI uri = addresses.apply(service).resolve(path);
        HttpRequest.Builder request = HttpRequest.newBuilder(uri)
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        try {
            HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            JsonNode json = Json.mapper().readTree(answer.body());
            if (answer.statusCode() / 100 != 2) {
                throw new DemoException("POST " + uri + " answered " + answer.statusCode() + ": "
                        + json.path("detail").asText());
            }
            return json;
        } catch (IOException e) {
            throw new DemoException("POST " + uri + " failed: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DemoException("stopped while waiting for " + uri);
        }
    }
}
