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
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Speaks the part of the data service's HTTP that backtests need, with a seeded random walk of ES. The real one is used
 * in the end-to-end tests.
 */
final class DataNeighbour implements AutoCloseable {
    private static final String CONTRACT = """
            {"symbol":"ES","name":"E-mini S&P 500","exchange":"CME","currency":"USD","tick_size":0.25,"point_value":50,
             "initial_margin":12650,"maintenance_margin":11500,"time_zone":"America/Chicago",
             "opens":"17:00:00","closes":"16:00:00"}""";

    private final HttpServer server;
    private final AtomicInteger revision = new AtomicInteger(1);
    private final AtomicInteger served = new AtomicInteger();
    private volatile CountDownLatch gate = new CountDownLatch(0);

    DataNeighbour() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/api/contracts/ES", exchange -> json(exchange, 200, CONTRACT));
        server.createContext("/api/data/ES", this::bars);
        server.createContext(
                "/",
                exchange -> json(
                        exchange,
                        404,
                        "{\"title\":\"Not found\",\"status\":404,\"detail\":\"There is no series 'NQ'.\"}"));
        server.setExecutor(Executors.newCachedThreadPool(runnable -> {
            Thread thread = new Thread(runnable, "data-neighbour");
            thread.setDaemon(true);
            return thread;
        }));
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    /** How often bars were sent in full. */
    int served() {
        return served.get();
    }

    /** Other bars from now on. */
    void change() {
        revision.incrementAndGet();
    }

    /** Requests for bars wait from now on, until the latch is counted down. */
    CountDownLatch hold() {
        gate = new CountDownLatch(1);
        return gate;
    }

    private void bars(HttpExchange exchange) throws IOException {
        try {
            gate.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        String tag = "\"" + revision.get() + "\"";
        exchange.getResponseHeaders().set("ETag", tag);
        if (tag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
            exchange.sendResponseHeaders(304, -1);
            exchange.close();
            return;
        }
        served.incrementAndGet();
        exchange.getResponseHeaders().set("Content-Type", ColumnWriter.MEDIA_TYPE);
        exchange.sendResponseHeaders(200, 0);
        try (OutputStream out = exchange.getResponseBody()) {
            write(out, revision.get());
        }
    }

    private static void write(OutputStream out, long seed) throws IOException {
        int rows = 5_000;
        List<Column> columns = List.of(
                Column.timestamp("timestamp"),
                Column.float64("open"),
                Column.float64("high"),
                Column.float64("low"),
                Column.float64("close"),
                Column.float64("volume"));
        long[] time = new long[rows];
        double[][] prices = new double[5][rows];
        Random random = new Random(seed);
        double price = 5000;
        for (int i = 0; i < rows; i++) {
            time[i] = 1_704_150_000_000L + i * 60_000L;
            double close = price + (random.nextInt(17) - 8) * 0.25;
            prices[0][i] = price;
            prices[1][i] = Math.max(price, close) + random.nextInt(4) * 0.25;
            prices[2][i] = Math.min(price, close) - random.nextInt(4) * 0.25;
            prices[3][i] = close;
            prices[4][i] = 100 + random.nextInt(900);
            price = close;
        }
        ColumnWriter writer = new ColumnWriter(out, columns, Map.of("product", "ES"));
        writer.write(new ColumnBatch(columns, rows, time, prices[0], prices[1], prices[2], prices[3], prices[4]));
        writer.end();
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
        gate.countDown();
        server.stop(0);
    }
}
