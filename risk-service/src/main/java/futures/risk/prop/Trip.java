package futures.risk.prop;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.math.BigDecimal;
import java.time.Instant;

/**
 * What is needed of a round trip of {@code GET /api/backtests/{id}/trades}.
 *
 * @param entryTime open time of the bar of entry, and so for the exit
 * @param side      LONG or SHORT
 * @param mae       furthest against it for certain, in money, zero or negative
 * @param mfe       furthest with it for certain, in money, zero or positive
 * @param strategy  of a joint run; null in a run of one
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record Trip(
        String symbol,
        String side,
        int contracts,
        Instant entryTime,
        Instant exitTime,
        BigDecimal costs,
        BigDecimal net,
        BigDecimal mae,
        BigDecimal mfe,
        String strategy) {

    /** Both cannot have been held at once: one net position of one strategy is long or short. */
    boolean excludes(Trip other) {
        return strategy == null && other.strategy == null && symbol.equals(other.symbol) && !side.equals(other.side);
    }
}
