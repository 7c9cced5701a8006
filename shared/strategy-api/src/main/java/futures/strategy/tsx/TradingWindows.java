package futures.strategy.tsx;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Times at which a bot may begin a trade: named sessions and windows of its own. Without any it may at all times; with sessions and
 * windows both must allow it.
 */
public final class TradingWindows {
    private static final String WEEKDAYS = "1-5";
    /** Regular hours of the exchanges that the names stand for; those of New York in parts as the live bot's files name them. */
    private static final Map<String, String> SESSIONS = new TreeMap<>(Map.of(
            "US_REGULAR", "09:30-16:00 America/New_York " + WEEKDAYS,
            "US_PREMARKET", "04:00-09:30 America/New_York " + WEEKDAYS,
            "US_AFTER_HOURS", "16:00-20:00 America/New_York " + WEEKDAYS,
            "NEW_YORK", "09:30-16:00 America/New_York " + WEEKDAYS,
            "NEW_YORK_MORNING", "09:30-11:30 America/New_York " + WEEKDAYS,
            "NEW_YORK_AFTERNOON", "14:00-15:00 America/New_York " + WEEKDAYS,
            "LONDON", "08:00-16:30 Europe/London " + WEEKDAYS,
            "TOKYO", "09:00-15:30 Asia/Tokyo " + WEEKDAYS,
            "ALL", "00:00-00:00 UTC 0-6"));

    private static final Pattern WINDOW =
            Pattern.compile("(\\d{1,2}:\\d{2})-(\\d{1,2}:\\d{2})(?: ([A-Za-z][\\w/+-]*))?(?: ([0-7](?:[-,][0-7])*))?");

    private final List<Window> sessions;
    private final List<Window> hours;

    private TradingWindows(List<Window> sessions, List<Window> hours) {
        this.sessions = sessions;
        this.hours = hours;
    }

    private record Window(LocalTime from, LocalTime to, ZoneId zone, Set<DayOfWeek> days) {
        boolean holds(long instant) {
            ZonedDateTime time = Instant.ofEpochMilli(instant).atZone(zone);
            LocalTime now = time.toLocalTime();
            if (from.isBefore(to)) {
                return !now.isBefore(from) && now.isBefore(to) && days.contains(time.getDayOfWeek());
            }
            // Over midnight, or a whole day: it belongs to the day on which it begins.
            return now.isBefore(from)
                    ? now.isBefore(to) && days.contains(time.getDayOfWeek().minus(1))
                    : days.contains(time.getDayOfWeek());
        }
    }

    /** Names that {@link #of} knows as sessions. */
    public static Set<String> names() {
        return Set.copyOf(SESSIONS.keySet());
    }

    /**
     * @param sessions names, separated by spaces or commas; empty: no condition
     * @param hours    windows {@code 09:30-16:00 America/New_York 1-5}, separated by semicolons; without a zone in the bot's own,
     *                 without days on every day. Days are 0 (Sunday) to 6, or 7 for Sunday too, as a range or with commas. Empty: no condition
     * @param own      the bot's zone
     * @throws IllegalArgumentException when one of them is none
     */
    public static TradingWindows of(String sessions, String hours, ZoneId own) {
        List<Window> named = new ArrayList<>();
        for (String name : sessions.split("[\\s,]+")) {
            if (!name.isEmpty()) {
                String window = SESSIONS.get(name.toUpperCase(Locale.ROOT));
                if (window == null) {
                    throw new IllegalArgumentException("parameter active_sessions knows "
                            + String.join(", ", SESSIONS.keySet()) + "; found " + name);
                }
                named.add(window(window, own));
            }
        }
        List<Window> given = new ArrayList<>();
        for (String text : hours.split(";")) {
            if (!text.isBlank()) {
                given.add(window(text.strip(), own));
            }
        }
        return new TradingWindows(named, given);
    }

    private static Window window(String text, ZoneId own) {
        Matcher parts = WINDOW.matcher(text);
        if (!parts.matches()) {
            throw wrong(text, null);
        }
        try {
            return new Window(
                    time(parts.group(1)),
                    time(parts.group(2)),
                    parts.group(3) == null ? own : ZoneId.of(parts.group(3)),
                    days(parts.group(4)));
        } catch (DateTimeException e) {
            throw wrong(text, e);
        }
    }

    private static IllegalArgumentException wrong(String text, Exception cause) {
        return new IllegalArgumentException(
                "parameter trading_hours has windows like 09:30-16:00 America/New_York 1-5, found " + text
                        + (cause == null ? "" : " (" + cause.getMessage() + ")"),
                cause);
    }

    private static LocalTime time(String text) {
        return text.equals("24:00") ? LocalTime.MIDNIGHT : LocalTime.parse(text.length() == 4 ? "0" + text : text);
    }

    private static Set<DayOfWeek> days(String text) {
        if (text == null) {
            return EnumSet.allOf(DayOfWeek.class);
        }
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        for (String part : text.split(",")) {
            int first = part.charAt(0) - '0';
            int last = part.charAt(part.length() - 1) - '0';
            for (int day = first; day <= last; day++) {
                days.add(DayOfWeek.of(day == 0 ? 7 : day));
            }
        }
        return days;
    }

    /** Whether a trade may begin at an instant, epoch milliseconds: the first moment of a window does, its last one does not. */
    public boolean open(long instant) {
        return allow(sessions, instant) && allow(hours, instant);
    }

    private static boolean allow(List<Window> windows, long instant) {
        return windows.isEmpty() || windows.stream().anyMatch(window -> window.holds(instant));
    }
}
