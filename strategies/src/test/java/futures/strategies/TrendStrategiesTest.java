package futures.strategies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import futures.engine.BacktestResult;
import futures.model.FillRule;
import futures.model.RoundTrip;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Strategies that follow: they win in a trend, lose in a market that turns all the time, and pay what gaps cost. */
class TrendStrategiesTest {
    private static final Map<String, Object> EMA = Map.of("fast_period", 2, "slow_period", 5, "trail_atr", 0);
    private static final Map<String, Object> DONCHIAN = Map.of("entry_period", 5, "exit_period", 2);
    private static final Map<String, Object> ATR = Map.of("atr_period", 2, "units", 3);

    /** Turns around every three bars, by a point a bar. */
    private static Course chop() {
        Course course = Course.from(100).still(25);
        for (int i = 0; i < 20; i++) {
            course.move(3, 1).move(3, -1);
        }
        return course;
    }

    private static void assertLosesAllTheTime(BacktestResult result) {
        assertTrue(result.trips().size() > 10, () -> result.trips().size() + " round trips");
        assertTrue(result.trips().stream().allMatch(trip -> trip.net() < 0), () -> Course.trades(result));
    }

    /**
     * While the market falls by a point a bar, the averages are half a point and two points above it. From the low of 90 on they
     * are 90.83 and 91.67, then 91.61 and 91.78, then 92.54 and 92.19: it buys at 93. From the high of 130 on it is the same turned
     * around: it sells at 127.
     */
    @Test
    void theCrossOfExponentialAveragesFollowsATrend() {
        Course course = Course.from(100).still(20).move(10, -1).move(40, 1).move(10, -1);
        BacktestResult result = course.run(EmaCross::new, EMA);
        assertEquals("LONG 93.0 127.0 order", Course.trades(result));
        assertEquals(34 * 50, result.trips().get(0).net());
        assertEquals(-1, result.openPositions().get(0).side().sign());
    }

    @Test
    void theCrossTradesTheSideThatItIsToldTo() {
        Course course =
                Course.from(100).still(20).move(10, -1).move(40, 1).move(10, -1).move(10, 1);
        Map<String, Object> shorts = Map.of("fast_period", 2, "slow_period", 5, "trail_atr", 0, "sides", "short");
        assertEquals("SHORT 127.0 123.0 order", Course.trades(course.run(EmaCross::new, shorts)));
    }

    @Test
    void theCrossLosesWhereTheMarketTurnsAllTheTime() {
        assertLosesAllTheTime(chop().run(EmaCross::new, EMA));
    }

    /** Bars of a point each make an average true range near one point at 107: a trail of 3 of them sells about 3 below the high. */
    @Test
    void theTrailingStopOfTheCrossEndsATrendEarlier() {
        Course course = Course.from(100).still(20).move(10, -1).move(40, 1).move(4, -1);
        Map<String, Object> trailing = Map.of("fast_period", 2, "slow_period", 5, "trail_atr", 1);
        RoundTrip trip = course.run(EmaCross::new, trailing).trips().get(0);
        assertEquals(93.0, trip.entryPrice());
        assertTrue(trip.exitPrice() > 127 && trip.exitPrice() < 130, () -> "left at " + trip.exitPrice());
    }

    /**
     * Breaks out of a still market at 101; at 118 it closes below the two bars before, whose lows are 119. In the still market
     * the average range is next to nothing, so that the stop is a tick below the entry.
     */
    @Test
    void theChannelFollowsATrend() {
        Course course = Course.from(100).still(25).move(20, 1).move(3, -1);
        BacktestResult result = course.run(DonchianBreakout::new, DONCHIAN);
        assertEquals("LONG 101.0 118.0 order", Course.trades(result));
    }

    @Test
    void theChannelLosesOnFalseBreakouts() {
        Course course = Course.from(100).still(25);
        for (int i = 0; i < 12; i++) {
            course.to(101, 100).still(5).to(99, 100).still(5);
        }
        BacktestResult result = course.run(DonchianBreakout::new, DONCHIAN);
        assertTrue(
                Course.trades(result).startsWith("LONG 101.0 100.75 stop_loss; SHORT 99.0 99.25 stop_loss"),
                () -> Course.trades(result));
        assertLosesAllTheTime(result);
    }

    /** It is bought where the market opens after the breakout, not at the channel; a stop that is jumped over fills at the open. */
    @Test
    void gapsCostTheChannelWhatTheyCost() {
        Course course = Course.from(100)
                .still(25)
                .gap(110)
                .to(110)
                .gap(112)
                .to(113)
                .gap(104)
                .to(104);
        BacktestResult result = course.run(DonchianBreakout::new, DONCHIAN);
        assertEquals("LONG 112.0 104.0 stop_loss", Course.trades(result));
        assertEquals(FillRule.STOP_GAP, result.trips().get(0).exitRule());
    }

    /**
     * The average true range is a point. The third close, 103, is the first that counts, so that 106 begins the trend; 107 and 108 add a
     * unit each, three is the most. The highest close is 120: at 117 it turns around.
     */
    @Test
    void theTrendByRangeAddsUnitsAndTurnsAround() {
        Course course = Course.from(100).move(20, 1).move(4, -1);
        BacktestResult result = course.run(AtrTrend::new, ATR);
        assertEquals("LONG 106.0 117.0 order; LONG 107.0 117.0 order; LONG 108.0 117.0 order", Course.trades(result));
        assertEquals(-1, result.openPositions().get(0).side().sign());
    }

    @Test
    void theTrendByRangeLosesWhereTheMarketTurnsAllTheTime() {
        assertLosesAllTheTime(chop().run(AtrTrend::new, ATR));
    }

    @Test
    void theTrendByRangeWaitsForAMove() {
        Course course = Course.from(100).to(101, 100, 101, 100, 101, 100, 101, 100, 101, 100, 101, 100);
        assertEquals(0, course.run(AtrTrend::new, ATR).orders().size());
    }

    @Test
    void theBenchmarkBuysOnceAndHolds() {
        BacktestResult up = Course.from(100).to(101).move(50, 1).run(BuyAndHold::new, Map.of("contracts", 2));
        assertEquals(1, up.orders().size());
        assertEquals(0, up.trips().size());
        assertEquals(101.0, up.openPositions().get(0).entryPrice());
        assertEquals(100_000 + 50 * 2 * 50, up.equity().last());
        BacktestResult down = Course.from(100).to(101).move(50, -1).run(BuyAndHold::new, Map.of());
        assertEquals(100_000 - 50 * 50, down.equity().last());
    }
}
