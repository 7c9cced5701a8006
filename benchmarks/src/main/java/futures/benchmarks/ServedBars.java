package futures.benchmarks;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import futures.kit.columnar.ColumnWriter;
import futures.marketdata.BarStream;
import futures.model.BarSeries;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;

/** Stands in for the data service with one series of ES minutes, so that what is measured is the backtest service alone. */
final class ServedBars implements AutoCloseable {
    private static final String CONTRACT = """
            {"symbol":"ES","name":"E-mini S&P 500","exchange":"CME","currency":"USD","tick_size":0.25,"point_value":50,
             "time_zone":"America/Chicago","opens":"17:00:00","closes":"16:00:00"}""";
    private final BarSeries bars;
    private final HttpServer server;

    ServedBars(BarSeries bars) throws IOException {
        this.bars = bars;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.setExecutor(Executors.newCachedThreadPool(runnable -> {
            Thread thread = new Thread(runnable, "served-bars");
            thread.setDaemon(true);
            return thread;
        }));
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        if (path.startsWith("/api/contracts/")) {
            json(exchange, CONTRACT);
        } else if (path.equals("/api/data")) {
            json(exchange, "{\"series\":[{\"symbol\":\"ES\",\"timeframe\":\"1m\"}]}");
        } else if (path.split("/").length > 4) {
            json(exchange, "{\"grade\":\"A\",\"reason\":\"made up\",\"revision\":\"1\",\"href\":\"/\"}");
        } else {
            bars(exchange);
        }
    }

    private void bars(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("ETag", "\"1\"");
        if ("\"1\"".equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
            exchange.sendResponseHeaders(304, -1);
            exchange.close();
            return;
        }
        exchange.getResponseHeaders().set("Content-Type", ColumnWriter.MEDIA_TYPE);
        exchange.sendResponseHeaders(200, 0);
        try (OutputStream out = exchange.getResponseBody()) {
            new BarStream(bars, "ES").write(out);
        }
    }

    private static void json(HttpExchange exchange, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, bytes.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
