package futures.wire.backtest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;

/**
 * A line that a strategy wrote.
 *
 * @param number   its place among all that the strategy wrote in the run; when its first one here is not 1, those before were dropped
 * @param time     open of the bar at whose close it was written; null before the first bar
 * @param strategy which strategy of a joint run; absent in a run of one
 */
public record LogRow(
        int number,
        Instant time,
        String text,
        @JsonInclude(JsonInclude.Include.NON_NULL) String strategy) {}
