package futures.engine.finding;

import futures.model.RoundTrip;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A long part of the run in which nothing was held. */
final class LongFlat implements Check {
    /** Above it the statistics are of another, shorter range than the one that was asked for. */
    static final double LARGE_SHARE = 0.25;

    @Override
    public Optional<Finding> look(RunFacts run) {
        List<long[]> held = held(run);
        if (held.isEmpty()) {
            return Optional.empty();
        }
        long first = Long.MAX_VALUE;
        long last = Long.MIN_VALUE;
        for (Holding holding : run.holdings()) {
            first = Math.min(first, holding.bars().openTime(0));
            last = Math.max(last, holding.bars().closeTime(holding.bars().size() - 1));
        }
        held.add(new long[] {last, last});
        long flatFrom = first;
        long longest = 0;
        long began = first;
        for (long[] stretch : held) {
            if (stretch[0] - flatFrom > longest) {
                longest = stretch[0] - flatFrom;
                began = flatFrom;
            }
            flatFrom = Math.max(flatFrom, stretch[1]);
        }
        if (longest <= LARGE_SHARE * (last - first)) {
            return Optional.empty();
        }
        return Wording.found(
                "long_flat",
                Severity.WARNING,
                "From " + Instant.ofEpochMilli(began) + " on nothing was held for "
                        + Wording.count(Duration.ofMillis(longest).toHours(), "hour", "hours") + ", "
                        + Wording.percent((double) longest / (last - first)) + " of the run.",
                "See whether signals, margin or data ran out there; judge the strategy on the part that it traded.");
    }

    /** From when to when something was held, in the order of entries. */
    private static List<long[]> held(RunFacts run) {
        List<long[]> held = new ArrayList<>();
        for (Holding holding : run.holdings()) {
            for (RoundTrip trip : holding.trips()) {
                held.add(new long[] {trip.entryTime(), trip.exitTime()});
            }
            if (holding.openSince() != null) {
                held.add(new long[] {holding.openSince(), Long.MAX_VALUE});
            }
        }
        held.sort(Comparator.comparingLong(stretch -> stretch[0]));
        return held;
    }
}
