package futures.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TradingCalendarTest {
    private static final ZoneId CHICAGO = ZoneId.of("America/Chicago");
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("EEE HH:mm", Locale.ROOT);

    private static String sessions(TradingCalendar calendar, LocalDate day) {
        return calendar.sessions(day).stream()
                .map(session -> local(session.opens()) + " - " + local(session.closes()))
                .collect(Collectors.joining(", "));
    }

    private static String local(long time) {
        return Instant.ofEpochMilli(time).atZone(CHICAGO).format(LOCAL);
    }

    private static long at(String local) {
        return ZonedDateTime.of(java.time.LocalDateTime.parse(local), CHICAGO)
                .toInstant()
                .toEpochMilli();
    }

    /** Known days of the exchange's schedules, as a table; those of 2024 are also what real one-minute bars of MES say. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            CME_EQUITY        | 2024-01-12 | Thu 17:00 - Fri 16:00
            CME_EQUITY        | 2024-01-16 | Sun 17:00 - Mon 12:00, Mon 17:00 - Tue 16:00
            CME_EQUITY        | 2024-02-20 | Sun 17:00 - Mon 12:00, Mon 17:00 - Tue 16:00
            CME_EQUITY        | 2024-03-28 | Wed 17:00 - Thu 16:00
            CME_EQUITY        | 2024-04-01 | Sun 17:00 - Mon 16:00
            CME_EQUITY        | 2024-05-28 | Sun 17:00 - Mon 12:00, Mon 17:00 - Tue 16:00
            CME_EQUITY        | 2024-06-20 | Tue 17:00 - Wed 12:00, Wed 17:00 - Thu 16:00
            CME_EQUITY        | 2024-07-03 | Tue 17:00 - Wed 12:15
            CME_EQUITY        | 2024-07-05 | Wed 17:00 - Thu 12:00, Thu 17:00 - Fri 16:00
            CME_EQUITY        | 2024-09-03 | Sun 17:00 - Mon 12:00, Mon 17:00 - Tue 16:00
            CME_EQUITY        | 2024-11-29 | Wed 17:00 - Thu 12:00, Thu 17:00 - Fri 12:15
            CME_EQUITY        | 2024-12-24 | Mon 17:00 - Tue 12:15
            CME_EQUITY        | 2024-12-26 | Wed 17:00 - Thu 16:00
            CME_EQUITY        | 2024-12-31 | Mon 17:00 - Tue 16:00
            CME_EQUITY        | 2025-01-02 | Wed 17:00 - Thu 16:00
            CME_EQUITY        | 2025-01-09 | Wed 17:00 - Thu 08:30
            CME_EQUITY        | 2018-12-05 | Tue 17:00 - Wed 08:30
            CME_EQUITY        | 2012-10-29 | Sun 17:00 - Mon 08:15
            CME_EQUITY        | 2012-10-30 | Mon 17:00 - Tue 08:15
            CME_EQUITY        | 2012-11-16 | Thu 15:30 - Thu 16:30, Thu 17:00 - Fri 15:15
            CME_EQUITY        | 2012-11-19 | Sun 17:00 - Mon 15:15, Mon 15:30 - Mon 16:15
            CME_EQUITY        | 2013-07-03 | Tue 17:00 - Wed 12:15
            CME_EQUITY        | 2013-07-05 | Wed 17:00 - Thu 10:30, Thu 17:00 - Fri 15:15, Fri 15:30 - Fri 16:15
            CME_EQUITY        | 2010-01-19 | Sun 17:00 - Mon 10:30, Mon 17:00 - Tue 15:15
            CME_EQUITY        | 2015-09-18 | Thu 17:00 - Fri 15:15, Fri 15:30 - Fri 16:15
            CME_EQUITY        | 2015-09-21 | Sun 17:00 - Mon 15:15, Mon 15:30 - Mon 16:00
            CME_EQUITY        | 2021-06-25 | Thu 17:00 - Fri 15:15, Fri 15:30 - Fri 16:00
            CME_EQUITY        | 2021-06-28 | Sun 17:00 - Mon 16:00
            CME_EQUITY        | 2021-04-05 | Thu 17:00 - Fri 08:15, Sun 17:00 - Mon 15:15, Mon 15:30 - Mon 16:00
            CME_EQUITY        | 2022-06-21 | Sun 17:00 - Mon 12:00, Mon 17:00 - Tue 16:00
            CME_EQUITY        | 2021-06-18 | Thu 17:00 - Fri 15:15, Fri 15:30 - Fri 16:00
            CME_EQUITY        | 2020-07-06 | Thu 17:00 - Fri 12:00, Sun 17:00 - Mon 15:15, Mon 15:30 - Mon 16:00
            CME_EQUITY        | 2021-12-31 | Thu 17:00 - Fri 16:00
            CME_ENERGY_METALS | 2024-01-16 | Sun 17:00 - Mon 13:30, Mon 17:00 - Tue 16:00
            CME_ENERGY_METALS | 2024-02-20 | Sun 17:00 - Mon 13:30, Mon 17:00 - Tue 16:00
            CME_ENERGY_METALS | 2024-04-01 | Sun 17:00 - Mon 16:00
            CME_ENERGY_METALS | 2013-07-03 | Tue 17:00 - Wed 16:15
            CME_ENERGY_METALS | 2013-07-05 | Wed 17:00 - Thu 12:15, Thu 17:00 - Fri 16:15
            CME_ENERGY_METALS | 2019-01-22 | Sun 17:00 - Mon 12:00, Mon 17:00 - Tue 16:00
            CME_RATES         | 2012-10-29 | Sun 17:00 - Mon 11:00
            CME_RATES         | 2012-10-30 | Mon 17:00 - Tue 16:00
            CME_RATES         | 2013-07-05 | Wed 17:00 - Thu 12:00, Thu 17:00 - Fri 16:00
            CME_RATES         | 2021-04-05 | Thu 17:00 - Fri 10:15, Sun 17:00 - Mon 16:00
            CME_CURRENCIES    | 2021-09-07 | Sun 17:00 - Mon 12:00, Mon 17:00 - Tue 16:00
            CME_CURRENCIES    | 2022-09-06 | Sun 17:00 - Mon 16:00, Mon 17:00 - Tue 16:00
            CME_GRAINS        | 2024-01-12 | Thu 19:00 - Fri 07:45, Fri 08:30 - Fri 13:20
            CME_GRAINS        | 2024-01-16 | Mon 19:00 - Tue 07:45, Tue 08:30 - Tue 13:20
            CME_GRAINS        | 2024-11-29 | Fri 08:30 - Fri 12:05
            CME_GRAINS        | 2024-12-26 | Thu 08:30 - Thu 13:20
            CME_GRAINS        | 2013-04-05 | Thu 17:00 - Fri 14:00
            CME_GRAINS        | 2012-05-18 | Thu 18:00 - Fri 07:15, Fri 09:30 - Fri 13:15
            CME_LIVESTOCK     | 2024-11-29 | Fri 08:30 - Fri 12:05
            """)
    void daysOfTheExchange(String calendar, LocalDate day, String sessions) {
        assertEquals(sessions, sessions(TradingCalendar.named(calendar), day));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2008-03-21", "2009-04-10", "2010-04-02", "2011-04-22", "2012-04-06", "2013-03-29", "2014-04-18",
                "2015-04-03", "2016-03-25", "2017-04-14", "2018-03-30", "2019-04-19", "2020-04-10", "2021-04-02",
                "2022-04-15", "2023-04-07", "2024-03-29", "2025-04-18", "2026-04-03"
            })
    void goodFridaysAreNoTradingDays(LocalDate day) {
        for (String name : TradingCalendar.names()) {
            assertFalse(TradingCalendar.named(name).isTradingDay(day), name);
        }
        // with a report on employment there is a short session
        boolean report = List.of(2010, 2012, 2015, 2021, 2023, 2026).contains(day.getYear());
        assertEquals(report, TradingCalendar.CME_EQUITY.isOpen(at(day + "T08:00")));
        assertFalse(TradingCalendar.CME_EQUITY.isOpen(at(day + "T08:15")));
        assertFalse(TradingCalendar.CME_ENERGY_METALS.isOpen(at(day + "T08:00")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // Thanksgiving
                "2008-11-27",
                "2009-11-26",
                "2010-11-25",
                "2011-11-24",
                "2012-11-22",
                "2013-11-28",
                "2014-11-27",
                "2015-11-26",
                "2016-11-24",
                "2017-11-23",
                "2018-11-22",
                "2019-11-28",
                "2020-11-26",
                "2021-11-25",
                "2022-11-24",
                "2023-11-23",
                "2024-11-28",
                "2025-11-27",
                "2026-11-26",
                // Christmas and New Year, with those that fell on a weekend
                "2010-12-24",
                "2011-12-26",
                "2016-12-26",
                "2021-12-24",
                "2022-12-26",
                "2023-12-25",
                "2009-01-01",
                "2012-01-02",
                "2017-01-02",
                "2023-01-02",
                // Juneteenth, Independence Day, Memorial Day, Labor Day
                "2022-06-20",
                "2023-06-19",
                "2025-06-19",
                "2026-06-19",
                "2009-07-03",
                "2010-07-05",
                "2015-07-03",
                "2021-07-05",
                "2026-07-03",
                "2012-05-28",
                "2021-05-31",
                "2016-09-05",
                "2023-09-04"
            })
    void holidaysAreNoTradingDays(LocalDate day) {
        for (String name : TradingCalendar.names()) {
            assertFalse(TradingCalendar.named(name).isTradingDay(day), name);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2010-12-31",
                "2021-12-31",
                "2011-01-03",
                "2022-01-03",
                "2019-06-19",
                "2020-06-19",
                "2021-06-18",
                "2012-10-29",
                "2018-12-05",
                "2014-12-26",
                "2024-11-29",
                "2024-10-14",
                "2024-11-11"
            })
    void theseAre(LocalDate day) {
        for (String name : TradingCalendar.names()) {
            assertTrue(TradingCalendar.named(name).isTradingDay(day), name);
        }
    }

    @ParameterizedTest
    @CsvSource({"2010, 252", "2011, 252", "2019, 252", "2021, 252", "2022, 251", "2023, 250", "2024, 252", "2025, 251"})
    void yearsHaveTheirNumberOfTradingDays(int year, int days) {
        long count = LocalDate.of(year, 1, 1)
                .datesUntil(LocalDate.of(year + 1, 1, 1))
                .filter(TradingCalendar.CME_EQUITY::isTradingDay)
                .count();
        assertEquals(days, count);
    }

    static List<TradingCalendar> all() {
        List<TradingCalendar> named =
                TradingCalendar.names().stream().map(TradingCalendar::named).collect(Collectors.toList());
        named.add(TradingCalendar.of(SessionHours.CME_GLOBEX));
        named.add(TradingCalendar.of(
                new SessionHours(ZoneId.of("Europe/Berlin"), LocalTime.of(1, 10), LocalTime.of(22, 0))));
        named.add(TradingCalendar.of(
                new SessionHours(ZoneId.of("Asia/Tokyo"), LocalTime.of(16, 30), LocalTime.of(15, 45))));
        named.add(TradingCalendar.of(new SessionHours(ZoneId.of("UTC"), LocalTime.MIDNIGHT, LocalTime.MIDNIGHT)));
        return named;
    }

    /** Sessions follow each other, belong to their day and to no other one; and so does every instant between. */
    @ParameterizedTest
    @MethodSource("all")
    void daysAndSessionsAgree(TradingCalendar calendar) {
        long closed = Long.MIN_VALUE;
        long ended = Long.MIN_VALUE;
        LocalDate last = LocalDate.of(2026, 12, 31);
        for (LocalDate day = LocalDate.of(2008, 1, 2); day.isBefore(last); day = day.plusDays(1)) {
            if (!calendar.isTradingDay(day)) {
                LocalDate none = day;
                assertThrows(IllegalArgumentException.class, () -> calendar.sessions(none));
                continue;
            }
            List<Session> sessions = calendar.sessions(day);
            long opens = calendar.opensAt(day);
            assertTrue(sessions.stream().anyMatch(session -> session.opens() == opens));
            for (Session session : sessions) {
                assertTrue(session.opens() >= closed && session.opens() >= ended, () -> calendar + " " + session);
                assertEquals(day, calendar.tradingDay(session.opens()));
                assertEquals(day, calendar.tradingDay(session.closes() - 1));
                assertTrue(calendar.isOpen(session.opens()) && calendar.isOpen(session.closes() - 1));
                closed = session.closes();
            }
            ended = calendar.endOf(day);
            assertTrue(closed <= ended, calendar + " " + day);
            assertEquals(day, calendar.tradingDay(ended - 1));
            assertTrue(calendar.tradingDay(ended).isAfter(day));
        }
    }

    /** Two weeks a year have 23-hour days of which one is an hour shorter or longer by the clock of UTC. */
    @ParameterizedTest
    @CsvSource({
        "2024-03-08T21:59:00Z, 2024-03-08", // Friday 15:59 standard time
        "2024-03-10T22:00:00Z, 2024-03-11", // Sunday 17:00 daylight time, an hour earlier in UTC
        "2024-03-11T20:59:00Z, 2024-03-11",
        "2024-03-11T21:00:00Z, 2024-03-12", // the pause belongs to the next day
        "2024-11-03T23:00:00Z, 2024-11-04", // Sunday 17:00, standard time again
        "2024-06-14T22:30:00Z, 2024-06-17", // after Friday's close
        "2024-01-15T15:00:00Z, 2024-01-16", // Martin Luther King's day
        "2024-12-24T18:15:00Z, 2024-12-24", // after the early close, nothing trades until Wednesday evening
        "2024-12-25T23:00:00Z, 2024-12-26",
        "2012-11-16T21:14:00Z, 2012-11-16",
        "2012-11-15T21:30:00Z, 2012-11-16", // 15:30 belonged to the next day then
        "2012-11-19T21:30:00Z, 2012-11-19",
    })
    void anInstantBelongsToADayOfTheExchange(Instant instant, LocalDate day) {
        assertEquals(day, TradingCalendar.CME_EQUITY.tradingDay(instant.toEpochMilli()));
    }

    @ParameterizedTest
    @CsvSource({
        "CME_EQUITY, 2024-01-12, 2024-01-11T17:00",
        "CME_EQUITY, 2024-01-16, 2024-01-15T17:00", // not Sunday's, which belongs to the day too
        "CME_EQUITY, 2012-11-16, 2012-11-15T17:00", // not 15:30
        "CME_GRAINS, 2024-11-29, 2024-11-29T08:30",
        "CME_GRAINS, 2024-12-02, 2024-12-01T19:00",
        "CME_LIVESTOCK, 2024-12-02, 2024-12-02T08:30"
    })
    void timesWithinADayAreCountedFromItsOwnOpening(String calendar, LocalDate day, String opens) {
        assertEquals(at(opens), TradingCalendar.named(calendar).opensAt(day));
    }

    @Test
    void easterSundays() {
        // dates published by the US Naval Observatory
        assertEquals(LocalDate.of(2008, 3, 23), UsHolidays.easter(2008));
        assertEquals(LocalDate.of(2011, 4, 24), UsHolidays.easter(2011));
        assertEquals(LocalDate.of(2019, 4, 21), UsHolidays.easter(2019));
        assertEquals(LocalDate.of(2024, 3, 31), UsHolidays.easter(2024));
        assertEquals(LocalDate.of(2025, 4, 20), UsHolidays.easter(2025));
        assertEquals(LocalDate.of(2038, 4, 25), UsHolidays.easter(2038));
    }

    @Test
    void unknownNamesAreRefusedWithThoseThatThereAre() {
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> TradingCalendar.named("CME"));
        assertEquals(
                "there is no calendar CME; there are [CME_CURRENCIES, CME_ENERGY_METALS, CME_EQUITY, CME_GRAINS,"
                        + " CME_LIVESTOCK, CME_RATES]",
                refused.getMessage());
    }
}
