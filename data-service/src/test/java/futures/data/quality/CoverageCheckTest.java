package futures.data.quality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import futures.model.BarSeries;
import futures.model.SessionHours;
import futures.model.Timeframe;
import futures.model.TradingCalendar;
import futures.wire.data.QualityReport;
import futures.wire.data.QualityReport.Coverage;
import futures.wire.data.QualityReport.Day;
import futures.wire.data.QualityReport.Gap;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CoverageCheckTest {
    /** Friday, and what trades on Martin Luther King's day together with Tuesday. */
    private static Minutes martinLutherKing() {
        return new Minutes()
                .fill("2024-01-11T17:00", "2024-01-12T16:00")
                .fill("2024-01-14T17:00", "2024-01-15T12:00")
                .fill("2024-01-15T17:00", "2024-01-16T16:00");
    }

    private static QualityReport.Check check(QualityReport report, String name) {
        return report.checks().stream()
                .filter(check -> check.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theHaltOfAHolidayIsNoGap() {
        QualityReport report = martinLutherKing().report();
        Coverage coverage = report.coverage();
        assertEquals(2, coverage.tradingDays());
        assertEquals(1380 + 1140 + 1380, coverage.expected());
        assertEquals(0, coverage.missing());
        assertEquals(0, coverage.closedBars());
        assertEquals("A", report.grade());
        assertEquals("every check that was judged is an A", report.reason());
    }

    @Test
    void withoutACalendarTheHaltIsShownAndNotJudged() {
        QualityReport report = martinLutherKing().report(TradingCalendar.of(SessionHours.CME_GLOBEX));
        assertEquals(4 * 60, report.coverage().missing());
        assertNull(check(report, "missing_bars").grade());
        assertNull(check(report, "lost_days").grade());
        assertNull(report.calendar());
        assertEquals("A", report.grade());
        assertTrue(report.notes().get(0).startsWith("No calendar is known"), report.notes()::toString);
    }

    @ParameterizedTest
    @CsvSource({
        "2024-03-07, 2024-03-08, 2024-03-10, 2024-03-11",
        "2024-10-31, 2024-11-01, 2024-11-03, 2024-11-04",
    })
    void daylightSavingMovesTheHours(String before, String friday, String sunday, String monday) {
        QualityReport report = new Minutes()
                .fill(before + "T17:00", friday + "T16:00")
                .fill(sunday + "T17:00", monday + "T16:00")
                .report();
        assertEquals(2760, report.coverage().expected());
        assertEquals(0, report.coverage().missing());
        assertEquals(0, report.coverage().closedBars());
        assertEquals("A", report.grade());
    }

    /** A file whose writer kept to winter time: each day has an hour too much, and the next one lacks its first. */
    @Test
    void aTimeZoneThatIsWrongByAnHourIsAnF() {
        long hour = 3_600_000;
        Minutes minutes = new Minutes();
        for (int day = 11; day < 14; day++) {
            minutes.every(
                    1,
                    Minutes.at("2024-03-" + (day - 1) + "T17:00") + hour,
                    Minutes.at("2024-03-" + day + "T16:00") + hour);
        }
        QualityReport report = minutes.report();
        assertEquals(3 * 60, report.coverage().closedBars());
        assertEquals(2 * 60, report.coverage().missing());
        assertEquals(
                Minutes.instant("2024-03-11T16:00"),
                report.coverage().firstClosedBars().get(0));
        assertEquals("F", report.grade());
        assertTrue(report.reason().startsWith("closed_bars: 180 "), report.reason());
    }

    @Test
    void aGapIsNamedWithItsTimesAndItsDay() {
        QualityReport report = martinLutherKing()
                .fill("2024-01-16T17:00", "2024-01-17T16:00")
                .cut("2024-01-15T10:00", "2024-01-15T10:30")
                .cut("2024-01-12T03:00", "2024-01-12T03:01")
                .report();
        assertEquals(2, report.coverage().gaps());
        assertEquals(
                List.of(
                        new Gap(
                                LocalDate.parse("2024-01-16"),
                                Minutes.instant("2024-01-15T10:00"),
                                Minutes.instant("2024-01-15T10:30"),
                                30),
                        new Gap(
                                LocalDate.parse("2024-01-12"),
                                Minutes.instant("2024-01-12T03:00"),
                                Minutes.instant("2024-01-12T03:01"),
                                1)),
                report.coverage().worstGaps());
        assertTrue(report.coverage().dense());
        assertEquals("C", check(report, "missing_bars").grade(), "31 of 5280 is 0.6 %");
        assertEquals("missing_bars: 31 bars missing in open hours, on days that have bars (0.5871 %)", report.reason());
    }

    @Test
    void theListHoldsTheLongestGapsAndTheEarlierOfTwoAsLong() {
        Minutes minutes = martinLutherKing();
        for (int i = 1; i <= 21; i++) {
            long from = Minutes.at("2024-01-11T17:30") + i * 1_800_000L;
            for (int k = 0; k < Math.max(2, i); k++) {
                minutes.cut(from + k * 60_000L);
            }
        }
        Coverage coverage = minutes.report().coverage();
        assertEquals(21, coverage.gaps());
        assertEquals(2 + 21 * 22 / 2 - 1, coverage.missing());
        assertEquals(
                List.of(21L, 20L, 19L, 18L, 17L, 16L, 15L, 14L, 13L, 12L, 11L, 10L, 9L, 8L, 7L, 6L, 5L, 4L, 3L, 2L),
                coverage.worstGaps().stream().map(Gap::bars).toList());
        assertEquals(
                Minutes.instant("2024-01-11T18:00"),
                coverage.worstGaps().get(19).from());
    }

    @Test
    void barsOfASaturdayAloneHaveNoDay() {
        QualityReport report =
                new Minutes().fill("2024-01-13T11:00", "2024-01-13T11:07").report();
        assertEquals(7, report.coverage().closedBars());
        assertEquals(0, report.coverage().usualCoverage());
        assertEquals("F", report.grade());
    }

    @Test
    void aDayWithoutBarsIsALostDayAndNoGap() {
        QualityReport report = new Minutes()
                .fill("2024-04-08T17:00", "2024-04-09T16:00")
                .fill("2024-04-10T17:00", "2024-04-11T16:00")
                .report();
        assertEquals(3, report.coverage().tradingDays());
        assertEquals(List.of(LocalDate.parse("2024-04-10")), report.coverage().firstMissingDays());
        assertEquals(0, report.coverage().gaps());
        assertEquals(3 * 1380, report.coverage().expected());
        assertEquals("F", check(report, "lost_days").grade(), "one of three");
    }

    @Test
    void inAThinMarketDaysAreJudgedAndMinutesAreNot() {
        Minutes minutes = new Minutes()
                .every(3, Minutes.at("2024-04-08T17:00"), Minutes.at("2024-04-09T16:00"))
                .every(3, Minutes.at("2024-04-09T17:00"), Minutes.at("2024-04-10T16:00"))
                .every(3, Minutes.at("2024-04-10T17:00"), Minutes.at("2024-04-11T16:00"));
        QualityReport whole = minutes.report();
        assertFalse(whole.coverage().dense());
        assertEquals(1 / 3.0, whole.coverage().usualCoverage(), 1e-3);
        assertNull(check(whole, "missing_bars").grade());
        assertEquals("A", whole.grade());

        QualityReport lost = minutes.cut("2024-04-09T20:00", "2024-04-10T10:00").report();
        assertEquals(1, lost.coverage().thinDays());
        assertEquals(
                List.of(new Day(LocalDate.parse("2024-04-10"), (3 + 6) * 20, 1380)),
                lost.coverage().firstThinDays());
        assertEquals("F", lost.grade());
    }

    /** The same counts by asking of every minute whether the market is open. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void countsAreThoseOfMinuteByMinute(long seed) {
        Random random = new Random(seed);
        Minutes minutes = martinLutherKing().fill("2024-01-13T11:00", "2024-01-13T11:07");
        long from = Minutes.at("2024-01-11T17:00");
        long to = Minutes.at("2024-01-16T16:00");
        for (int i = 0; i < 300; i++) {
            minutes.cut(from + 60_000L * random.nextInt((int) ((to - from) / 60_000)));
        }
        BarSeries bars = minutes.bars();
        long expected = 0;
        long missing = 0;
        long closed = 0;
        for (long time = bars.openTime(0); time <= bars.openTime(bars.size() - 1); time += 60_000) {
            int found = bars.firstAtOrAfter(time);
            boolean there = bars.openTime(found) == time;
            boolean open = TradingCalendar.CME_EQUITY.isOpen(time);
            expected += open ? 1 : 0;
            missing += open && !there ? 1 : 0;
            closed += there && !open ? 1 : 0;
        }
        Coverage coverage = minutes.report().coverage();
        assertEquals(expected, coverage.expected());
        assertEquals(missing, coverage.missing());
        assertEquals(closed, coverage.closedBars());
        assertEquals(bars.size(), expected - missing + closed);
    }

    @Test
    void everyDayThatLacksBarsIsListedWithWhatItHas() {
        Coverage coverage = martinLutherKing()
                .fill("2024-01-16T17:00", "2024-01-17T16:00")
                .fill("2024-01-18T17:00", "2024-01-19T16:00")
                .cut("2024-01-12T03:00", "2024-01-12T03:01")
                .cut("2024-01-15T10:00", "2024-01-15T10:30")
                .cut("2024-01-16T09:00", "2024-01-16T09:02")
                .report()
                .coverage();
        assertEquals(
                List.of(
                        new Day(LocalDate.parse("2024-01-12"), 1379, 1380),
                        new Day(LocalDate.parse("2024-01-16"), 1140 + 1380 - 32, 1140 + 1380),
                        new Day(LocalDate.parse("2024-01-18"), 0, 1380)),
                coverage.incompleteDays());
    }

    /** Four-hour bars counted from 1970 UTC reach over the daily break. */
    @Test
    void longBarsCountOnceAcrossABreak() {
        BarSeries.Builder bars = BarSeries.builder("ES", Timeframe.parse("4h"));
        long length = 4 * 3_600_000L;
        for (long time = Minutes.at("2024-04-08T19:00"); time < Minutes.at("2024-04-12T16:00"); time += length) {
            bars.add(time, 5000, 5001, 4999, 5000.5, 10);
        }
        Coverage coverage = CoverageCheck.of(bars.build(), TradingCalendar.CME_EQUITY);
        assertEquals(0, coverage.missing());
        assertEquals(0, coverage.closedBars());
        assertEquals(24, coverage.expected(), "93 hours, begun ones too");
    }

    @Test
    void aDailySeriesHasOneBarForEachTradingDay() {
        BarSeries.Builder bars = BarSeries.builder("ES", Timeframe.DAY);
        for (String evening : List.of("2024-01-10T17:00", "2024-01-11T17:00", "2024-01-15T17:00", "2024-01-17T17:00")) {
            bars.add(Minutes.at(evening), 5000, 5001, 4999, 5000.5, 10);
        }
        Coverage coverage = CoverageCheck.of(bars.build(), TradingCalendar.CME_EQUITY);
        assertEquals(5, coverage.tradingDays(), "11, 12, 16, 17, 18");
        assertEquals(List.of(LocalDate.parse("2024-01-17")), coverage.firstMissingDays());
        assertEquals(List.of(new Day(LocalDate.parse("2024-01-17"), 0, 1)), coverage.incompleteDays());
    }

    @Test
    void weeksAreNotHeldAgainstTheCalendar() {
        BarSeries bars = BarSeries.builder("ES", Timeframe.parse("1w"))
                .add(Minutes.at("2024-01-07T17:00"), 5000, 5001, 4999, 5000.5, 10)
                .build();
        assertNull(CoverageCheck.of(bars, TradingCalendar.CME_EQUITY));
    }
}
