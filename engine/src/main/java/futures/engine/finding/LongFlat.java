package futures.engine.finding;

import futures.model.BarSeries;
import futures.model.RoundTrip;
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
        // nights and weekends are no part of a run: time goes by the bars of the longest series
        BarSeries clock = run.holdings().stream()
                .map(Holding::bars)
                .max(Comparator.comparingInt(BarSeries::size))
                .orElseThrow();
        held.add(new long[] {Long.MAX_VALUE, Long.MAX_VALUE});
        int flatFrom = 0;
        int longest = 0;
        int began = 0;
        for (long[] stretch : held) {
            int entered = clock.firstAtOrAfter(stretch[0]);
            if (entered - flatFrom > longest) {
                longest = entered - flatFrom;
                began = flatFrom;
            }
            flatFrom = Math.max(flatFrom, clock.firstAtOrAfter(stretch[1]));
        }
        if (longest <= LARGE_SHARE * clock.size()) {
            return Optional.empty();
        }
        return Wording.found(
                "long_flat",
                Severity.WARNING,
                "From " + Instant.ofEpochMilli(clock.openTime(began)) + " on nothing was held for "
                        + Wording.count(longest, "bar", "bars") + ", "
                        + Wording.percent((double) longest / clock.size()) + " of the run.",
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
