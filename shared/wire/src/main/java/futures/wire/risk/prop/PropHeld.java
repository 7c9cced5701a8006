package futures.wire.risk.prop;

import java.time.Instant;

/**
 * Round trips that were held past the flatten time, of the replayed days.
 *
 * @param roundTrips how many; null when the plan has no such time or trades are not known
 * @param first      entry of the first of these; null when there was none
 */
public record PropHeld(Integer roundTrips, Instant first) {}
