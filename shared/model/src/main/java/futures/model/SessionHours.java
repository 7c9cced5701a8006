package futures.model;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * Hours of an ordinary day. Those that close at or before their opening time began the evening before; those that close at
 * midnight end with their date.
 *
 * <p>Worked example, CME equity index products: opens 17:00, closes 16:00, America/Chicago. Sunday 17:00 to Monday 16:00
 * is Monday's. Holidays and early closes are known to a {@link TradingCalendar}.
 */
public record SessionHours(ZoneId zone, LocalTime opens, LocalTime closes) {

    /** 17:00 to 16:00 US Central, the hours of most CME Group products. */
    public static final SessionHours CME_GLOBEX =
            new SessionHours(ZoneId.of("America/Chicago"), LocalTime.of(17, 0), LocalTime.of(16, 0));

    public boolean overnight() {
        return !closes.equals(LocalTime.MIDNIGHT) && !opens.isBefore(closes);
    }

    /** These hours on a date, by the clock of the zone, whatever the market does on it; not for {@link #overnight()} ones. */
    public Session on(LocalDate day) {
        return new Session(millis(day, opens), millis(day, closes));
    }

    private long millis(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(zone).toInstant().toEpochMilli();
    }
}
