package futures.model;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;

/** When the holidays fall on which US markets close or trade for part of the day. */
final class UsHolidays {
    private static final int JUNETEENTH_SINCE = 2022;

    private UsHolidays() {}

    /** Monday in place of a Sunday; on a Saturday it is not observed at all. */
    static boolean newYear(LocalDate day) {
        return (day.getDayOfYear() == 1 && weekday(day))
                || (day.getDayOfYear() == 2 && day.getDayOfWeek() == DayOfWeek.MONDAY);
    }

    static boolean martinLutherKing(LocalDate day) {
        return nth(day, Month.JANUARY, DayOfWeek.MONDAY, 3);
    }

    static boolean presidents(LocalDate day) {
        return nth(day, Month.FEBRUARY, DayOfWeek.MONDAY, 3);
    }

    static boolean goodFriday(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.FRIDAY && day.plusDays(2).equals(easter(day.getYear()));
    }

    static boolean memorial(LocalDate day) {
        return day.getMonth() == Month.MAY && day.equals(day.with(TemporalAdjusters.lastInMonth(DayOfWeek.MONDAY)));
    }

    static boolean juneteenth(LocalDate day) {
        return day.getYear() >= JUNETEENTH_SINCE && observed(day, Month.JUNE, 19);
    }

    static boolean independence(LocalDate day) {
        return observed(day, Month.JULY, 4);
    }

    static boolean labor(LocalDate day) {
        return nth(day, Month.SEPTEMBER, DayOfWeek.MONDAY, 1);
    }

    static boolean thanksgiving(LocalDate day) {
        return nth(day, Month.NOVEMBER, DayOfWeek.THURSDAY, 4);
    }

    static boolean christmas(LocalDate day) {
        return observed(day, Month.DECEMBER, 25);
    }

    /** July 3 as a working day before a working day's holiday. */
    static boolean independenceEve(LocalDate day) {
        return isEve(day, Month.JULY, 3);
    }

    static boolean christmasEve(LocalDate day) {
        return isEve(day, Month.DECEMBER, 24);
    }

    private static boolean isEve(LocalDate day, Month month, int number) {
        return day.getMonth() == month && day.getDayOfMonth() == number && weekday(day) && weekday(day.plusDays(1));
    }

    /** On the day itself; Friday in place of a Saturday, Monday in place of a Sunday. */
    private static boolean observed(LocalDate day, Month month, int number) {
        LocalDate holiday = LocalDate.of(day.getYear(), month, number);
        return switch (holiday.getDayOfWeek()) {
            case SATURDAY -> day.equals(holiday.minusDays(1));
            case SUNDAY -> day.equals(holiday.plusDays(1));
            default -> day.equals(holiday);
        };
    }

    private static boolean nth(LocalDate day, Month month, DayOfWeek weekday, int number) {
        return day.getMonth() == month && day.getDayOfWeek() == weekday && (day.getDayOfMonth() + 6) / 7 == number;
    }

    static boolean weekday(LocalDate day) {
        return day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0;
    }

    /** Gregorian Easter Sunday by the anonymous algorithm (Nature, 20 April 1876; Meeus, Astronomical Algorithms, ch. 8). */
    static LocalDate easter(int year) {
        int a = year % 19;
        int b = year / 100;
        int c = year % 100;
        int g = (8 * b + 13) / 25;
        int h = (19 * a + b - b / 4 - g + 15) % 30;
        int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
        int m = (a + 11 * h + 19 * l) / 433;
        int month = (h + l - 7 * m + 90) / 25;
        int day = (h + l - 7 * m + 33 * month + 19) % 32;
        return LocalDate.of(year, month, day);
    }
}
