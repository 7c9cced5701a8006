package futures.model;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;

/**
 * What CME Group's markets do on US holidays, since 2008.
 *
 * <p>Sources: the exchange's holiday schedules as far as copies were at hand, the rules that the project {@code
 * pandas_market_calendars} has collected from them (its calendars of CME Globex equities, interest rates, currencies, energy and
 * metals, agriculture, and trade dates), the notices of CME Group of 28 and 29 October 2012. Where these are silent the hours of
 * later years stand for earlier ones.
 */
enum CmeHolidays implements Holidays {
    EQUITY,
    RATES,
    CURRENCIES,
    ENERGY_AND_METALS,
    GRAINS,
    LIVESTOCK;

    private static final LocalDate NOON_SINCE = LocalDate.of(2014, 5, 1);
    private static final LocalDate LATER_SINCE = LocalDate.of(2022, 1, 1);
    private static final LocalTime DAY_SESSION = LocalTime.of(8, 30);

    /** Days of mourning, and the storm of 2012, on which New York's stock exchange stayed closed. */
    private static final Map<LocalDate, DayKind> STOCKS_CLOSED = Map.of(
            LocalDate.of(2012, 10, 29), DayKind.endsAt(LocalTime.of(8, 15)),
            LocalDate.of(2012, 10, 30), DayKind.endsAt(LocalTime.of(8, 15)),
            LocalDate.of(2018, 12, 5), DayKind.endsAt(LocalTime.of(8, 30)),
            LocalDate.of(2025, 1, 9), DayKind.endsAt(LocalTime.of(8, 30)));

    private static final LocalDate STORM = LocalDate.of(2012, 10, 29);

    @Override
    public DayKind of(LocalDate day) {
        if (UsHolidays.newYear(day) || UsHolidays.christmas(day)) {
            return DayKind.CLOSED;
        }
        if (UsHolidays.goodFriday(day)) {
            return goodFriday(day);
        }
        if (partOfNextDay(day)) {
            return agricultural() ? DayKind.CLOSED : DayKind.joinsNext(halt(day));
        }
        if (UsHolidays.thanksgiving(day.minusDays(1))) {
            return grainsOpenLate(shortDay(LocalTime.of(12, 15), LocalTime.of(12, 45)));
        }
        if (UsHolidays.christmasEve(day)) {
            return shortDay(LocalTime.of(12, 15), LocalTime.of(12, 45));
        }
        if (UsHolidays.independenceEve(day) && (this == EQUITY || agricultural())) {
            return shortDay(LocalTime.of(12, 15), null);
        }
        if (this == EQUITY && STOCKS_CLOSED.containsKey(day)) {
            return STOCKS_CLOSED.get(day);
        }
        if (this == RATES && day.equals(STORM)) {
            return DayKind.endsAt(LocalTime.of(11, 0));
        }
        return afterHolidayWithoutEvening(day) ? grainsOpenLate(DayKind.ORDINARY) : DayKind.ORDINARY;
    }

    private boolean agricultural() {
        return this == GRAINS || this == LIVESTOCK;
    }

    /** Holidays on which the markets halt, and what they traded belongs to the next trading day. */
    private static boolean partOfNextDay(LocalDate day) {
        return UsHolidays.martinLutherKing(day)
                || UsHolidays.presidents(day)
                || UsHolidays.memorial(day)
                || UsHolidays.juneteenth(day)
                || UsHolidays.independence(day)
                || UsHolidays.labor(day)
                || UsHolidays.thanksgiving(day);
    }

    /** When the report on employment comes out on Good Friday, the first Friday of April, financial markets open for it. */
    private DayKind goodFriday(LocalDate day) {
        boolean report = day.getDayOfMonth() <= 7;
        return switch (this) {
            case EQUITY -> report ? DayKind.joinsNext(LocalTime.of(8, 15)) : DayKind.CLOSED;
            case RATES, CURRENCIES -> report ? DayKind.joinsNext(LocalTime.of(10, 15)) : DayKind.CLOSED;
            default -> DayKind.CLOSED;
        };
    }

    /** Null where the day is as long as any. */
    private LocalTime halt(LocalDate day) {
        return switch (this) {
            case EQUITY -> day.isBefore(NOON_SINCE) ? LocalTime.of(10, 30) : LocalTime.NOON;
            case CURRENCIES -> day.isBefore(LATER_SINCE) ? LocalTime.NOON : null;
            case ENERGY_AND_METALS ->
                day.isBefore(NOON_SINCE)
                        ? LocalTime.of(12, 15)
                        : day.isBefore(LATER_SINCE) ? LocalTime.NOON : LocalTime.of(13, 30);
            default -> LocalTime.NOON;
        };
    }

    private DayKind shortDay(LocalTime financial, LocalTime energyAndMetals) {
        return DayKind.endsAt(
                agricultural() ? LocalTime.of(12, 5) : this == ENERGY_AND_METALS ? energyAndMetals : financial);
    }

    /** Grains have no evening session on these holidays, other ones do. */
    private static boolean afterHolidayWithoutEvening(LocalDate day) {
        LocalDate before = day.minusDays(1);
        boolean inTheWeek = before.getDayOfWeek() != DayOfWeek.MONDAY;
        return UsHolidays.newYear(before)
                || UsHolidays.christmas(before)
                || (UsHolidays.independence(before) && inTheWeek);
    }

    private DayKind grainsOpenLate(DayKind kind) {
        return this == GRAINS ? kind.openingAt(DAY_SESSION) : kind;
    }
}
