package futures.portfolio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import futures.kit.Eventually;
import futures.kit.RedisForTests;
import futures.wire.portfolio.RoundTripRecord;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process of its own, killed while it records: each batch is there whole or not at all, and can be sent again. */
class KilledServiceTest {
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final Instant FIRST = Instant.parse("2024-03-28T14:30:00Z");
    private static final int TRIPS = 1000;
    private static final int BATCHES = 12;

    @TempDir
    Path home;

    private Process start(int port) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                PortfolioService.class.getName(),
                "--home",
                home.toString(),
                "--set",
                "ports.portfolio=" + port,
                "--set",
                "ports.redis=" + RedisForTests.freePort());
        File log = home.resolve("process.log").toFile();
        return builder.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
                .start();
    }

    /** As many round trips of the same gain and costs as a batch of them has, made by orders. */
    private static String orders(String key, int batch) {
        StringBuilder body = new StringBuilder("{\"idempotency_key\":\"" + key + "\",\"orders\":[");
        for (int i = 0; i < 2 * TRIPS; i++) {
            body.append(i == 0 ? "" : ",")
                    .append("{\"symbol\":\"ES\",\"quantity\":1,\"point_value\":50,\"costs\":1.25,\"action\":\"")
                    .append(i % 2 == 0 ? "BUY\",\"price\":5000.25" : "CLOSE_LONG\",\"price\":5000.50")
                    .append(",\"time\":\"")
                    .append(FIRST.plusSeconds(60L * batch * TRIPS + i))
                    .append("\"}");
        }
        return body.append("]}").toString();
    }

    private static String route(String body) {
        return "/api/portfolio/1/" + (body.contains("\"orders\"") ? "orders" : "trades");
    }

    /** The ledger holds at every moment, also right after a kill. */
    private static void assertIdentity(JsonNode totals) {
        assertEquals(
                totals.get("cash").decimalValue(),
                totals.get("initial_cash")
                        .decimalValue()
                        .add(totals.get("realized_pnl").decimalValue())
                        .subtract(totals.get("commissions").decimalValue()));
        assertEquals(
                0,
                totals.get("cash")
                        .decimalValue()
                        .compareTo(new BigDecimal("100000")
                                .add(BigDecimal.TEN.multiply(
                                        totals.get("trades").decimalValue()))),
                totals.toString());
        assertEquals(0, totals.get("open_positions").asInt());
    }

    private static boolean answers(Client client) {
        try {
            return client.get("/health").status() == 200;
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    @Test
    void aKillWhileBatchesAreRecordedLeavesOnlyWholeOnes() throws Exception {
        int port = RedisForTests.freePort();
        Client client = new Client(URI.create("http://127.0.0.1:" + port));
        List<String> batches = new ArrayList<>();
        for (int batch = 0; batch < BATCHES; batch++) {
            RoundTripRecord[] trips = new RoundTripRecord[TRIPS];
            for (int i = 0; i < TRIPS; i++) {
                trips[i] = BatchesTest.trip(batch * TRIPS + i, "12.50", "2.50");
            }
            batches.add(batch % 2 == 0 ? BatchesTest.json("run-" + batch, trips) : orders("run-" + batch, batch));
        }
        Process process = start(port);
        try {
            Eventually.within(LONG, "the start", () -> answers(client));
            client.post("/api/portfolio?name=killed", null);
            Thread sender = new Thread(() -> sendUntilItBreaks(client, batches));
            sender.start();
            // The write-ahead log grows with the first batch; the others are on their way.
            Path log = home.resolve("data/portfolio.db-wal");
            Eventually.within(LONG, "recording", () -> Files.exists(log) && size(log) > 100_000);
            process.destroyForcibly();
            assertTrue(process.waitFor(30, TimeUnit.SECONDS));
            sender.join(30_000);
        } finally {
            process.destroyForcibly();
        }
        Process again = start(port);
        try {
            Eventually.within(LONG, "the second start", () -> answers(client));
            JsonNode totals = client.get("/api/portfolio/1").json();
            assertEquals(0, totals.get("trades").asInt() % TRIPS, totals.toString());
            assertIdentity(totals);
            assertEquals(
                    totals.get("trades").asLong(),
                    client.get("/api/stats").json().get("trades").asLong(),
                    "rows and totals");
            batches.forEach(
                    batch -> assertEquals(201, client.post(route(batch), batch).status()));
            JsonNode all = client.get("/api/portfolio/1").json();
            assertEquals(BATCHES * TRIPS, all.get("trades").asInt());
            assertEquals("220000.00", all.get("cash").asText());
            assertIdentity(all);
        } finally {
            again.destroyForcibly();
            assertTrue(again.waitFor(30, TimeUnit.SECONDS));
        }
    }

    private static void sendUntilItBreaks(Client client, List<String> batches) {
        try {
            batches.forEach(batch -> client.post(route(batch), batch));
        } catch (UncheckedIOException e) {
            // The kill broke the connection, as it is meant to.
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
