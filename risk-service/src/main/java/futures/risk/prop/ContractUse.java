package futures.risk.prop;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * How many contracts were held at once. Times are those at which bars open. In one bar what was held from before goes first,
 * then comes what is entered, and what is entered and left in the bar is held last; so of a bar it may be more than there was,
 * and never less.
 */
final class ContractUse {
    private record Change(Instant time, int turn, double contracts) {}

    private final long[] times;
    private final double[] held;

    private ContractUse(long[] times, double[] held) {
        this.times = times;
        this.held = held;
    }

    /** @param weight what one contract of a round trip counts as */
    static ContractUse of(List<Trip> trips, ToDoubleFunction<Trip> weight) {
        List<Change> changes = new ArrayList<>(2 * trips.size());
        for (Trip trip : trips) {
            double contracts = trip.contracts() * weight.applyAsDouble(trip);
            boolean oneBar = trip.entryTime().equals(trip.exitTime());
            changes.add(new Change(trip.entryTime(), 1, contracts));
            changes.add(new Change(trip.exitTime(), oneBar ? 2 : 0, -contracts));
        }
        changes.sort(Comparator.comparing(Change::time).thenComparingInt(Change::turn));
        long[] times = new long[changes.size()];
        double[] held = new double[changes.size()];
        double now = 0;
        for (int i = 0; i < held.length; i++) {
            now += changes.get(i).contracts();
            times[i] = changes.get(i).time().toEpochMilli();
            held[i] = Math.abs(now) < 1e-9 ? 0 : now;
        }
        return new ContractUse(times, held);
    }

    /** Goes through spans of time, each of which begins where the one before ended. */
    final class Walk {
        private int next;
        private double now;

        /** The most from where the last span ended to before a time. */
        double mostUntil(long end) {
            double most = now;
            for (; next < times.length && times[next] < end; next++) {
                now = held[next];
                most = Math.max(most, now);
            }
            return most;
        }

        /** What is held where the last span ended. */
        double held() {
            return now;
        }
    }

    Walk walk() {
        return new Walk();
    }
}
