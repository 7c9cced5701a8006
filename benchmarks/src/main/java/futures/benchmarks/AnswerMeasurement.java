package futures.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * How long a running service takes to answer one address, through HTTP as any client sees it: the first answer by itself, since
 * nothing is warm then, and the others one after the other.
 */
public final class AnswerMeasurement {
    private AnswerMeasurement() {}

    /** @param args address, rounds, and a file to send as JSON (POST) where there is one */
    public static void main(String[] args) throws IOException, InterruptedException {
        int rounds = Integer.parseInt(args[1]);
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(args[0]));
        if (args.length > 2) {
            request.header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofByteArray(Files.readAllBytes(Path.of(args[2]))));
        }
        HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        URI health = URI.create(args[0]).resolve("/health");
        // The client's own first request is not the service's time.
        client.send(HttpRequest.newBuilder(health).build(), HttpResponse.BodyHandlers.discarding());
        double[] millis = new double[rounds];
        int bytes = 0;
        for (int i = 0; i < rounds; i++) {
            long began = System.nanoTime();
            HttpResponse<byte[]> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            millis[i] = (System.nanoTime() - began) / 1e6;
            if (answer.statusCode() / 100 != 2) {
                throw new IOException(answer.statusCode() + " " + new String(answer.body(), UTF_8));
            }
            bytes = answer.body().length;
        }
        double first = millis[0];
        Arrays.sort(millis);
        System.out.printf(
                "%d answers of %d bytes: first %.1f ms, median %.1f, p95 %.1f, p99 %.1f, longest %.1f%n",
                rounds,
                bytes,
                first,
                millis[rounds / 2],
                millis[(int) (rounds * 0.95)],
                millis[(int) (rounds * 0.99)],
                millis[rounds - 1]);
    }
}
