package futures.kit;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A service that says what a test puts into its mouth, and remembers what it was asked. */
public final class NeighbourInWords extends Neighbour {
    private static final class Said {
        private final Map<String, String> headers;
        private final byte[] body;

        Said(Map<String, String> headers, byte[] body) {
            this.headers = headers;
            this.body = body;
        }
    }

    private final Map<String, Said> byPath = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();

    public NeighbourInWords() throws IOException {
        start();
    }

    /** @param headers names and values by turns */
    public void say(String path, byte[] body, String... headers) {
        Map<String, String> byName = new HashMap<>();
        for (int i = 0; i < headers.length; i += 2) {
            byName.put(headers[i], headers[i + 1]);
        }
        byPath.put(path, new Said(byName, body));
    }

    /** Paths with their queries, as they came. */
    public List<String> asked() {
        return asked;
    }

    @Override
    protected void answer(HttpExchange exchange) throws IOException {
        asked.add(exchange.getRequestURI().toString());
        Said said = byPath.get(exchange.getRequestURI().getPath());
        if (said == null) {
            missing(exchange, "There is no such thing.");
            return;
        }
        said.headers.forEach(exchange.getResponseHeaders()::set);
        String tag = said.headers.get("ETag");
        if (tag != null && current(exchange, tag)) {
            return;
        }
        exchange.sendResponseHeaders(200, 0);
        exchange.getResponseBody().write(said.body);
        exchange.close();
    }
}
