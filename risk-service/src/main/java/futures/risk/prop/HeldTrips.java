package futures.risk.prop;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;

/** Round trips that were held when nothing may be. */
final class HeldTrips {
    /**
     * One of them.
     *
     * @param day   on which it was held past the time
     * @param since when it should have been closed, or was entered after that
     */
    record Held(Trip trip, LocalDate day, Instant since) {}

    private HeldTrips() {}

    /** In the order of round trips; empty when the plan has no such time. */
    static List<Held> of(List<Trip> trips, Plan plan) {
        List<Held> held = new ArrayList<>();
        if (plan.flattenTime() == null || trips == null) {
            return held;
        }
        for (Trip trip : trips) {
            ZonedDateTime entry = trip.entryTime().atZone(plan.zone());
            LocalDate day = entry.toLocalDate();
            if (!entry.toLocalTime().isBefore(plan.reopens())) {
                day = day.plusDays(1);
            }
            // Markets are closed on Saturday: what is held over it was held past Friday's time already.
            Instant flatten = day.atTime(plan.flattenTime()).atZone(plan.zone()).toInstant();
            // A bar of exit that opens at the very time closes by it.
            if (trip.exitTime().isAfter(flatten)) {
                held.add(new Held(trip, day, flatten.isBefore(trip.entryTime()) ? trip.entryTime() : flatten));
            }
        }
        return held;
    }
}
