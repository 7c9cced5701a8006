package futures.model;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The trading days of a market and the hours in which it is open: its timetable with dated changes, daylight saving,
 * holidays, early closes. Immutable.
 *
 * <p>A trading day is the exchange's. Worked example, CME equity index products: Sunday 17:00 to Monday 16:00 US Central is
 * Monday's. Martin Luther King's day is none: Sunday 17:00 to Monday 12:00 and Monday 17:00 to Tuesday 16:00 together
 * are Tuesday's. On Christmas there is none, and Wednesday's begins on the evening of Christmas Tuesday.
 */
public final class TradingCalendar {
    private static final ZoneId CHICAGO = ZoneId.of("America/Chicago");
    private static final Map<String, TradingCalendar> NAMED = new TreeMap<>();

    /**
     * E-mini and micro index futures. Until 2012-11-16 the trading day ended at 15:15, and 15:30 to 16:30 already belonged to
     * the next one; until 2015-09-18 it ended at 16:15, since then at 16:00. The halt from 15:15 to 15:30 ended on
     * 2021-06-25.
     */
    public static final TradingCalendar CME_EQUITY = named(
            "CME_EQUITY",
            CmeHolidays.EQUITY,
            Timetable.since("", Timetable.afterSettlement("15:30", "16:30"), Timetable.overnight("17:00", "15:15")),
            Timetable.since("2012-11-19", Timetable.overnight("17:00", "15:15"), Timetable.day("15:30", "16:15")),
            Timetable.since("2015-09-21", Timetable.overnight("17:00", "15:15"), Timetable.day("15:30", "16:00")),
            Timetable.since("2021-06-28", Timetable.overnight("17:00", "16:00")));

    /** Treasury, SOFR and fed funds futures. */
    public static final TradingCalendar CME_RATES =
            named("CME_RATES", CmeHolidays.RATES, Timetable.since("", Timetable.overnight("17:00", "16:00")));

    public static final TradingCalendar CME_CURRENCIES =
            named("CME_CURRENCIES", CmeHolidays.CURRENCIES, Timetable.since("", Timetable.overnight("17:00", "16:00")));

    /** NYMEX and COMEX; until 2015-09-18 the day ended at 16:15. */
    public static final TradingCalendar CME_ENERGY_METALS = named(
            "CME_ENERGY_METALS",
            CmeHolidays.ENERGY_AND_METALS,
            Timetable.since("", Timetable.overnight("17:00", "16:15")),
            Timetable.since("2015-09-21", Timetable.overnight("17:00", "16:00")));

    public static final TradingCalendar CME_GRAINS = named(
            "CME_GRAINS",
            CmeHolidays.GRAINS,
            Timetable.since("", Timetable.overnight("18:00", "07:15"), Timetable.day("09:30", "13:15")),
            Timetable.since("2012-05-21", Timetable.overnight("17:00", "14:00")),
            Timetable.since("2013-04-08", Timetable.overnight("19:00", "07:45"), Timetable.day("08:30", "13:15")),
            Timetable.since("2015-07-06", Timetable.overnight("19:00", "07:45"), Timetable.day("08:30", "13:20")));

    /** Cattle and hogs, with the hours that they have had since 2016-02-29. */
    public static final TradingCalendar CME_LIVESTOCK =
            named("CME_LIVESTOCK", CmeHolidays.LIVESTOCK, Timetable.since("", Timetable.day("08:30", "13:05")));

    private final String name;
    private final ZoneId zone;
    private final Holidays holidays;
    /** Oldest first; the first one has always been. */
    private final List<Timetable> timetables;

    private TradingCalendar(String name, ZoneId zone, Holidays holidays, List<Timetable> timetables) {
        this.name = name;
        this.zone = zone;
        this.holidays = holidays;
        this.timetables = timetables;
    }

    private static TradingCalendar named(String name, Holidays holidays, Timetable... timetables) {
        TradingCalendar calendar = new TradingCalendar(name, CHICAGO, holidays, List.of(timetables));
        NAMED.put(name, calendar);
        return calendar;
    }

    /** Every weekday with the same hours: for a market of which no more is known. */
    public static TradingCalendar of(SessionHours hours) {
        Timetable.Span span = new Timetable.Span(hours.overnight(), hours.opens(), false, hours.closes());
        return new TradingCalendar(
                "", hours.zone(), Holidays.NONE, List.of(new Timetable(LocalDate.MIN, List.of(span))));
    }

    /** @throws IllegalArgumentException when there is none of this name; the message has the names */
    public static TradingCalendar named(String name) {
        TradingCalendar calendar = NAMED.get(name);
        if (calendar == null) {
            throw new IllegalArgumentException("there is no calendar " + name + "; there are " + names());
        }
        return calendar;
    }

    public static List<String> names() {
        return Collections.unmodifiableList(new ArrayList<>(NAMED.keySet()));
    }

    /** Empty for one that was made from hours alone. */
    public String name() {
        return name;
    }

    public ZoneId zone() {
        return zone;
    }

    /** Those of an ordinary day by the latest timetable, from the first opening to the last close. */
    public SessionHours hours() {
        List<Timetable.Span> spans = timetables.get(timetables.size() - 1).spans();
        return new SessionHours(
                zone, spans.get(0).opens(), spans.get(spans.size() - 1).closes());
    }

