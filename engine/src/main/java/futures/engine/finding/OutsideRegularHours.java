package futures.engine.finding;

import futures.model.RoundTrip;
import futures.model.SessionHours;
import futures.model.Timeframe;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Optional;

/** Round trips entered or left at night, when the market is thin and slippage larger than by day. */
final class OutsideRegularHours implements Check {
    /** Of the profit: above it the strategy lives on fills that are the least certain. */
    static final double LARGE_SHARE = 0.5;
    /** Longer bars do not say at what time of the day something filled in them. */
    static final Timeframe LONGEST = new Timeframe(3600);

    @Override
    public Optional<Finding> look(RunFacts run) {
        int outside = 0;
        int trips = 0;
        double made = 0;
        double total = 0;
        for (Holding holding : run.holdings()) {
            SessionHours hours = holding.regularHours();
            if (hours == null || holding.bars().timeframe().compareTo(LONGEST) > 0) {
                continue;
            }
            for (RoundTrip trip : holding.trips()) {
                trips++;
                total += trip.net();
                if (!within(hours, trip.entryTime()) || !within(hours, trip.exitTime())) {
                    outside++;
                    made += trip.net();
                }
            }
        }
        if (outside == 0) {
            return Optional.empty();
        }
        boolean most = total > 0 && made > LARGE_SHARE * total;
        return Wording.found(
                "outside_regular_hours",
                most ? Severity.WARNING : Severity.NOTE,
                outside + " of " + Wording.trips(trips) + " (" + Wording.percent((double) outside / trips)
                        + ") were entered or left outside regular hours; they made " + Wording.money(made) + " of "
                        + Wording.money(total) + ".",
                "Trade in regular hours only, or run with the slippage that you pay at night.");
    }

    /** The end counts as inside: what fills at the close fills then. */
    private static boolean within(SessionHours hours, long time) {
        ZonedDateTime local = Instant.ofEpochMilli(time).atZone(hours.zone());
        LocalTime clock = local.toLocalTime();
        boolean weekend = local.getDayOfWeek() == DayOfWeek.SATURDAY || local.getDayOfWeek() == DayOfWeek.SUNDAY;
        return !weekend && !clock.isBefore(hours.opens()) && !clock.isAfter(hours.closes());
    }
}
