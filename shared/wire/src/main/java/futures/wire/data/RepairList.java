package futures.wire.data;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Repairs that are proposed for the bars of a range. Nothing is changed until it is asked for, and bars that are missing are never
 * made up.
 *
 * @param rules     version of the rules that proposed them
 * @param total     proposals in the range
 * @param kinds     how many there are of each kind; a proposal may be of several
 * @param proposals oldest bar first, at most {@code limit}
 * @param next      {@code cursor} of the next page; null on the last
 * @param remedies  what no repair mends
 */
public record RepairList(
        String symbol,
        String timeframe,
        String revision,
        int rules,
        long total,
        Map<String, Long> kinds,
        List<Proposal> proposals,
        Long next,
        List<Remedy> remedies) {
    /**
     * @param id      hash of what it changes: equal ids change the same bars in the same way
     * @param bars    that it changes or deletes
     * @param changes the first 20 of these
     */
    public record Proposal(String id, List<String> kinds, String reason, long bars, List<Change> changes) {}

    /**
     * One bar.
     *
     * @param time  its open
     * @param after null: it is deleted
     */
    public record Change(Instant time, Values before, Values after) {}

    public record Values(double open, double high, double low, double close, double volume) {}

    /**
     * Something that is wrong with many bars at once, and with the file that they came from.
     *
     * @param hours that the bars would have to be moved to fit the calendar; negative: earlier
     */
    public record Remedy(String kind, Instant from, Instant to, int hours, long bars, long closedBars, String text) {}
}
