package futures.kit.bus;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/**
 * The envelope of every message: it tells that something is there, and {@code data.href} says where to read it.
 *
 * @param type    what happened, e.g. {@code bars_imported}
 * @param service who says so
 * @param version of the envelope
 */
public record Notice(String id, String type, String service, Instant time, int version, JsonNode data) {
    /** Where the thing can be read; null when the notice names none. */
    public String href() {
        JsonNode href = data == null ? null : data.get("href");
        return href == null || href.isNull() ? null : href.asText();
    }
}
