package futures.strategies;

import static org.junit.jupiter.api.Assertions.assertTrue;

import futures.model.BarSeries;
import futures.model.Session;
import futures.model.TradingCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The calendar beside real minutes: nothing trades while it says closed, and what it calls a session begins and ends so. */
@Tag("real-data")
class RealSessionsTest {
    private static final long MINUTE = 60_000;

    @ParameterizedTest
    @CsvSource({"MES, CME_EQUITY, 1", "MCL, CME_ENERGY_METALS, 3"})
    void barsAreWhereTheCalendarIsOpen(String symbol, String name, int quietMinutes) throws Exception {
        TradingCalendar calendar = TradingCalendar.named(name);
        BarSeries bars = RealBars.of(symbol);
        for (int i = 0; i < bars.size(); i++) {
            long time = bars.openTime(i);
            assertTrue(calendar.isOpen(time), () -> "a bar while closed: " + Instant.ofEpochMilli(time));
        }
        long dataEnds = bars.closeTime(bars.size() - 1);
        LocalDate last = calendar.tradingDay(dataEnds - 1);
        int days = 0;
        int sessions = 0;
        for (LocalDate day = calendar.tradingDay(bars.openTime(0)); !day.isAfter(last); day = day.plusDays(1)) {
            if (!calendar.isTradingDay(day)) {
                continue;
            }
            days++;
            for (Session session : calendar.sessions(day)) {
                if (session.closes() > dataEnds) {
                    continue;
                }
                sessions++;
                long first = bars.openTime(bars.firstAtOrAfter(session.opens()));
                long end = bars.closeTime(bars.firstAtOrAfter(session.closes()) - 1);
                assertTrue(
                        first - session.opens() < quietMinutes * MINUTE,
                        day + " begins " + Instant.ofEpochMilli(first));
                assertTrue(session.closes() - end < quietMinutes * MINUTE, day + " ends " + Instant.ofEpochMilli(end));
            }
        }
        System.out.printf(
                Locale.ROOT, "%s: %,d bars, %d trading days, %d sessions%n", symbol, bars.size(), days, sessions);
    }
}
