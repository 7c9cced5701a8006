package futures.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class TradingDaysTest {
    private static long time(String instant) {
        return Instant.parse(instant).toEpochMilli();
    }

    /** Friday 2024-03-08 is the last session in winter time, Monday the 11th opens on Sunday in summer time. */
    @Test
    void aDayOpensTheEveningBeforeByTheClockOfTheExchange() {
        BarSeries bars = BarSeries.builder("ES", Timeframe.MINUTE)
                .add(time("2024-03-08T15:00:00Z"), 1, 1, 1, 1, 1)
                .add(time("2024-03-08T21:59:00Z"), 1, 1, 1, 1, 1)
                .add(time("2024-03-10T22:05:00Z"), 1, 1, 1, 1, 1)
                .add(time("2024-03-11T20:59:00Z"), 1, 1, 1, 1, 1)
                .build();
        TradingDays days = TradingDays.of(bars, TradingCalendar.of(SessionHours.CME_GLOBEX));
        assertEquals(2, days.count());
        assertEquals(LocalDate.of(2024, 3, 8), days.day(0));
        assertEquals(LocalDate.of(2024, 3, 11), days.day(1));
        assertEquals(2, days.firstBar(1));
        assertEquals(0, days.indexOf(1));
        assertEquals(1, days.indexOf(3));
        assertEquals(time("2024-03-07T23:00:00Z"), days.opensAt(0));
        assertEquals(time("2024-03-10T22:00:00Z"), days.opensAt(1));
    }
}
