package futures.wire.allocation;

import java.time.Instant;

/**
 * An allocation and where it stands.
 *
 * @param id          null when it was not to be kept
 * @param state       queued, running, done, failed or cancelled; only those that are done are kept
 * @param secondsLeft estimate; null when there is none
 * @param order       complete; null while it is under way
 * @param result      null until it is done
 */
public record AllocationState(
        String id,
        String name,
        String state,
        double progress,
        String message,
        Double secondsLeft,
        Instant created,
        AllocationOrder order,
        Allocation result) {}
