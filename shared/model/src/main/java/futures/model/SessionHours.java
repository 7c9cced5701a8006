package futures.model;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * Hours of a trading day, which begins at {@code opens} of the calendar day before when that lies after {@code closes}.
 *
 * <p>Worked example, CME equity index products: opens 17:00, closes 16:00, America/Chicago. Sunday 17:00 to Monday 16:00
 * is Monday's trading day. Holidays and early closes are not known here: they shorten or drop a day and never move a bar
 * into another one.
 */
public record SessionHours(ZoneId zone, LocalTime opens, LocalTime closes) {

    /** 17:00 to 16:00 US Central, the hours of most CME Group products. */
    public static final SessionHours CME_GLOBEX =
            new SessionHours(ZoneId.of("America/Chicago"), LocalTime.of(17, 0), LocalTime.of(16, 0));

    public boolean overnight() {
        return opens.isAfter(closes);
    }

    /** The trading day to which an instant belongs; an instant between two sessions belongs to the next one. */
    public LocalDate tradingDay(long epochMillis) {
        ZonedDateTime local = Instant.ofEpochMilli(epochMillis).atZone(zone);
        LocalDate day = local.toLocalDate();
        boolean nextDay = overnight()
                ? !local.toLocalTime().isBefore(closes)
                : !local.toLocalTime().isBefore(closes) && !closes.equals(LocalTime.MIDNIGHT);
        if (nextDay) {
            day = day.plusDays(1);
        }
        while (day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY) {
            day = day.plusDays(1);
        }
        return day;
    }

    /** First instant that belongs to the day after the given trading day, epoch milliseconds. */
    public long endOf(LocalDate tradingDay) {
        LocalTime end = closes.equals(LocalTime.MIDNIGHT) ? LocalTime.MIDNIGHT : closes;
        LocalDate on = closes.equals(LocalTime.MIDNIGHT) ? tradingDay.plusDays(1) : tradingDay;
        return on.atTime(end).atZone(zone).toInstant().toEpochMilli();
    }
}
