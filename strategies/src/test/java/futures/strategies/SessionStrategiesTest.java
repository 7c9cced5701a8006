package futures.strategies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import futures.engine.BacktestResult;
import futures.engine.OrderStatus;
import futures.model.FillRule;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Strategies that go by the day's parts: what they do after the opening range, at yesterday's levels, and before the end. */
class SessionStrategiesTest {
    private static final Map<String, Object> FADE = Map.of();
    private static final Map<String, Object> BREAKOUT = Map.of("mode", "breakout");

    /** Half an hour from 08:30 between 100 and 102, after a wider night. */
    private static Course openingRange() {
        return Course.from("2024-01-09T14:00:00Z", 90)
                .still(30)
                .gap(101)
                .to(102, 101, 100)
                .to(101)
                .still(26);
    }

    private static BacktestResult breakout(Course course) {
        return course.run(OpeningRangeBreakout::new, Map.of());
    }

    /** A tick above the range of two points it buys at 102.25; the target is 12 ticks away, which is one and a half ranges. */
    @Test
    void theOpeningRangeIsLeftUpwards() {
        BacktestResult result = breakout(openingRange().to(102, 103).move(10, 1));
        assertEquals("LONG 102.25 105.25 target", Course.trades(result));
        assertEquals(FillRule.STOP_AT_PRICE, result.trips().get(0).entryRule());
        assertEquals(
                "2024-01-09T15:01:00Z",
                Instant.ofEpochMilli(result.trips().get(0).entryTime()).toString());
    }

    @Test
    void theOpeningRangeIsLeftDownwards() {
        assertEquals(
                "SHORT 99.75 96.75 target",
                Course.trades(breakout(openingRange().move(10, -1))));
    }

    @Test
    void aFalseBreakoutLosesTheRangeAndADayHasOneTradeOnly() {
        BacktestResult result =
                breakout(openingRange().to(102, 103).move(10, -1).move(20, 1));
        assertEquals("LONG 102.25 99.75 stop_loss", Course.trades(result));
    }

    @Test
    void aGapOverTheRangeIsBoughtAtTheOpen() {
        BacktestResult result = breakout(openingRange().gap(104).to(105).move(5, 1));
        assertEquals("LONG 104.0 107.0 target", Course.trades(result));
        assertEquals(FillRule.STOP_GAP, result.trips().get(0).entryRule());
    }

    @Test
    void aDayInsideItsRangeHasNoTradeAndItsOrdersEndWithTheSession() {
        BacktestResult result = breakout(openingRange().still(358));
        assertEquals(2, result.orders().size());
        assertTrue(result.orders().stream().allMatch(order -> order.status() == OrderStatus.CANCELLED));
        assertEquals(
                "2024-01-09T20:55:00Z",
                Instant.ofEpochMilli(result.orders().get(0).doneTime()).toString());
    }

    @Test
    void whatIsLeftOfABreakoutIsClosedBeforeTheEnd() {
        BacktestResult result = breakout(openingRange().to(102, 103).still(358));
        assertEquals("LONG 102.25 103.0 order", Course.trades(result));
        assertEquals(
                "2024-01-09T20:55:00Z",
                Instant.ofEpochMilli(result.trips().get(0).exitTime()).toString());
    }

    /** The day after Thanksgiving ends at 12:15 US Central, 18:15 UTC: there too it is flat before. */
    @Test
    void anEarlyCloseComesEarlier() {
        Course course = Course.from("2024-11-29T14:30:00Z", 101)
                .to(102, 101, 100, 101)
                .still(26)
                .to(102, 103)
                .still(200);
        BacktestResult result = breakout(course);
        assertEquals(
                "2024-11-29T18:10:00Z",
                Instant.ofEpochMilli(result.trips().get(0).exitTime()).toString());
    }

    /** Yesterday between 100 and 110; today from 105 up to 112 and down to 100, by a point a bar. */
    private static Course yesterdayAndToday() {
        return Course.from("2024-01-09T15:00:00Z", 100)
                .move(10, 1)
                .move(5, -1)
                .at("2024-01-10T15:00:00Z")
                .move(7, 1)
                .move(12, -1);
    }

    /** The first close back at 110 sells there; the average range is a point, the target six points away. */
    @Test
    void theReturnBelowYesterdaysHighIsSold() {
        BacktestResult result = yesterdayAndToday().run(PreviousDayLevels::new, FADE);
        assertEquals("SHORT 110.0 104.0 target", Course.trades(result));
    }

    /** The first close above 110 buys at 111, and the return costs the stop's three points. */
    @Test
    void theBreakOfYesterdaysHighLosesOnTheSameDay() {
        BacktestResult result = yesterdayAndToday().run(PreviousDayLevels::new, BREAKOUT);
        assertEquals("LONG 111.0 108.0 stop_loss", Course.trades(result));
    }

    /** It goes on to 125: bought at 111, the target is at 117. The return that the other mode waits for does not come. */
    @Test
    void theBreakOfYesterdaysHighWinsWhereTheMarketGoesOn() {
        Course course = Course.from("2024-01-09T15:00:00Z", 100)
                .move(10, 1)
                .move(5, -1)
                .at("2024-01-10T15:00:00Z")
                .move(20, 1);
        assertTrue(Course.trades(course.run(PreviousDayLevels::new, BREAKOUT)).startsWith("LONG 111.0 117.0 target"));
        assertEquals(0, course.run(PreviousDayLevels::new, FADE).orders().size());
    }

    @Test
    void insideYesterdaysRangeNothingIsTraded() {
        Course course = Course.from("2024-01-09T15:00:00Z", 100)
                .move(10, 1)
                .move(5, -1)
                .at("2024-01-10T15:00:00Z")
                .move(4, 1)
                .move(8, -1)
                .move(8, 1);
        assertEquals(0, course.run(PreviousDayLevels::new, FADE).orders().size());
        assertEquals(0, course.run(PreviousDayLevels::new, BREAKOUT).orders().size());
    }
}
