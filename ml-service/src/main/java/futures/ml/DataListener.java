package futures.ml;

import com.fasterxml.jackson.databind.JsonNode;
import futures.kit.Errands;
import futures.kit.ServiceClient;
import futures.kit.ServiceContext;
import futures.kit.bus.Notice;
import futures.wire.Channels;
import futures.wire.ml.DataChange;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/** Marks symbols as changed: by notice as it happens, and by the list of series for what was missed. */
final class DataListener {
    private static final Duration LONGEST = Duration.ofSeconds(20);
    private static final int LONGEST_SYMBOL = 100;

    private final ServiceClient data;
    private final DataChanges changes;
    private final Errands errands = new Errands("ml-catch-up", 10);
    private final AtomicLong heard = new AtomicLong();

    DataListener(ServiceContext context, DataChanges changes) {
        this.data = context.client("data");
        this.changes = changes;
        context.bus().onReconnect(this::catchUp);
        context.bus().subscribe(Channels.DATA_UPDATES, (channel, notice) -> mark(notice));
    }

    private void mark(Notice notice) {
        heard.incrementAndGet();
        JsonNode facts = notice.data();
        String symbol = facts.path("symbol").asText(facts.path("contract").asText(""));
        if (symbol.isEmpty() || symbol.length() > LONGEST_SYMBOL || notice.time() == null) {
            // It does not say which: the list of series does.
            catchUp();
            return;
        }
        changes.add(new DataChange(symbol, notice.time(), String.valueOf(notice.type())));
    }

    /** Compares with the list of series; returns at once. */
    void catchUp() {
        errands.run(
                "series", () -> data.get("/api/data", LONGEST).path("series").forEach(this::found));
    }

    private void found(JsonNode series) {
        try {
            Instant updated = Instant.parse(series.path("updated_at").asText());
            changes.add(new DataChange(series.path("symbol").asText(), updated, "found"));
        } catch (DateTimeException e) {
            throw new IllegalStateException("the data service gave no time of change: " + series, e);
        }
    }

    long heard() {
        return heard.get();
    }

    boolean catchingUp() {
        return errands.waiting() > 0;
    }

    void close() {
        errands.close();
    }
}
