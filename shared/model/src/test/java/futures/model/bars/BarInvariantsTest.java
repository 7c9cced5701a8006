package futures.model.bars;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import futures.model.BarSeries;
import futures.model.Timeframe;
import futures.model.TradingCalendar;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for bars of all forms, whatever the minutes: some of these are outside open hours, and over a holiday. */
class BarInvariantsTest {
    private static final TradingCalendar ES = TradingCalendar.CME_EQUITY;

    private static BarSeries minutes(int seed) {
        return Minutes.random(new Random(seed), "2024-11-26T20:00:00Z", 9_000, 0.4);
    }

    private static double volume(BarSeries bars) {
        double sum = 0;
        for (int i = 0; i < bars.size(); i++) {
            sum += bars.volume(i);
        }
        return sum;
    }

    private static BarSeries part(BarSeries all, int from, int to) {
        return all.between(all.openTime(from), to == all.size() ? Long.MAX_VALUE : all.openTime(to));
    }

    @ParameterizedTest
    @ValueSource(strings = {"3m", "4h", "1d", "1w", "tick:50", "volume:700", "range:8", "renko:6"})
    void whatIsFinishedStaysAndNothingIsGivenTooEarly(String text) {
        for (Hours hours : Hours.values()) {
            BarForm form = BarForm.parse(text).with(hours);
            BarSeries all = minutes(text.length());
            List<String> whole = Minutes.lines(Minutes.make(form, ES, all, true));
            BarSeries every = Minutes.make(form, ES, all, true);
            for (int i = 1; i < every.size() && !form.insideStoredBars(); i++) {
                assertTrue(every.closeTime(i - 1) <= every.openTime(i), "no bar opens before the last one is complete");
            }
            Random random = new Random(7);
            for (int i = 0; i < 40; i++) {
                BarSeries some = part(all, 0, random.nextInt(all.size()));
                BarSeries made = Minutes.make(form, ES, some, false);
                List<String> lines = Minutes.lines(made);
                assertEquals(whole.subList(0, lines.size()), lines);
                if (!made.isEmpty()) {
                    assertTrue(
                            made.closeTime(made.size() - 1) <= some.closeTime(some.size() - 1),
                            "given before its close");
                }
            }
        }
    }

    /** So a range of dates can be read by itself. */
    @ParameterizedTest
    @ValueSource(strings = {"3m", "4h", "1d", "tick:50", "volume:700", "range:8", "renko:6"})
    void everyTradingDayStandsForItself(String text) {
        BarForm form = BarForm.parse(text);
        BarSeries all = minutes(3);
        List<String> whole = Minutes.lines(Minutes.make(form, ES, all, true));
        int second = all.firstAtOrAfter(Minutes.time("2024-12-02T22:00:00Z"));
        List<String> later = Minutes.lines(Minutes.make(form, ES, part(all, second, all.size()), true));
        assertTrue(later.size() > 0 && later.size() < whole.size());
        assertEquals(whole.subList(whole.size() - later.size(), whole.size()), later);
    }

    @ParameterizedTest
    @ValueSource(strings = {"3m", "4h", "1d", "1w", "tick:50", "volume:700", "range:3", "range:60"})
    void volumeAndExtremesAreKept(String text) {
        for (int seed = 0; seed < 5; seed++) {
            BarSeries all = minutes(seed);
            double parts = 0;
            for (Hours hours : Hours.values()) {
                BarSeries made = Minutes.make(BarForm.parse(text).with(hours), ES, all, true);
                if (hours == Hours.ALL) {
                    assertEquals(volume(all), volume(made));
                    assertEquals(high(all), high(made));
                    assertEquals(low(all), low(made));
                } else {
                    parts += volume(made);
                }
            }
            assertEquals(volume(all), parts, "regular and overnight together are the day");
        }
    }

