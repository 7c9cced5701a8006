package futures.model.bars;

import futures.model.SessionHours;
import futures.model.TradingCalendar;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/** The trading days of ascending instants, each looked up once. */
final class DayCourse {
    private final TradingCalendar calendar;
    private final SessionHours regular;
    private final Hours part;
    private DayHours day;

    DayCourse(TradingCalendar calendar, SessionHours regular, Hours part) {
        if (part != Hours.ALL && regular == null) {
            throw new IllegalArgumentException("regular hours are not known");
        }
        this.calendar = calendar;
        this.regular = regular;
        this.part = part;
    }

    DayHours at(long time) {
        if (day == null || !day.contains(time)) {
            day = DayHours.of(calendar, regular, part, calendar.tradingDay(time));
        }
        return day;
    }

    /** First and last trading day of the calendar week in which a trading day lies, of those that have hours. */
    DayHours[] week(LocalDate of) {
        DayHours first = null;
        DayHours last = null;
        LocalDate monday = of.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        for (LocalDate one = monday; one.isBefore(monday.plusDays(5)); one = one.plusDays(1)) {
            if (calendar.isTradingDay(one)) {
                DayHours hours = DayHours.of(calendar, regular, part, one);
                if (first == null || first.open().isEmpty()) {
                    first = hours;
                }
                if (last == null || !hours.open().isEmpty()) {
                    last = hours;
                }
            }
        }
        return new DayHours[] {first, last};
    }

    /** Where the calendar week of a trading day begins and ends, whatever part is taken: epoch milliseconds UTC. */
    long[] weekBounds(LocalDate of) {
        LocalDate monday = of.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        return new long[] {
            calendar.endOf(calendar.onOrBefore(monday.minusDays(1))),
            calendar.endOf(calendar.onOrBefore(monday.plusDays(4)))
        };
    }
}
