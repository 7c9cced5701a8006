package futures.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.SplittableRandom;

/**
 * How long the portfolio service takes to record many orders at once, through HTTP: purchases and sales of one to three
 * contracts, half a minute apart, each with a number of its own, into portfolios that it makes and removes.
 */
public final class BatchMeasurement {
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private BatchMeasurement() {}

    /** @param args address of the service, orders of a batch, rounds */
    public static void main(String[] args) throws IOException, InterruptedException {
        int orders = Integer.parseInt(args[1]);
        for (int round = 0; round < Integer.parseInt(args[2]); round++) {
            String name = "measured-" + System.nanoTime();
            HttpResponse<byte[]> made = send(args[0] + "/api/portfolio?name=" + name, "POST", "");
            String path = args[0] + made.headers().firstValue("Location").orElseThrow();
            String body = batch(orders, round);
            long began = System.nanoTime();
            send(path + "/orders", "POST", body);
            double empty = (System.nanoTime() - began) / 1e6;
            began = System.nanoTime();
            send(path + "/orders", "POST", batch(100, 1_000_000));
            double more = (System.nanoTime() - began) / 1e6;
            began = System.nanoTime();
            send(path, "DELETE", "");
            double removed = (System.nanoTime() - began) / 1e6;
            System.out.printf(
                    "%d orders: %.0f ms; 100 more, earlier than all: %.0f ms; portfolio removed: %.0f ms%n",
                    orders, empty, more, removed);
        }
    }

    private static String batch(int orders, int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        StringBuilder body = new StringBuilder("{\"idempotency_key\":\"k" + seed + "\",\"orders\":[");
        Instant time = Instant.parse("2024-01-02T15:00:00Z").minusSeconds(seed);
        for (int i = 0; i < orders; i++) {
            time = time.plusSeconds(30);
            body.append(i == 0 ? "" : ",")
                    .append("{\"symbol\":\"")
                    .append(random.nextBoolean() ? "ES" : "NQ")
                    .append("\",\"point_value\":50,\"costs\":2.50,\"action\":\"")
                    .append(random.nextBoolean() ? "BUY" : "SELL")
                    .append("\",\"quantity\":")
                    .append(1 + random.nextInt(3))
                    .append(",\"price\":")
                    .append(5000 + 0.25 * random.nextInt(400))
                    .append(",\"time\":\"")
                    .append(time)
                    .append("\",\"external_id\":\"")
                    .append(seed)
                    .append('-')
                    .append(i)
                    .append("\"}");
        }
        return body.append("]}").toString();
    }

    private static HttpResponse<byte[]> send(String address, String method, String body)
            throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = CLIENT.send(
                HttpRequest.newBuilder(URI.create(address))
                        .header("Content-Type", "application/json")
                        .method(
                                method,
                                body.isEmpty()
                                        ? HttpRequest.BodyPublishers.noBody()
                                        : HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
        if (answer.statusCode() / 100 != 2) {
            throw new IOException(answer.statusCode() + " " + new String(answer.body(), UTF_8));
        }
        return answer;
    }
}
