package futures.data.csv;

import futures.model.SessionHours;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * Reads a row's date and time of day into epoch milliseconds UTC.
 *
 * <p>A date without a time is a trading day, and its bar opens when that day's session does (17:00 of the evening before for
 * ES). A stamp with its own offset ({@code Z}, {@code -06:00}) is taken by that; all others are local times of the zone.
 */
final class StampParser {
    private static final int NANOS_PER_MILLI = 1_000_000;

    private final DateForm form;
    private final ZoneClock clock;
    private final SessionHours session;
    private byte[] bytes;
    private int at;
    private int end;
    private int lastDate = -1;
    private long lastEpochDay;

    StampParser(DateForm form, ZoneId zone, SessionHours session) {
        this.form = form;
        this.clock = new ZoneClock(zone);
        this.session = session;
    }

    /** @param timeFrom start of a separate time column; -1 when there is none */
    long parse(byte[] source, int from, int to, int timeFrom, int timeTo) throws RowError {
        bytes = source;
        at = from;
        end = to;
        if (form == DateForm.EPOCH) {
            return epoch(from);
        }
        long day = date(from);
        if (timeFrom >= 0) {
            if (at < end && !isMidnightTail()) {
                throw bad("date", from, to);
            }
            at = timeFrom;
            end = timeTo;
        } else if (at == end) {
            return sessionOpen(day);
        } else if (bytes[at] == ' ' || bytes[at] == 'T' || bytes[at] == ';' || bytes[at] == ',') {
            at++;
        } else {
            throw bad("date", from, to);
        }
        return time(day, at);
    }

    /** Some programs write {@code 2024-01-31 00:00:00} in a date column that has a time column beside it. */
    private boolean isMidnightTail() {
        String tail = text(at, end).strip();
        return tail.equals("00:00:00") || tail.equals("00:00");
    }

    private long epoch(int from) throws RowError {
        long value = 0;
        int digits = 0;
        for (; at < end && isDigit(bytes[at]) && digits < 19; at++, digits++) {
            value = value * 10 + (bytes[at] - '0');
        }
        int whole = digits;
        if (at < end && bytes[at] == '.' && whole <= 10) {
            long scale = 100;
            value *= 1000;
            for (at++; at < end && isDigit(bytes[at]); at++, scale /= 10) {
                value += scale * (bytes[at] - '0');
            }
            whole = 13;
        }
        if (at != end || digits == 0 || value < 0) {
            throw bad("epoch time", from, end);
        }
        if (whole <= 11) {
            return value * 1000;
        }
        if (whole <= 14) {
            return value;
        }
        return whole <= 17 ? value / 1000 : value / NANOS_PER_MILLI;
    }

    private long date(int from) throws RowError {
        int year;
        int month;
        int day;
        switch (form) {
            case COMPACT -> {
                year = digits(4, 4, from);
                month = digits(2, 2, from);
                day = digits(2, 2, from);
            }
            case ISO -> {
                year = digits(4, 4, from);
                mark(from);
                month = digits(1, 2, from);
                mark(from);
                day = digits(1, 2, from);
            }
            default -> {
                int first = digits(1, 2, from);
                mark(from);
                int second = digits(1, 2, from);
                mark(from);
                year = digits(4, 4, from);
                day = form == DateForm.DAY_FIRST ? first : second;
                month = form == DateForm.DAY_FIRST ? second : first;
            }
        }
        int date = (year * 16 + month) * 32 + day;
        if (month > 15 || day > 31 || date != lastDate) {
            try {
                lastEpochDay = LocalDate.of(year, month, day).toEpochDay();
            } catch (DateTimeException e) {
                throw new RowError("date '" + text(from, at) + "' does not exist when read as " + form.text());
            }
            lastDate = date;
        }
        return lastEpochDay;
    }

    private long sessionOpen(long epochDay) throws RowError {
        LocalDate day = LocalDate.ofEpochDay(session.overnight() ? epochDay - 1 : epochDay);
        return day.atTime(session.opens()).atZone(session.zone()).toInstant().toEpochMilli();
    }

    private long time(long day, int from) throws RowError {
        int hour = digits(1, 2, from);
        int minute;
        int second = 0;
        int milli = 0;
        if (at < end && bytes[at] == ':') {
            at++;
            minute = digits(2, 2, from);
            if (at < end && bytes[at] == ':') {
                at++;
                second = digits(2, 2, from);
                milli = fraction();
            }
        } else {
            minute = digits(2, 2, from);
            if (at < end && isDigit(bytes[at])) {
                second = digits(2, 2, from);
                milli = fraction();
            }
        }
        hour = halfDay(hour, from);
        if (hour > 23 || minute > 59 || second > 59) {
            throw bad("time", from, end);
        }
        int secondOfDay = hour * 3600 + minute * 60 + second;
        long seconds = at == end ? clock.toUtc(day, secondOfDay) : day * 86_400 + secondOfDay - offset(from);
        return seconds * 1000 + milli;
    }

    private int fraction() {
        int millis = 0;
        if (at < end && bytes[at] == '.') {
            int scale = 100;
            for (at++; at < end && isDigit(bytes[at]); at++, scale /= 10) {
                millis += scale * (bytes[at] - '0');
            }
        }
        return millis;
    }

    private int halfDay(int hour, int from) throws RowError {
        int mark = at;
        while (mark < end && bytes[mark] == ' ') {
            mark++;
        }
        if (end - mark != 2 || (bytes[mark + 1] | 0x20) != 'm') {
            return hour;
        }
        int letter = bytes[mark] | 0x20;
        if ((letter != 'a' && letter != 'p') || hour < 1 || hour > 12) {
            throw bad("time", from, end);
        }
        at = end;
        return hour % 12 + (letter == 'p' ? 12 : 0);
    }

    /** Seconds east of UTC. */
    private int offset(int from) throws RowError {
        while (at < end && bytes[at] == ' ') {
            at++;
        }
        String text = text(at, end);
        if (text.equals("Z") || text.equals("UTC") || text.equals("GMT")) {
            return 0;
        }
        try {
            return java.time.ZoneOffset.of(text).getTotalSeconds();
        } catch (DateTimeException e) {
            throw bad("time", from, end);
        }
    }

    private int digits(int least, int most, int from) throws RowError {
        int value = 0;
        int count = 0;
        for (; at < end && count < most && isDigit(bytes[at]); at++, count++) {
            value = value * 10 + (bytes[at] - '0');
        }
        if (count < least) {
            throw bad("date or time", from, end);
        }
        return value;
    }

    private void mark(int from) throws RowError {
        if (at == end || (bytes[at] != '/' && bytes[at] != '-' && bytes[at] != '.')) {
            throw bad("date", from, end);
        }
        at++;
    }

    private static boolean isDigit(byte b) {
        return b >= '0' && b <= '9';
    }

    private RowError bad(String what, int from, int to) {
        return new RowError(what + " '" + text(from, to) + "' cannot be read as " + form.text()
                + (form == DateForm.EPOCH ? "" : " with a time such as " + LocalTime.of(17, 0)));
    }

    private String text(int from, int to) {
        return new String(bytes, from, Math.max(0, to - from), StandardCharsets.UTF_8);
    }
}
