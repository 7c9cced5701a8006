package futures.model.bars;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import futures.model.BarSeries;
import futures.model.Timeframe;
import futures.model.TradingCalendar;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tables by hand: opens and closes in UTC, and how many open minutes are in the bar. */
class SessionBarsTest {
    private static final TradingCalendar ES = TradingCalendar.CME_EQUITY;

    /** Bars that the market's minutes of a time make, as {@code day open close minutes}. */
    private static List<String> table(String form, Hours hours, TradingCalendar calendar, String from, String to) {
        BarSeries bars =
                Minutes.make(BarForm.parse(form).with(hours), calendar, Minutes.open(calendar, from, to), false);
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < bars.size(); i++) {
            String opens = Instant.ofEpochMilli(bars.openTime(i)).toString();
            String closes = Instant.ofEpochMilli(bars.closeTime(i)).toString();
            lines.add(opens.substring(0, 16) + " " + closes.substring(0, 16) + " " + (int) bars.volume(i));
        }
        return lines;
    }

    private static List<String> table(String form, TradingCalendar calendar, String from, String to) {
        return table(form, Hours.ALL, calendar, from, to);
    }

    @Test
    void fourHoursMoveWithDaylightSavingInSpring() {
        assertEquals(
                List.of(
                        "2024-03-07T23:00 2024-03-08T03:00 240",
                        "2024-03-08T03:00 2024-03-08T07:00 240",
                        "2024-03-08T07:00 2024-03-08T11:00 240",
                        "2024-03-08T11:00 2024-03-08T15:00 240",
                        "2024-03-08T15:00 2024-03-08T19:00 240",
                        "2024-03-08T19:00 2024-03-08T22:00 180",
                        "2024-03-10T22:00 2024-03-11T02:00 240",
                        "2024-03-11T02:00 2024-03-11T06:00 240",
                        "2024-03-11T06:00 2024-03-11T10:00 240",
                        "2024-03-11T10:00 2024-03-11T14:00 240",
                        "2024-03-11T14:00 2024-03-11T18:00 240",
                        "2024-03-11T18:00 2024-03-11T21:00 180"),
                table("4h", ES, "2024-03-07T22:00:00Z", "2024-03-11T21:00:00Z"));
    }

    @Test
    void daysMoveWithDaylightSavingInAutumn() {
        assertEquals(
                List.of(
                        "2024-10-31T22:00 2024-11-01T21:00 1380",
                        "2024-11-03T23:00 2024-11-04T22:00 1380",
                        "2024-11-04T23:00 2024-11-05T22:00 1380"),
                table("1d", ES, "2024-10-31T21:00:00Z", "2024-11-05T22:00:00Z"));
    }

    /** The halt on Thanksgiving belongs to Friday, which ends at 12:15: both are cut, and both are counted from their opening. */
    @Test
    void thanksgiving() {
        assertEquals(
                List.of(
                        "2024-11-27T23:00 2024-11-28T03:00 240",
                        "2024-11-28T03:00 2024-11-28T07:00 240",
                        "2024-11-28T07:00 2024-11-28T11:00 240",
                        "2024-11-28T11:00 2024-11-28T15:00 240",
                        "2024-11-28T15:00 2024-11-28T18:00 180",
                        "2024-11-28T23:00 2024-11-29T03:00 240",
                        "2024-11-29T03:00 2024-11-29T07:00 240",
                        "2024-11-29T07:00 2024-11-29T11:00 240",
                        "2024-11-29T11:00 2024-11-29T15:00 240",
                        "2024-11-29T15:00 2024-11-29T18:15 195"),
                table("4h", ES, "2024-11-27T22:00:00Z", "2024-12-01T23:00:00Z"));
        assertEquals(
                List.of("2024-11-27T23:00 2024-11-29T18:15 2295"),
                // whole when the next day has begun: its end by the timetable is 16:00, and a late minute would belong
                // to it
                table("1d", ES, "2024-11-27T22:00:00Z", "2024-12-01T23:01:00Z"));
        assertEquals(
                List.of("2024-11-29T14:30 2024-11-29T18:15 225"),
                table("1d", Hours.REGULAR, ES, "2024-11-27T22:00:00Z", "2024-11-29T18:15:00Z"));
    }

    @Test
    void mondayOfMartinLutherKingIsTuesdays() {
        assertEquals(
                List.of(
                        "2024-01-14T23:00 2024-01-15T06:00 420",
                        "2024-01-15T06:00 2024-01-15T13:00 420",
                        "2024-01-15T13:00 2024-01-15T18:00 300",
                        "2024-01-15T23:00 2024-01-16T06:00 420",
                        "2024-01-16T06:00 2024-01-16T13:00 420",
                        "2024-01-16T13:00 2024-01-16T20:00 420",
                        "2024-01-16T20:00 2024-01-16T22:00 120"),
                table("7h", ES, "2024-01-14T22:00:00Z", "2024-01-16T22:00:00Z"));
        assertEquals(
                List.of("2024-01-14T23:00 2024-01-16T22:00 2520"),
                table("1d", ES, "2024-01-14T22:00:00Z", "2024-01-16T22:00:00Z"));
        // regular hours are those of the trading day's own date
        assertEquals(
                List.of("2024-01-16T14:30 2024-01-16T21:00 390"),
                table("1d", Hours.REGULAR, ES, "2024-01-14T22:00:00Z", "2024-01-16T22:00:00Z"));
    }

    @Test
    void theYearsLastSession() {
        assertEquals(
                List.of("2024-12-30T23:00 2024-12-31T22:00 1380", "2025-01-01T23:00 2025-01-02T22:00 1380"),
                table("1d", ES, "2024-12-30T22:00:00Z", "2025-01-02T22:00:00Z"));
        assertEquals(
                List.of("2024-12-29T23:00 2025-01-03T22:00 5520"),
                table("1w", ES, "2024-12-29T22:00:00Z", "2025-01-03T22:00:00Z"));
    }

    /** Four bars of an hour's clock, and the one from 15:00 has the halt in it. */
    @Test
    void theHaltOfIndexFuturesInterruptsNothing() {
        assertEquals(
                List.of(
                        "2021-06-25T18:00 2021-06-25T19:00 60",
                        "2021-06-25T19:00 2021-06-25T20:00 60",
                        "2021-06-25T20:00 2021-06-25T21:00 45"),
                table("1h", ES, "2021-06-25T18:00:00Z", "2021-06-25T21:00:00Z"));
        assertEquals(
                List.of("2021-06-25T18:00 2021-06-25T21:00 165"),
                table("4h", ES, "2021-06-25T18:00:00Z", "2021-06-25T21:00:00Z"));
    }

    @Test
    void crudeOil() {
        assertEquals(
                List.of(
                        "2024-06-12T22:00 2024-06-13T02:00 240",
                        "2024-06-13T02:00 2024-06-13T06:00 240",
                        "2024-06-13T06:00 2024-06-13T10:00 240",
                        "2024-06-13T10:00 2024-06-13T14:00 240",
                        "2024-06-13T14:00 2024-06-13T18:00 240",
                        "2024-06-13T18:00 2024-06-13T21:00 180"),
                table("4h", TradingCalendar.CME_ENERGY_METALS, "2024-06-12T21:00:00Z", "2024-06-13T21:00:00Z"));
    }

    /** 19:00 to 07:45 and 08:30 to 13:20. */
    @Test
    void grainsHaveTwoSessions() {
        assertEquals(
                List.of(
                        "2024-03-12T00:00 2024-03-12T04:00 240",
                        "2024-03-12T04:00 2024-03-12T08:00 240",
                        "2024-03-12T08:00 2024-03-12T12:00 240",
                        "2024-03-12T12:00 2024-03-12T12:45 45",
                        "2024-03-12T13:30 2024-03-12T17:30 240",
                        "2024-03-12T17:30 2024-03-12T18:20 50"),
                table("4h", TradingCalendar.CME_GRAINS, "2024-03-11T20:00:00Z", "2024-03-12T18:20:00Z"));
        assertEquals(
                List.of("2024-03-12T00:00 2024-03-12T18:20 1055"),
                table("1d", TradingCalendar.CME_GRAINS, "2024-03-11T20:00:00Z", "2024-03-12T18:20:00Z"));
    }

    @Test
    void aWeekEndsBeforeGoodFriday() {
        assertEquals(
                List.of("2024-03-24T22:00 2024-03-28T21:00 5520", "2024-03-31T22:00 2024-04-05T21:00 6900"),
                table("1w", ES, "2024-03-24T21:00:00Z", "2024-04-05T21:00:00Z"));
    }

    @Test
    void partsOfADay() {
        String from = "2024-06-12T21:00:00Z";
        String to = "2024-06-13T21:00:00Z";
        assertEquals(List.of("2024-06-13T13:30 2024-06-13T20:00 390"), table("1d", Hours.REGULAR, ES, from, to));
        assertEquals(List.of("2024-06-12T22:00 2024-06-13T21:00 990"), table("1d", Hours.OVERNIGHT, ES, from, to));
        assertEquals(
                List.of(
                        "2024-06-13T13:30 2024-06-13T15:30 120",
                        "2024-06-13T15:30 2024-06-13T17:30 120",
                        "2024-06-13T17:30 2024-06-13T19:30 120",
                        "2024-06-13T19:30 2024-06-13T20:00 30"),
                table("2h", Hours.REGULAR, ES, from, to));
        assertEquals(
                List.of(
                        "2024-06-12T22:00 2024-06-13T04:00 360",
                        "2024-06-13T04:00 2024-06-13T10:00 360",
                        "2024-06-13T10:00 2024-06-13T13:30 210",
                        "2024-06-13T20:00 2024-06-13T21:00 60"),
                table("6h", Hours.OVERNIGHT, ES, from, to));
    }

    /** On a day of mourning the market closes when regular hours would begin: there is no bar. */
    @Test
    void aDayWithoutRegularHours() {
        assertEquals(
                List.of("2025-01-08T14:30 2025-01-08T21:00 390", "2025-01-10T14:30 2025-01-10T21:00 390"),
                table("1d", Hours.REGULAR, ES, "2025-01-07T23:00:00Z", "2025-01-10T21:00:00Z"));
    }

    /** Prices are the numbers of the minutes: 22 hours after the opening is 15:00. */
    @Test
    void aDayClosesAtItsSettlement() {
        BarForm form = BarForm.parse("1d").withSettlement(LocalTime.of(15, 0));
        BarSeries day = Minutes.make(form, ES, Minutes.open(ES, "2024-06-12T22:00:00Z", "2024-06-13T21:00:00Z"), false);
        assertEquals(1, day.size());
        assertEquals(22 * 60, day.close(0));
        assertEquals(23 * 60, day.high(0));
        assertEquals(23 * 60, day.volume(0));
        assertEquals(Minutes.time("2024-06-13T21:00:00Z"), day.closeTime(0));
        BarSeries late =
                Minutes.make(form, ES, Minutes.open(ES, "2024-06-13T20:00:00Z", "2024-06-13T21:00:00Z"), false);
        assertEquals(60, late.close(0), "nothing before the settlement: the last trade");
        assertThrows(IllegalArgumentException.class, () -> BarForm.parse("4h").withSettlement(LocalTime.of(15, 0)));
    }

    /** A minute at which the calendar has the market closed is in a bar all the same, and makes it whole later. */
    @Test
    void minutesOutOfHoursAreKept() {
        BarSeries minutes = BarSeries.builder("X", Timeframe.MINUTE)
                .add(Minutes.time("2024-11-29T18:10:00Z"), 1, 1, 1, 1, 1)
                .add(Minutes.time("2024-11-29T18:20:00Z"), 2, 2, 2, 2, 2)
                .add(Minutes.time("2024-12-01T22:50:00Z"), 3, 3, 3, 3, 3)
                .add(Minutes.time("2024-12-01T23:01:00Z"), 4, 4, 4, 4, 4)
                .build();
        BarSeries days = Minutes.make(BarForm.parse("1d"), ES, minutes, true);
        assertEquals(2, days.size());
        assertEquals(3, days.volume(0));
        assertEquals(Minutes.time("2024-11-29T22:00:00Z"), days.closeTime(0));
        assertEquals(Minutes.time("2024-12-01T22:50:00Z"), days.openTime(1));
        BarSeries hours = Minutes.make(BarForm.parse("4h"), ES, minutes, true);
        assertEquals(
                List.of("2024-11-29T15:00:00Z", "2024-11-29T18:15:00Z", "2024-12-01T19:00:00Z", "2024-12-01T23:00:00Z"),
                java.util.stream.IntStream.range(0, hours.size())
                        .mapToObj(i -> Instant.ofEpochMilli(hours.openTime(i)).toString())
                        .toList());
    }
}
