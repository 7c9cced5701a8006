package futures.engine;

import futures.model.BarSeries;
import futures.model.ContractSpec;
import futures.model.Session;
import futures.model.SessionHours;
import futures.model.Timeframe;
import futures.model.TradingDays;
import futures.model.bars.Hours;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;

/**
 * From when to when the session of each trading day counts, and at which bars it is over. Whether a bar is one of these hangs
 * on the calendar and on its own close, not on what comes after it.
 */
final class SessionEnds {
    private final BarSeries bars;
    private final TradingDays days;
    private final long[] opens;
    private final long[] over;
    private final int[] ends;

    private SessionEnds(BarSeries bars, TradingDays days, long[] opens, long[] over, int[] ends) {
        this.bars = bars;
        this.days = days;
        this.opens = opens;
        this.over = over;
        this.ends = ends;
    }

    /** @throws IllegalArgumentException when there are no such hours */
    static SessionEnds of(Market market, Hours hours, int minutesBeforeEnd) {
        ContractSpec contract = market.contract();
        if (minutesBeforeEnd < 0) {
            throw new IllegalArgumentException(
                    "a session counts as over 0 or more minutes before its end, found " + minutesBeforeEnd);
        }
        if (hours == Hours.OVERNIGHT) {
            throw new IllegalArgumentException(
                    "a session is ALL or REGULAR; overnight hours end when regular ones begin");
        }
        if (hours == Hours.REGULAR && contract.regularHours() == null) {
            throw new IllegalArgumentException("contract " + contract.symbol() + " has no regular hours");
        }
        BarSeries bars = market.bars();
        TradingDays days = market.days();
        long bar =
                bars.timeframe().compareTo(Timeframe.DAY) < 0 ? bars.timeframe().millis() : 0;
        long before = Math.max(bar, minutesBeforeEnd * 60_000L);
        long[] opens = new long[days.count()];
        long[] over = new long[days.count()];
        int[] ends = new int[days.count()];
        int count = 0;
        for (int d = 0; d < days.count(); d++) {
            List<Session> sessions = contract.calendar().sessions(days.day(d));
            opens[d] = sessions.get(0).opens();
            long closes = sessions.get(sessions.size() - 1).closes();
            if (hours == Hours.REGULAR) {
                SessionHours regular = contract.regularHours();
                opens[d] = Math.max(opens[d], at(days.day(d), regular.opens(), regular));
                closes = Math.min(closes, at(days.day(d), regular.closes(), regular));
            }
            over[d] = closes - before;
            int end = opens[d] < closes && bars.openTime(days.firstBar(d)) < closes
                    ? firstClosingAt(bars, days.firstBar(d), over[d])
                    : bars.size();
            if (end < bars.size() && (count == 0 || ends[count - 1] != end)) {
                ends[count++] = end;
            }
        }
        return new SessionEnds(bars, days, opens, over, Arrays.copyOf(ends, count));
    }

    private static long at(LocalDate day, LocalTime time, SessionHours of) {
        return day.atTime(time).atZone(of.zone()).toInstant().toEpochMilli();
    }

    /** The first bar, from one on, that closes at a time or after it; the number of bars when none does. */
    private static int firstClosingAt(BarSeries bars, int from, long time) {
        int low = from;
        int high = bars.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (bars.closeTime(middle) >= time) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    boolean contains(int bar) {
        int day = days.indexOf(bar);
        return bars.openTime(bar) >= opens[day] && bars.closeTime(bar) < over[day];
    }

    /** The first bar, from one on, at whose close a session is over; {@link Crosses#NEVER} when there is none. */
    int next(int from) {
        int place = Arrays.binarySearch(ends, from);
        place = place < 0 ? -place - 1 : place;
        return place < ends.length ? ends[place] : Crosses.NEVER;
    }
}
