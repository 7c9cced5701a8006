package futures.kit;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;

/**
 * Answer of {@code GET /health}.
 *
 * @param uptimeS seconds since the start
 * @param details numbers and states that a person would ask for; {@code problems} lists what is wrong
 */
public record Health(
        State status, String service, String version, long uptimeS, Instant timestamp, Map<String, Object> details) {

    /** Degraded goes on working with something missing; unhealthy cannot do its work. */
    public enum State {
        HEALTHY,
        DEGRADED,
        UNHEALTHY;

        @JsonValue
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
