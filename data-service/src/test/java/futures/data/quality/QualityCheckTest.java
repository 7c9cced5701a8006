package futures.data.quality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import futures.model.TradingCalendar;
import futures.wire.data.QualityReport;
import futures.wire.data.QualityReport.Mark;
import futures.wire.data.QualityReport.StaleRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QualityCheckTest {
    private static final String NOON = "2024-04-09T12:00";

    private static Minutes twoDays() {
        return new Minutes().fill("2024-04-08T17:00", "2024-04-09T16:00").fill("2024-04-09T17:00", "2024-04-10T16:00");
    }

    private static QualityReport.Check check(QualityReport report, String name) {
        return report.checks().stream()
                .filter(check -> check.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aCleanSeriesIsAnA() {
        QualityReport report = twoDays().report();
        assertEquals("A", report.grade());
        report.checks().forEach(check -> {
            assertEquals("A", check.grade(), check.name());
            assertEquals(0, check.count(), check.name());
        });
        assertEquals("CME_EQUITY", report.calendar());
    }

    @Test
    void aPriceThatComesBackIsASpike() {
        Minutes minutes = twoDays();
        minutes.row(NOON)[1] += 40;
        minutes.row("2024-04-09T14:00")[2] -= 40;
        QualityReport report = minutes.report();
        assertEquals(2, check(report, "spikes").count());
        Mark high = report.spikes().get(0);
        assertEquals(Minutes.instant(NOON), high.time());
        assertEquals("high", high.what());
        assertEquals(minutes.row(NOON)[1], high.price());
        assertEquals("low", report.spikes().get(1).what());
        assertEquals("C", report.grade(), "2 of 2760 is 0.07 %");
        assertTrue(report.reason().startsWith("spikes: 2 prices"), report.reason());
    }

    @Test
    void aMoveThatStaysIsNone() {
        Minutes minutes = twoDays();
        for (int minute = 0; minute < 60; minute++) {
            double[] row = minutes.row(String.format("2024-04-09T15:%02d", minute));
            for (int i = 0; i < 4; i++) {
                row[i] += 40;
            }
        }
        assertEquals(0, check(minutes.report(), "spikes").count());
    }

    /** Contracts joined at their own prices: the price is another one from one bar to the next, and stays. */
    @ParameterizedTest
    @ValueSource(strings = {"2024-04-09T17:00", "2024-04-10T09:30"})
    void theJointOfARollIsNone(String joint) {
        Minutes minutes =
                new Minutes().fill("2024-04-08T17:00", "2024-04-09T16:00").fill("2024-04-09T17:00", joint);
        minutes.jump(200).fill(joint, "2024-04-10T16:00");
        assertEquals(0, check(minutes.report(), "spikes").count());
        minutes.row(joint.replace(":30", ":31").replace("17:00", "17:01"))[1] += 40;
        assertEquals(1, check(minutes.report(), "spikes").count(), "beside it they are found");
    }

    /** The same swing in a market that moves as much with every bar is nothing unusual. */
    @Test
    void theSpreadAroundItDecides() {
        Minutes wild = twoDays().times(8, "2024-04-08T17:00", "2024-04-10T16:00");
        wild.row(NOON)[1] += 40;
        assertEquals(0, check(wild.report(), "spikes").count());
    }

    /** News: the bars after it are wide as well. */
    @Test
    void wideNeighboursMakeItNews() {
        Minutes minutes = twoDays();
        minutes.row(NOON)[1] += 40;
        minutes.row("2024-04-09T12:01")[2] -= 40;
        assertEquals(0, check(minutes.report(), "spikes").count());
    }

    @ParameterizedTest
    @ValueSource(strings = {"2024-04-09T15:59", "2024-04-09T17:00"})
    void theEndsOfADayHaveNoNeighbourOnOneSide(String time) {
        Minutes minutes = twoDays();
        minutes.row(time)[1] += 40;
        assertEquals(0, check(minutes.report(), "spikes").count());
    }

    @Test
    void aSeriesAdjustedByRatioIsNamed() {
        QualityReport report = twoDays()
                .times(1.0123457, "2024-04-08T17:00", "2024-04-09T16:00")
                .report();
        assertTrue(report.grid().backAdjusted());
        assertEquals(1, report.grid().offDays());
        assertEquals(2, report.grid().days());
        assertEquals(0.5, report.grid().offShare(), 0.01);
        assertEquals(0, check(report, "off_tick_prices").count(), "the other day is on the grid");
        assertEquals("A", report.grade());
        assertTrue(report.notes().get(0).contains("back-adjusted"), report.notes()::toString);

        QualityReport whole = twoDays()
                .times(1.0123457, "2024-04-08T17:00", "2024-04-10T16:00")
                .report();
        assertNull(check(whole, "off_tick_prices").grade());
    }

    @Test
    void singlePricesOffTheGridAreErrors() {
        Minutes minutes = twoDays();
        minutes.row(NOON)[1] += 0.1;
        QualityReport report = minutes.report();
        assertFalse(report.grid().backAdjusted());
        assertEquals(1, check(report, "off_tick_prices").count());
        assertEquals(1 / (4 * 2760.0), report.grid().offShare());
        assertEquals("A", report.grade(), "1 of 11040 is 0.009 %");
    }

    @ParameterizedTest
    @CsvSource({
        "5000, 4999, 5001, 5000, broken_bars, D, high",
        "5002, 5001, 4999, 5000, broken_bars, D, open",
        "5000, 5001, 4999, 4998, broken_bars, D, close",
        "5000, 5001, NaN, 5000, broken_bars, D, high",
        "0, 0, 0, 0, prices_not_above_zero, C, low",
        "1, 1, -3, 1, prices_not_above_zero, C, low",
    })
    void pricesThatCannotBe(
            double open, double high, double low, double close, String name, String grade, String what) {
        // The last bar has no neighbour to be a spike beside.
        QualityReport report =
                twoDays().put("2024-04-10T15:59", open, high, low, close, 1).report();
        assertEquals(1, check(report, name).count());
        assertEquals(what, report.badPrices().get(0).what());
        assertEquals(grade, report.grade());
        assertTrue(report.reason().startsWith(name), report.reason());
    }

    @Test
    void barsThatRepeatWithoutVolumeAreStale() {
        Minutes minutes = twoDays();
        double close = minutes.row("2024-04-09T11:59")[3];
        for (int minute = 0; minute < 12; minute++) {
            minutes.put(String.format("2024-04-09T12:%02d", minute), close, close, close, close, 0);
        }
        QualityReport report = minutes.report();
        assertEquals(
                new StaleRun(Minutes.instant(NOON), Minutes.instant("2024-04-09T12:11"), 12, close),
                report.staleRuns().get(0));
        assertEquals(1, report.staleRuns().size());
        assertEquals(12, check(report, "stale_bars").count());
        assertEquals("B", report.grade(), "12 of 2760 is 0.4 %");

        minutes.row("2024-04-09T12:05")[4] = 1;
        assertEquals(0, check(minutes.report(), "stale_bars").count(), "a trade ends the run: 5 and 6 bars");
    }

    @Test
    void withoutASpecPricesAreNotHeldAgainstAGrid() {
        QualityReport report = Minutes.report(twoDays().bars(), TradingCalendar.CME_EQUITY, null);
        assertNull(report.grid());
        assertTrue(report.notes().get(0).startsWith("No contract spec is known"), report.notes()::toString);
        assertEquals("A", report.grade());
    }

    @Test
    void oneBarIsEnough() {
        QualityReport report = new Minutes().fill(NOON, "2024-04-09T12:01").report();
        assertEquals(1, report.bars());
        assertEquals(1, report.coverage().expected());
        assertEquals("A", report.grade());
    }

    @ParameterizedTest
    @CsvSource({"0, A", "0.1, A", "0.11, B", "0.2, B", "0.3, C", "0.4, D", "0.41, F"})
    void limitsAreInclusive(double share, Grade grade) {
        assertEquals(grade, new Grade.Limits(0.1, 0.2, 0.3, 0.4).of(share));
    }
}
