package futures.wire.data;

import futures.wire.data.RepairList.Change;
import java.time.Instant;
import java.util.List;

/**
 * Repairs that were made, the newest first.
 *
 * @param next {@code cursor} of the next page; null on the last
 */
public record AppliedRepairs(String symbol, String timeframe, List<Applied> repairs, Long next) {
    /**
     * @param proposal id of the proposal that it was
     * @param rules    version of the rules that proposed it
     * @param changes  the first 20 bars
     * @param undoneAt null: in force
     */
    public record Applied(
            long id,
            String proposal,
            List<String> kinds,
            String reason,
            int rules,
            long bars,
            List<Change> changes,
            Instant appliedAt,
            Instant undoneAt) {}
}
