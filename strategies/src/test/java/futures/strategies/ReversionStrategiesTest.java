package futures.strategies;

import static org.junit.jupiter.api.Assertions.assertEquals;

import futures.engine.BacktestResult;
import futures.model.FillRule;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Strategies that trade the way back: they win where prices return, and leave a trend alone or lose to it. */
class ReversionStrategiesTest {
    private static final Map<String, Object> RSI = Map.of("rsi_period", 2);
    private static final Map<String, Object> BANDS = Map.of("period", 5, "width", 1);

    /**
     * Five bars down leave the index of two bars near 2; the first one up makes gain and loss equal, about 51: it buys at 97. The
     * next one up makes it about 75: it sells at 98.
     */
    @Test
    void theIndexIsBoughtOnItsWayBack() {
        Course course = Course.from(100).to(101, 100, 101, 100, 101, 100, 101, 100, 101, 100, 101, 100, 101, 100, 101);
        BacktestResult result = course.move(5, -1).move(4, 1).run(RsiReversion::new, RSI);
        assertEquals("LONG 97.0 98.0 order", Course.trades(result));
    }

    @Test
    void aTrendThatNeverPausesIsLeftAlone() {
        Course up = Course.from(100).to(99).move(100, 1);
        assertEquals(0, up.run(RsiReversion::new, RSI).orders().size());
        assertEquals(0, up.run(BollingerReversion::new, BANDS).orders().size());
    }

    /** A pause in a fall is bought at the open of a gap downwards, and the fall goes on: three ranges of a point further down it is
     * stopped. */
    @Test
    void theIndexLosesToAFallThatGoesOn() {
        Course course = Course.from(100).to(101, 100, 101, 100, 101, 100, 101, 100, 101, 100, 101, 100, 101, 100, 101);
        BacktestResult result =
                course.move(5, -1).to(97).gap(80).to(80).move(10, -1).run(RsiReversion::new, RSI);
        assertEquals("LONG 80.0 77.0 stop_loss", Course.trades(result));
    }

    /**
     * 95 after a still market is below the lower band, 99 − 2. With 98 mean and deviation of five bars are 98.6 and 1.96: inside,
     * below the middle, it buys at 98. With 99 the middle is 98.4: it sells at 99.
     */
    @Test
    void theWayBackIntoTheBandsIsBought() {
        Course course = Course.from(100).still(10).to(95, 98, 99, 100);
        assertEquals("LONG 98.0 99.0 order", Course.trades(course.run(BollingerReversion::new, BANDS)));
        Course mirrored = Course.from(100).still(10).to(105, 102, 101, 100);
        assertEquals("SHORT 102.0 101.0 order", Course.trades(mirrored.run(BollingerReversion::new, BANDS)));
    }

    /** Two deviations of 1.96 are 15.7 ticks: the stop is 16 ticks below 98. */
    @Test
    void theBandsLoseToAFallThatGoesOn() {
        Course course = Course.from(100).still(10).to(95, 98, 96, 93, 90);
        BacktestResult result = course.run(BollingerReversion::new, BANDS);
        assertEquals("LONG 98.0 94.0 stop_loss", Course.trades(result));
        Course gap = Course.from(100).still(10).to(95, 98, 97).gap(91).to(90);
        result = gap.run(BollingerReversion::new, BANDS);
        assertEquals("LONG 98.0 91.0 stop_loss", Course.trades(result));
        assertEquals(FillRule.STOP_GAP, result.trips().get(0).exitRule());
    }

    /**
     * Thirty still bars at 100, then one that closes at 98: the average is 99.96 and its deviation 0.24. It buys at 98 and sells
     * at 100, where the close is above the average.
     */
    @Test
    void theReturnToTheAverageOfTheDayIsBought() {
        Course course = Course.from("2024-01-09T14:30:00Z", 100).still(30).to(98, 99, 100, 101);
        assertEquals("LONG 98.0 100.0 order", Course.trades(course.run(VwapReversion::new, Map.of())));
        Course mirrored = Course.from("2024-01-09T14:30:00Z", 100).still(30).to(102, 101, 100, 99);
        assertEquals("SHORT 102.0 100.0 order", Course.trades(mirrored.run(VwapReversion::new, Map.of())));
    }

    /** One and a half deviations are two ticks. */
    @Test
    void theAverageOfTheDayLosesToAFallThatGoesOn() {
        Course course =
                Course.from("2024-01-09T14:30:00Z", 100).still(30).to(98).move(10, -1);
        assertEquals("LONG 98.0 97.5 stop_loss", Course.trades(course.run(VwapReversion::new, Map.of())));
    }

    @Test
    void theAverageOfTheDayIsNotTradedAtNight() {
        Course night = Course.from("2024-01-09T08:00:00Z", 100).still(30).to(98, 99, 100, 101);
        assertEquals(0, night.run(VwapReversion::new, Map.of()).orders().size());
    }

    /** Five minutes before 21:00 it is told; the bar that opens then takes the order. */
    @Test
    void theAverageOfTheDayIsFlatBeforeRegularHoursEnd() {
        Course late = Course.from("2024-01-09T20:20:00Z", 100).still(30).to(98).still(20);
        BacktestResult result = late.run(VwapReversion::new, Map.of());
        assertEquals("LONG 98.0 98.0 order", Course.trades(result));
        assertEquals(
                "2024-01-09T20:55:00Z",
                Instant.ofEpochMilli(result.trips().get(0).exitTime()).toString());
    }
}
