package futures.launcher.web;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.util.List;

/**
 * {@code GET /api/system}: the processes, as the launcher sees them.
 *
 * @param memoryMb resident memory of the launcher, null where the platform does not tell
 * @param redisUrl of the Redis in use
 */
record SystemState(
        String version,
        String home,
        Instant time,
        Instant startedAt,
        long pid,
        Double memoryMb,
        String redisUrl,
        boolean redisExternal,
        long barsRequests,
        List<ServiceState> services) {

    /**
     * One process.
     *
     * @param state    starting, healthy, degraded, unhealthy, restarting, failed or stopped
     * @param reason   why it is not healthy; empty when it is
     * @param pid      null while it does not run
     * @param memoryMb resident memory
     * @param health   what it last said on {@code /health}; null when it did not answer
     */
    record ServiceState(
            String name,
            String address,
            String state,
            String reason,
            Long pid,
            Instant startedAt,
            int restarts,
            Double memoryMb,
            @JsonRawValue String health) {}
}
