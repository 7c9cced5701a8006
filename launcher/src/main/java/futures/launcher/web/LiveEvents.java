package futures.launcher.web;

import io.javalin.http.sse.SseClient;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Open event streams. One thread writes to all, so that nobody who reports an event waits for a browser. */
final class LiveEvents implements AutoCloseable {
    private static final int KEEP_ALIVE_SECONDS = 15;
    private static final int MOST_CLIENTS = 50;

    private final Set<SseClient> clients = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService writer = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "live-events");
        thread.setDaemon(true);
        return thread;
    });

    LiveEvents() {
        var unused = writer.scheduleAtFixedRate(
                () -> clients.forEach(client -> client.sendComment("still here")),
                KEEP_ALIVE_SECONDS,
                KEEP_ALIVE_SECONDS,
                TimeUnit.SECONDS);
    }

    /** Adds a reader, who gets the first event at once. A reader too many is sent away. */
    void add(SseClient client, String firstEvent, Object firstData) {
        if (clients.size() >= MOST_CLIENTS || writer.isShutdown()) {
            client.close();
            return;
        }
        client.keepAlive();
        client.onClose(() -> clients.remove(client));
        clients.add(client);
        writer.execute(() -> client.sendEvent(firstEvent, firstData));
    }

    void send(String event, Object data) {
        if (!clients.isEmpty()) {
            writer.execute(() -> clients.forEach(client -> client.sendEvent(event, data)));
        }
    }

    /** The streams themselves end with the server. */
    @Override
    public void close() {
        writer.shutdownNow();
    }
}
