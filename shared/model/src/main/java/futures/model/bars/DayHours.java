package futures.model.bars;

import futures.model.Session;
import futures.model.SessionHours;
import futures.model.TradingCalendar;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * The time that belongs to one trading day, and the part of it that is taken.
 *
 * @param begins  end of the trading day before, epoch milliseconds UTC
 * @param ends    the first instant of the next trading day
 * @param regular regular hours of the day; none when they are not known or not asked for
 * @param open    when the market is open in the part that is taken, short halts left out
 */
record DayHours(LocalDate day, Hours part, long begins, long ends, List<Session> regular, List<Session> open) {
    /** The longest halt that does not interrupt: that of stock indices from 15:15 to 15:30, until 2021. */
    static final long HALT = 15 * 60_000L;

    /** @param regularHours needed for parts of a day */
    static DayHours of(TradingCalendar calendar, SessionHours regularHours, Hours part, LocalDate day) {
        List<Session> sessions = joined(calendar.sessions(day));
        long begins = calendar.endOf(calendar.onOrBefore(day.minusDays(1)));
        long ends = calendar.endOf(day);
        if (part == Hours.ALL) {
            return new DayHours(day, part, begins, ends, List.of(), sessions);
        }
        Session hours = regularHours.on(day);
        List<Session> regular = new ArrayList<>();
        List<Session> rest = new ArrayList<>();
        for (Session session : sessions) {
            add(regular, Math.max(session.opens(), hours.opens()), Math.min(session.closes(), hours.closes()));
            add(rest, session.opens(), Math.min(session.closes(), hours.opens()));
            add(rest, Math.max(session.opens(), hours.closes()), session.closes());
        }
        return new DayHours(
                day, part, begins, ends, List.copyOf(regular), List.copyOf(part == Hours.REGULAR ? regular : rest));
    }

    private static List<Session> joined(List<Session> sessions) {
        List<Session> joined = new ArrayList<>();
        for (Session session : sessions) {
            int last = joined.size() - 1;
            if (last >= 0 && session.opens() - joined.get(last).closes() <= HALT) {
                joined.set(last, new Session(joined.get(last).opens(), session.closes()));
            } else {
                joined.add(session);
            }
        }
        return joined;
    }

    private static void add(List<Session> to, long opens, long closes) {
        if (opens < closes) {
            to.add(new Session(opens, closes));
        }
    }

    boolean contains(long time) {
        return begins <= time && time < ends;
    }

    /** Whether a stored bar that opens then is taken. */
    boolean takes(long time) {
        return switch (part) {
            case ALL -> true;
            case REGULAR -> isRegular(time);
            case OVERNIGHT -> !isRegular(time);
        };
    }

    private boolean isRegular(long time) {
        for (Session session : regular) {
            if (session.contains(time)) {
                return true;
            }
        }
        return false;
    }

    long opens() {
        return open.isEmpty() ? begins : open.get(0).opens();
    }

    long closes() {
        return open.isEmpty() ? ends : open.get(open.size() - 1).closes();
    }

    /** From when on nothing is taken any more. */
    long over() {
        return part == Hours.REGULAR ? closes() : ends;
    }
}
