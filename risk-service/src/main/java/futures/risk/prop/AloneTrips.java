package futures.risk.prop;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Round trips that were held alone, with what equity reached for certain while they were: its low was at most that of the
 * cash before them and their worst, its high at least that of this cash less their costs and their best.
 */
final class AloneTrips {
    /**
     * One of them.
     *
     * @param low  equity was as low as this or lower; millionths
     * @param high equity was as high as this or higher
     */
    record Alone(Trip trip, long low, long high) {}

    private AloneTrips() {}

    /** What is never closed is no round trip, so that equity has to tell that nothing was open before, nor is at the end. */
    static List<Alone> of(StoredRun run) {
        List<Trip> byEntry = new ArrayList<>(run.trips());
        byEntry.sort(Comparator.comparing(Trip::entryTime).thenComparing(Trip::exitTime));
        List<Alone> alone = new ArrayList<>();
        long cash = run.initial();
        Trip last = null;
        Map<String, Instant> lastEntries = new HashMap<>();
        byEntry.forEach(trip -> lastEntries.put(position(trip, trip.side()), trip.entryTime()));
        boolean flat = flatAtEnd(run);
        for (int i = 0; i < byEntry.size(); i++) {
            Trip trip = byEntry.get(i);
            boolean touches = last != null && !last.exitTime().isBefore(trip.entryTime());
            boolean turned = touches && last.exitTime().equals(trip.entryTime()) && last.excludes(trip);
            boolean nextLater = i + 1 == byEntry.size() || follows(byEntry.get(i + 1), trip);
            long before = run.equityBefore(run.barAfter(trip.entryTime().toEpochMilli()));
            // Cash is known while every earlier round trip has ended before this one.
            if ((!touches || turned)
                    && nextLater
                    && (turned || before == cash)
                    && (flat || turnsLater(trip, lastEntries))) {
                alone.add(new Alone(
                        trip,
                        cash + Millionths.of(trip.mae()),
                        cash - Millionths.of(trip.costs()) + Millionths.of(trip.mfe())));
            }
            cash += Millionths.of(trip.net());
            if (last == null || trip.exitTime().isAfter(last.exitTime())) {
                last = trip;
            }
        }
        return alone;
    }

    private static boolean follows(Trip next, Trip trip) {
        return next.entryTime().isAfter(trip.exitTime())
                || (next.entryTime().equals(trip.exitTime())
                        && next.entryTime().isAfter(trip.entryTime())
                        && next.excludes(trip));
    }

    static boolean flatAtEnd(StoredRun run) {
        long closed = run.trips().stream()
                .mapToLong(trip -> Millionths.of(trip.net()))
                .sum();
        return run.equity(run.bars() - 1) == run.initial() + closed;
    }

    /** What was opened beside it and is still held would have been closed before one in the other direction was entered. */
    private static boolean turnsLater(Trip trip, Map<String, Instant> lastEntries) {
        Instant other = lastEntries.get(position(trip, trip.side().equals("LONG") ? "SHORT" : "LONG"));
        return trip.strategy() == null && other != null && !other.isBefore(trip.exitTime());
    }

    private static String position(Trip trip, String side) {
        return trip.symbol() + " " + side;
    }
}
