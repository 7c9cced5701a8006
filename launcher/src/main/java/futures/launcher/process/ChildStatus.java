package futures.launcher.process;

import java.time.Instant;
import java.util.Locale;

/**
 * How a child is, at one moment.
 *
 * @param pid        0 while it does not run
 * @param startedAt  start of the running process, null while there is none
 * @param restarts   times it was started again since the launcher started
 * @param reason     why it is not healthy, in words; empty when it is
 * @param healthBody what it last said about itself; empty when it did not answer
 */
public record ChildStatus(
        String name,
        String address,
        int port,
        State state,
        long pid,
        Instant startedAt,
        int restarts,
        String reason,
        String healthBody) {

    /** The life of a child. */
    public enum State {
        STARTING,
        HEALTHY,
        DEGRADED,
        UNHEALTHY,
        /** Died; is started again after a pause. */
        RESTARTING,
        /** Died too often; is not started again. */
        FAILED,
        STOPPED;

        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Whether it serves requests. */
        public boolean serves() {
            return this == HEALTHY || this == DEGRADED;
        }
    }
}
