package futures.wire.allocation;

import java.time.Instant;
import java.util.List;

/**
 * Kept allocations, newest first.
 *
 * @param cursor pass it on for the next page; null on the last one
 */
public record AllocationList(List<Item> allocations, String cursor) {

    /** @param results how many */
    public record Item(String id, String name, String method, int results, Instant created, String href) {}
}