    /** Whether it is a trading day of its own. */
    public boolean isTradingDay(LocalDate day) {
        return UsHolidays.weekday(day) && holidays.of(day).tradingDay();
    }

    /** The trading day to which an instant belongs; an instant at which the market is closed belongs to the next one. */
    public LocalDate tradingDay(long epochMillis) {
        ZonedDateTime local = Instant.ofEpochMilli(epochMillis).atZone(zone);
        LocalDate day = local.toLocalDate();
        LocalTime ends = timetable(day).ends();
        // a day that ends at midnight ends with its date
        if (!ends.equals(LocalTime.MIDNIGHT) && !local.toLocalTime().isBefore(ends)) {
            day = day.plusDays(1);
        }
        return onOrAfter(day);
    }

    /** The last trading day at a date or before it. */
    public LocalDate onOrBefore(LocalDate day) {
        LocalDate trading = day;
        while (!isTradingDay(trading)) {
            trading = trading.minusDays(1);
        }
        return trading;
    }

    private LocalDate onOrAfter(LocalDate day) {
        LocalDate trading = day;
        while (!isTradingDay(trading)) {
            trading = trading.plusDays(1);
        }
        return trading;
    }

    /** The first instant that belongs to a later trading day, epoch milliseconds UTC. */
    public long endOf(LocalDate tradingDay) {
        return end(tradingDay, timetable(tradingDay).ends());
    }

    private long end(LocalDate day, LocalTime time) {
        return millis(time.equals(LocalTime.MIDNIGHT) ? day.plusDays(1) : day, time);
    }

    /**
     * When the session that goes by the trading day's own date opens, epoch milliseconds UTC: what times within a day are counted
     * from. What belongs to the day besides may have traded earlier: on a holiday before it, or, until 2012, in the
     * afternoon after the settlement of stock indices.
     *
     * @throws IllegalArgumentException when it is no trading day
     */
    public long opensAt(LocalDate tradingDay) {
        require(tradingDay);
        for (Timetable.Span span : timetable(tradingDay).spans()) {
            Session session = span.endsThere() ? null : session(tradingDay, span);
            if (session != null) {
                return session.opens();
            }
        }
        throw new IllegalStateException("a trading day without a session: " + tradingDay);
    }

    /**
     * When the market is open for a trading day, in the order of time.
     *
     * @throws IllegalArgumentException when it is none
     */
    public List<Session> sessions(LocalDate tradingDay) {
        require(tradingDay);
        LocalDate first = tradingDay;
        while (!isTradingDay(first.minusDays(1))) {
            first = first.minusDays(1);
        }
        List<Session> sessions = new ArrayList<>();
        for (LocalDate day = first; !day.isAfter(tradingDay); day = day.plusDays(1)) {
            if (UsHolidays.weekday(day)) {
                addSessions(day, sessions);
            }
        }
        return List.copyOf(sessions);
    }

    private void require(LocalDate tradingDay) {
        if (!isTradingDay(tradingDay)) {
            throw new IllegalArgumentException(
                    tradingDay + " is no trading day" + (name.isEmpty() ? "" : " of " + name));
        }
    }

    private void addSessions(LocalDate day, List<Session> to) {
        if (holidays.of(day).open()) {
            for (Timetable.Span span : timetable(day).spans()) {
                Session session = session(day, span);
                if (session != null) {
                    to.add(session);
                }
            }
        }
    }

    /** What is left of a span of the timetable on a day on which the market opens; null when nothing is. */
    private Session session(LocalDate day, Timetable.Span span) {
        DayKind kind = holidays.of(day);
        LocalDate before = day.minusDays(1);
        if (span.endsThere() && !ordinary(before)) {
            return null;
        }
        long opens = millis(span.dayBefore() ? before : day, span.opens());
        long closes = end(span.endsThere() ? before : day, span.closes());
        if (kind.opensAt() != null) {
            opens = Math.max(opens, millis(day, kind.opensAt()));
        }
        if (kind.endsAt() != null) {
            closes = Math.min(closes, millis(day, kind.endsAt()));
        }
        return opens < closes ? new Session(opens, closes) : null;
    }

    private boolean ordinary(LocalDate day) {
        return UsHolidays.weekday(day) && holidays.of(day).equals(DayKind.ORDINARY);
    }

    /** Whether the market is open at an instant. */
    public boolean isOpen(long epochMillis) {
        for (Session session : sessions(tradingDay(epochMillis))) {
            if (session.contains(epochMillis)) {
                return true;
            }
        }
        return false;
    }

    private Timetable timetable(LocalDate day) {
        int i = timetables.size() - 1;
        while (i > 0 && day.isBefore(timetables.get(i).from())) {
            i--;
        }
        return timetables.get(i);
    }

    private long millis(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(zone).toInstant().toEpochMilli();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TradingCalendar that
                && name.equals(that.name)
                && zone.equals(that.zone)
                && timetables.equals(that.timetables);
    }

    @Override
    public int hashCode() {
        return name.hashCode() * 31 + timetables.hashCode();
    }

    /** Its name, or the hours that it was made from. */
    @Override
    public String toString() {
        return name.isEmpty() ? zone + " " + timetables.get(0).spans() : name;
    }
}