    private static double high(BarSeries bars) {
        double high = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < bars.size(); i++) {
            high = Math.max(high, bars.high(i));
        }
        return high;
    }

    private static double low(BarSeries bars) {
        double low = Double.POSITIVE_INFINITY;
        for (int i = 0; i < bars.size(); i++) {
            low = Math.min(low, bars.low(i));
        }
        return low;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 16})
    void rangesAndBricksHaveTheirTicks(int size) {
        for (int seed = 0; seed < 5; seed++) {
            BarSeries ranges = Minutes.make(BarForm.parse("range:" + size), ES, minutes(seed), true);
            BarSeries bricks = Minutes.make(BarForm.parse("renko:" + size), ES, minutes(seed), true);
            for (int i = 0; i < ranges.size(); i++) {
                assertTrue(ranges.high(i) - ranges.low(i) <= size * 0.25);
                assertTrue(Minutes.QUARTER.isOnGrid(ranges.open(i)) && Minutes.QUARTER.isOnGrid(ranges.close(i)));
                assertEquals(Math.rint(ranges.volume(i)), ranges.volume(i), "contracts stay whole");
            }
            for (int i = 0; i < bricks.size(); i++) {
                assertEquals(size * 0.25, Math.abs(bricks.close(i) - bricks.open(i)));
                assertTrue(Minutes.QUARTER.isOnGrid(bricks.open(i)));
            }
            assertTrue(volume(bricks) <= volume(minutes(seed)));
        }
    }

    /** Two volumes that are no whole contracts, by hand: a third of 1 and what is left, so that the sum is exact. */
    @Test
    void aVolumeIsSharedByTheBarsOfItsMinute() {
        BarSeries one = BarSeries.builder("X", Timeframe.MINUTE)
                .add(Minutes.time("2024-06-13T14:00:00Z"), 100, 101, 100, 101, 8)
                .build();
        BarSeries ranges = Minutes.make(BarForm.parse("range:1"), ES, one, true);
        // ticks 400 401 | 402 403 | 404
        assertEquals(3, ranges.size());
        assertEquals(List.of(3.0, 3.0, 2.0), List.of(ranges.volume(0), ranges.volume(1), ranges.volume(2)));
        assertEquals(ranges.openTime(0) + 1, ranges.openTime(1));
        assertEquals(Minutes.time("2024-06-13T14:01:00Z"), ranges.closeTime(1));
        assertEquals(Minutes.time("2024-06-13T21:00:00Z"), ranges.closeTime(2), "cut at the end of the day");
        BarSeries bricks = Minutes.make(BarForm.parse("renko:2"), ES, one, true);
        assertEquals(List.of(4.0, 4.0), List.of(bricks.volume(0), bricks.volume(1)));
    }

    @Test
    void tooSmallIsRefused() {
        BarSeries one = BarSeries.builder("X", Timeframe.MINUTE)
                .add(Minutes.time("2024-06-13T14:00:00Z"), 100, 90_000, 100, 100, 8)
                .build();
        assertThrows(TooManyBars.class, () -> Minutes.make(BarForm.parse("renko:1"), ES, one, true));
    }

    @Test
    void formsAreReadAndWritten() {
        for (String text : List.of("1m", "4h", "1d", "1w", "tick:100", "volume:5000", "range:8", "renko:10")) {
            assertEquals(text, BarForm.parse(text).toString());
        }
        assertEquals("4h regular", BarForm.parse("4h").with(Hours.REGULAR).toString());
        for (String text : List.of("", "4", "9999w", "range:0", "range:-1", "volume:", "kagi:3", "range:1.5")) {
            assertThrows(IllegalArgumentException.class, () -> BarForm.parse(text), text);
        }
        for (String text : List.of("2d", "2w", "25h")) {
            assertThrows(
                    IllegalArgumentException.class,
                    () -> Minutes.make(BarForm.parse(text), ES, minutes(1), true),
                    text);
        }
        assertThrows(
                IllegalArgumentException.class,
                () -> BarMaker.of(
                        BarForm.parse("1d").with(Hours.REGULAR), ES, null, null, (o, c, a, b, d, e, f) -> {}));
    }
}
