package futures.strategy.tsx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.ZoneId;
import java.util.GregorianCalendar;
import java.util.Random;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** When a bot may begin a trade. */
class TradingWindowsTest {
    private static final ZoneId CHICAGO = ZoneId.of("America/Chicago");

    private static boolean open(String sessions, String hours, String instant) {
        return TradingWindows.of(sessions, hours, CHICAGO)
                .open(Instant.parse(instant).toEpochMilli());
    }

    @ParameterizedTest
    @CsvSource({
        // New York opens at 14:30 UTC in winter and at 13:30 in summer; the 3rd of January 2024 is a Wednesday
        "2024-01-03T14:29:59Z, false",
        "2024-01-03T14:30:00Z, true",
        "2024-01-03T20:59:59Z, true",
        "2024-01-03T21:00:00Z, false",
        "2024-07-03T13:30:00Z, true",
        "2024-07-03T13:29:59Z, false",
        "2024-01-06T15:00:00Z, false",
        // Chicago's clocks change on the 10th of March, London's on the 31st
        "2024-03-08T14:30:00Z, true",
        "2024-03-11T13:30:00Z, true",
        "2024-03-11T13:29:00Z, false"
    })
    void regularHoursOfNewYork(String instant, boolean open) {
        assertEquals(open, open("US_REGULAR", "", instant));
        assertEquals(open, open("", "09:30-16:00 America/New_York 1-5", instant));
        assertEquals(open, open("", "8:30-15:00 1,2,3,4,5", instant)); // in the bot's own zone
        assertEquals(open, open("us_regular", "00:00-24:00 UTC", instant)); // both must allow it
    }

    @Test
    void aWindowOverMidnightBelongsToTheDayOnWhichItBegins() {
        String sunday = "18:00-02:00 UTC 0";
        assertFalse(open("", sunday, "2024-01-07T17:59:59Z"));
        assertTrue(open("", sunday, "2024-01-07T18:00:00Z"));
        assertTrue(open("", sunday, "2024-01-08T01:59:59Z"));
        assertFalse(open("", sunday, "2024-01-08T02:00:00Z"));
        assertFalse(open("", sunday, "2024-01-07T01:00:00Z"));
        assertTrue(open("", "18:00-02:00 UTC 7", "2024-01-07T18:00:00Z"));
    }

    @Test
    void anyOfSeveralIsEnoughAndNoneIsNoCondition() {
        String two = "09:30-12:00 America/New_York 1-5; 13:00-16:00 America/New_York 1-5";
        assertTrue(open("", two, "2024-01-03T16:00:00Z"));
        assertFalse(open("", two, "2024-01-03T17:30:00Z"));
        assertTrue(open("", two, "2024-01-03T18:00:00Z"));
        assertTrue(open("LONDON, US_REGULAR", "", "2024-01-03T08:00:00Z"));
        assertFalse(open("LONDON US_REGULAR", two, "2024-01-03T08:00:00Z"));
        assertTrue(open("", "", "2024-01-06T03:00:00Z"));
        assertTrue(open("ALL", "", "2024-01-06T03:00:00Z"));
    }

    /** A twin by the older calendar of Java, minute for minute of its own. */
    @Test
    void randomWindowsHoldWhatTheOldCalendarSays() {
        Random random = new Random(5);
        String[] zones = {"America/New_York", "Europe/London", "Asia/Tokyo", "Australia/Sydney", "UTC"};
        for (int i = 0; i < 20_000; i++) {
            int from = random.nextInt(1440);
            int to = random.nextInt(1440);
            int day = random.nextInt(7);
            String zone = zones[random.nextInt(zones.length)];
            long instant = 1_700_000_000_000L + (long) (random.nextDouble() * 400 * 86_400_000L);
            GregorianCalendar calendar = new GregorianCalendar(TimeZone.getTimeZone(zone));
            calendar.setTimeInMillis(instant);
            int minute = calendar.get(GregorianCalendar.HOUR_OF_DAY) * 60 + calendar.get(GregorianCalendar.MINUTE);
            int today = calendar.get(GregorianCalendar.DAY_OF_WEEK) - 1;
            boolean begun = today == day && minute >= from;
            boolean expected = from < to
                    ? begun && minute < to
                    : begun || (minute < to && minute < from && (today + 6) % 7 == day);
            String window = "%02d:%02d-%02d:%02d %s %d".formatted(from / 60, from % 60, to / 60, to % 60, zone, day);
            assertEquals(
                    expected,
                    TradingWindows.of("", window, CHICAGO).open(instant),
                    () -> window + " at " + Instant.ofEpochMilli(instant));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "9:30",
                "09:30-25:00",
                "09:30-16:00 Nowhere/City",
                "09:30-16:00 1-8",
                "09:30 - 16:00",
                "nine to five",
                "09:30-16:60",
                "09:30-16:00 America/New_York America/Chicago"
            })
    void whatIsNoWindowIsRefused(String hours) {
        IllegalArgumentException e =
                assertThrows(IllegalArgumentException.class, () -> TradingWindows.of("", hours, CHICAGO));
        assertTrue(e.getMessage().contains("trading_hours") && e.getMessage().contains(hours), e.getMessage());
    }

    @Test
    void aSessionThatNobodyKnowsIsRefusedWithThoseThatAreKnown() {
        IllegalArgumentException e =
                assertThrows(IllegalArgumentException.class, () -> TradingWindows.of("MARS", "", CHICAGO));
        assertTrue(e.getMessage().contains("LONDON") && e.getMessage().endsWith("found MARS"), e.getMessage());
    }
}
