package futures.model;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;

/**
 * On which trading day a contract trades last, by its month. Business days are the trading days of the product's calendar.
 * Source: the contract specifications of CME Group.
 *
 * <p>Worked example, CLF25 (crude oil for January 2025): the month before is December, whose 25th is a holiday; the business day
 * before it is the 24th, and three business days before that is Thursday, 2024-12-19.
 */
public enum LastTrade {
    /** Stock indices. */
    THIRD_FRIDAY,
    /** Crude oil. */
    THREE_DAYS_BEFORE_25TH_OF_MONTH_BEFORE,
    /** Its small contracts, a day earlier. */
    FOUR_DAYS_BEFORE_25TH_OF_MONTH_BEFORE,
    /** Natural gas. */
    THREE_DAYS_BEFORE_MONTH,
    /** Gasoline, heating oil. */
    LAST_DAY_OF_MONTH_BEFORE,
    /** Gold, silver, copper, platinum, palladium. */
    THIRD_LAST_DAY,
    /** Micro copper. */
    THIRD_LAST_DAY_OF_MONTH_BEFORE,
    /** Notes and bonds of ten years and more: seven business days before the last one. */
    EIGHTH_LAST_DAY,
    /** Notes of two and five years, cattle. */
    LAST_DAY,
    /** Most currencies. */
    TWO_DAYS_BEFORE_THIRD_WEDNESDAY,
    /** Canadian dollar. */
    DAY_BEFORE_THIRD_WEDNESDAY,
    /** Grains and oilseeds. */
    DAY_BEFORE_15TH,
    /** Cryptocurrencies. */
    LAST_FRIDAY;

    public LocalDate of(YearMonth month, TradingCalendar calendar) {
        LocalDate first = month.atDay(1);
        return switch (this) {
            case THIRD_FRIDAY ->
                calendar.onOrBefore(first.with(TemporalAdjusters.dayOfWeekInMonth(3, DayOfWeek.FRIDAY)));
            case THREE_DAYS_BEFORE_25TH_OF_MONTH_BEFORE ->
                back(calendar.onOrBefore(month.minusMonths(1).atDay(25)), 3, calendar);
            case FOUR_DAYS_BEFORE_25TH_OF_MONTH_BEFORE ->
                back(calendar.onOrBefore(month.minusMonths(1).atDay(25)), 4, calendar);
            case THREE_DAYS_BEFORE_MONTH -> back(first, 3, calendar);
            case LAST_DAY_OF_MONTH_BEFORE -> back(first, 1, calendar);
            case THIRD_LAST_DAY -> back(month.plusMonths(1).atDay(1), 3, calendar);
            case THIRD_LAST_DAY_OF_MONTH_BEFORE -> back(first, 3, calendar);
            case EIGHTH_LAST_DAY -> back(month.plusMonths(1).atDay(1), 8, calendar);
            case LAST_DAY -> back(month.plusMonths(1).atDay(1), 1, calendar);
            case TWO_DAYS_BEFORE_THIRD_WEDNESDAY -> back(thirdWednesday(first), 2, calendar);
            case DAY_BEFORE_THIRD_WEDNESDAY -> back(thirdWednesday(first), 1, calendar);
            case DAY_BEFORE_15TH -> back(month.atDay(15), 1, calendar);
            case LAST_FRIDAY -> calendar.onOrBefore(first.with(TemporalAdjusters.lastInMonth(DayOfWeek.FRIDAY)));
        };
    }

    private static LocalDate thirdWednesday(LocalDate first) {
        return first.with(TemporalAdjusters.dayOfWeekInMonth(3, DayOfWeek.WEDNESDAY));
    }

    /** So many business days before a date, which itself need not be one. */
    private static LocalDate back(LocalDate from, int days, TradingCalendar calendar) {
        LocalDate day = from;
        for (int i = 0; i < days; i++) {
            day = calendar.onOrBefore(day.minusDays(1));
        }
        return day;
    }
}
