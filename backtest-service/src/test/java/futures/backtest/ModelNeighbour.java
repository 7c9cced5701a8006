package futures.backtest;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import futures.kit.columnar.Column;
import futures.kit.columnar.ColumnBatch;
import futures.kit.columnar.ColumnWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Speaks the part of the machine learning service's HTTP that backtests need: {@code fade-1} says that the walk of ES comes back, {@code late-1}
 * the same a millisecond after each bar, {@code mute-1} nothing. The first thousand minutes they have learnt from. The real service
 * is used in the end-to-end tests.
 */
final class ModelNeighbour implements AutoCloseable {
    static final String HASH = "5c".repeat(32);
    private static final List<Column> COLUMNS = List.of(
            Column.timestamp("timestamp"),
            Column.timestamp("known_at"),
            Column.float64("value"),
            Column.float64("in_training"));
    private static final List<Column> PRICES = List.of(
            Column.timestamp("timestamp"),
            Column.float64("open"),
            Column.float64("high"),
            Column.float64("low"),
            Column.float64("close"),
            Column.float64("volume"));
    private static final int LEARNT = 1_000;
    private static final int BACK = 10;
    private static final long MINUTE = 60_000;

    private final HttpServer server;
    private final List<String> asked = new CopyOnWriteArrayList<>();

    ModelNeighbour() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    /** Queries for predictions, in their order. */
    List<String> asked() {
        return asked;
    }

    private void answer(HttpExchange exchange) throws IOException {
        String[] path = exchange.getRequestURI().getPath().split("/");
        String id = path.length > 4 ? path[4] : "";
        if (!List.of("fade-1", "late-1", "mute-1").contains(id)) {
            json(
                    exchange,
                    404,
                    "{\"title\":\"Not found\",\"status\":404,\"detail\":\"There is no model '" + id + "'.\"}");
        } else if (path.length == 5) {
            json(exchange, 200, "{\"id\":\"" + id + "\",\"version\":1,\"hash\":\"" + HASH + "\"}");
        } else {
            String query = exchange.getRequestURI().getQuery();
            asked.add(query);
            exchange.sendResponseHeaders(200, 0);
            try (OutputStream out = exchange.getResponseBody()) {
                ColumnWriter writer = new ColumnWriter(out, COLUMNS, Map.of("model", id));
                writer.write(says(id, query.contains("force=true")));
                writer.end();
            }
        }
    }

    private static ColumnBatch says(String id, boolean force) {
        ColumnBatch walk = WalkOfPrices.of("ES", 1, 1).batch(PRICES);
        long[] times = walk.longs("timestamp");
        double[] close = walk.doubles("close");
        int from = id.equals("mute-1") ? times.length : force ? BACK : LEARNT;
        int rows = times.length - from;
        long[] known = new long[rows];
        double[] values = new double[rows];
        double[] seen = new double[rows];
        for (int i = 0; i < rows; i++) {
            int bar = from + i;
            known[i] = times[bar] + MINUTE + (id.equals("late-1") ? 1 : 0);
            values[i] = 1 / (1 + Math.exp(0.1 * (close[bar] - close[bar - BACK])));
            seen[i] = bar < LEARNT ? 1 : 0;
        }
        return new ColumnBatch(COLUMNS, rows, Arrays.copyOfRange(times, from, times.length), known, values, seen);
    }

    private static void json(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
