package futures.data.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import futures.data.load.Imports;
import futures.data.store.Series;
import futures.model.SessionHours;
import futures.model.TradingCalendar;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SyntheticEsTest {
    private static final SyntheticEs MADE = SyntheticEs.generate();

    @TempDir
    Path directory;

    private static LocalTime local(SyntheticBar bar) {
        return Instant.ofEpochMilli(bar.time())
                .atZone(SessionHours.CME_GLOBEX.zone())
                .toLocalTime();
    }

    private static LocalDate day(SyntheticBar bar) {
        return TradingCalendar.CME_EQUITY.tradingDay(bar.time());
    }

    @Test
    void theSameSeedGivesTheSameBars() {
        SyntheticEs again = SyntheticEs.generate();
        assertEquals(MADE.june(), again.june());
        assertEquals(MADE.september(), again.september());
        assertEquals(MADE.continuous(), again.continuous());
    }

    @Test
    void barsAreWholeAndInsideTheSession() {
        long previous = 0;
        for (SyntheticBar bar : MADE.continuous()) {
            assertTrue(bar.time() > previous && bar.time() % 60_000 == 0);
            assertTrue(
                    bar.low() <= Math.min(bar.open(), bar.close()) && bar.high() >= Math.max(bar.open(), bar.close()));
            assertTrue(bar.volume() > 0 && bar.low() > 0);
            assertTrue(local(bar).isBefore(LocalTime.of(16, 0)) || !local(bar).isBefore(LocalTime.of(17, 0)));
            previous = bar.time();
        }
        Map<LocalDate, Long> perDay = MADE.continuous().stream()
                .collect(Collectors.groupingBy(SyntheticEsTest::day, TreeMap::new, Collectors.counting()));
        // 66 weekdays without Memorial Day, Juneteenth and Independence Day, whose mornings belong to the day after
        // them
        Map<LocalDate, Long> notOrdinary = Map.of(
                LocalDate.of(2025, 5, 27), 1140L + 1380L,
                LocalDate.of(2025, 6, 20), 1140L + 1380L,
                LocalDate.of(2025, 7, 3), 1155L,
                LocalDate.of(2025, 7, 7), 1140L + 1380L);
        assertEquals(63, perDay.size());
        perDay.forEach((day, bars) -> assertEquals(notOrdinary.getOrDefault(day, 1380L), bars, day.toString()));
    }

    @Test
    void volumeMovesToTheNewMonthAndTheRollLeavesNoGap() {
        Map<LocalDate, Long> old = volumes(MADE.june());
        Map<LocalDate, Long> next = volumes(MADE.september());
        assertTrue(old.get(SyntheticEs.ROLL_DAY.minusDays(1)) > next.get(SyntheticEs.ROLL_DAY.minusDays(1)));
        assertTrue(old.get(SyntheticEs.ROLL_DAY) < next.get(SyntheticEs.ROLL_DAY));
        SyntheticBar last = MADE.june().get(MADE.june().size() - 1);
        ZonedDateTime ends = SyntheticEs.EXPIRY.atTime(8, 30).atZone(SessionHours.CME_GLOBEX.zone());
        assertTrue(last.time() < ends.toInstant().toEpochMilli());
        assertTrue(MADE.rollGap() > 100, "the new month carries a premium");

        List<SyntheticBar> joined = MADE.continuous();
        for (int i = 1; i < joined.size(); i++) {
            long jump = Math.abs(joined.get(i).open() - joined.get(i - 1).close());
            assertTrue(
                    jump < 20,
                    "a jump of " + jump + " ticks at "
                            + Instant.ofEpochMilli(joined.get(i).time()));
        }
    }

    private static Map<LocalDate, Long> volumes(List<SyntheticBar> bars) {
        return bars.stream()
                .collect(Collectors.groupingBy(SyntheticEsTest::day, Collectors.summingLong(SyntheticBar::volume)));
    }

    @Test
    void theDayHasItsShapeAndTheTailsAreFat() {
        Map<Integer, Double> byHour = MADE.continuous().stream()
                .collect(Collectors.groupingBy(
                        bar -> local(bar).getHour(), Collectors.averagingLong(SyntheticBar::volume)));
        assertTrue(byHour.get(9) > 1.3 * byHour.get(11) && byHour.get(14) > 1.3 * byHour.get(11), byHour.toString());
        assertTrue(byHour.get(11) > 3 * byHour.get(22), byHour.toString());

        double[] returns = MADE.continuous().stream()
                .filter(bar -> local(bar).getHour() == 11)
                .mapToDouble(bar -> bar.close() - bar.open())
                .toArray();
        double second = 0;
        double fourth = 0;
        for (double value : returns) {
            second += value * value / returns.length;
            fourth += value * value * value * value / returns.length;
        }
        double kurtosis = fourth / (second * second);
        assertTrue(kurtosis > 4.5, "a normal distribution has 3, these have " + kurtosis);
    }

    @Test
    void writtenTwiceItIsThereOnce() {
        try (Imports imports = new Imports(directory)) {
            long added = SampleData.write(imports.database(), Clock.systemUTC());
            assertEquals(
                    MADE.june().size()
                            + MADE.september().size()
                            + MADE.continuous().size(),
                    added);
            Series before = imports.series(SampleData.CONTINUOUS);
            assertTrue(before.provenance().synthetic());
            assertEquals("ES", before.provenance().product());
            assertEquals(0, SampleData.write(imports.database(), Clock.systemUTC()));
            assertEquals(before, imports.series(SampleData.CONTINUOUS));
        }
    }
}
