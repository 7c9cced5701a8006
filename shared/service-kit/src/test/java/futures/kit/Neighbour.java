package futures.kit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;

/**
 * Speaks as much of another service's HTTP as a test needs, on a free port and without being a service: no settings, no bus, no check of
 * requests.
 */
public abstract class Neighbour implements AutoCloseable {
    private final HttpServer server;

    protected Neighbour() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.setExecutor(Executors.newCachedThreadPool(runnable -> {
            Thread thread = new Thread(runnable, getClass().getSimpleName());
            thread.setDaemon(true);
            return thread;
        }));
    }

    /** Called when the neighbour is complete. */
    protected final void start() {
        server.start();
    }

    public final int port() {
        return server.getAddress().getPort();
    }

    /** Answers one request; several at a time. */
    protected abstract void answer(HttpExchange exchange) throws IOException;

    protected static void json(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }

    /** An answer of 404 that says why. */
    protected static void missing(HttpExchange exchange, String why) throws IOException {
        json(exchange, 404, "{\"title\":\"Not found\",\"status\":404,\"detail\":\"" + why + "\"}");
    }

    /** Whether the asker has what the tag names; it is told so then. */
    protected static boolean current(HttpExchange exchange, String tag) throws IOException {
        exchange.getResponseHeaders().set("ETag", tag);
        if (!tag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
            return false;
        }
        exchange.sendResponseHeaders(304, -1);
        exchange.close();
        return true;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
