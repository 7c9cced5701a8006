package futures.strategies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import futures.engine.Backtest;
import futures.engine.BacktestRequest;
import futures.engine.BacktestResult;
import futures.engine.Costs;
import futures.engine.Market;
import futures.model.BarSeries;
import futures.model.FillRule;
import futures.model.RoundTrip;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Markets that open away from where they closed: what is held meets the gap, and no price is made that nobody quoted. */
class GapsTest {
    private static final Map<String, Object> EMA = Map.of("fast_period", 2, "slow_period", 5, "trail_atr", 0);
    private static final Map<String, Object> SMA =
            Map.of("fast_period", 2, "slow_period", 5, "exits", "ticks", "stop_ticks", 8, "target_ticks", 0);

    /**
     * After 99 and 103 the average of two closes is 101, that of five 100.4: it buys at the next open, which is 110 and not 103. The
     * stop two points below, at 108, is jumped over: it sells at 104.
     */
    @Test
    void theSimpleCrossBuysAfterTheGapAndIsStoppedBehindTheNext() {
        BacktestResult result = Course.from(100)
                .still(20)
                .to(99, 103)
                .gap(110)
                .to(112)
                .gap(104)
                .to(104)
                .run(SimpleMAStrategy::new, SMA);
        assertEquals("LONG 110.0 104.0 stop_loss", Course.trades(result));
        assertEquals(FillRule.STOP_GAP, result.trips().get(0).exitRule());
    }

    /**
     * In a still market it does nothing. From 103 it holds to 143 and sells at 141, where the averages are 141.5 and 141.8. Where the
     * market turns every three bars it loses each time.
     */
    @Test
    void theSimpleCrossInTrendAndChop() {
        assertEquals(
                0,
                Course.from(100)
                        .still(40)
                        .run(SimpleMAStrategy::new, SMA)
                        .orders()
                        .size());
        BacktestResult trend =
                Course.from(100).still(20).to(99, 103).move(40, 1).move(10, -1).run(SimpleMAStrategy::new, SMA);
        assertEquals("LONG 103.0 141.0 order", Course.trades(trend));
        Course chop = Course.from(100).still(25);
        for (int i = 0; i < 20; i++) {
            chop.move(3, 1).move(3, -1);
        }
        BacktestResult result = chop.run(SimpleMAStrategy::new, SMA);
        assertTrue(result.trips().size() > 10, () -> Course.trades(result));
        assertTrue(result.trips().stream().allMatch(trip -> trip.net() < 0), () -> Course.trades(result));
    }

    /**
     * Long at 93 as in a trend without gaps, where it leaves at 127. After 130 the market opens at 100: the averages, 129.5 and
     * 128, are 109.8 and 118.7 at that bar's close, and it turns around at the open after it. The gap is lost.
     */
    @Test
    void theExponentialCrossLosesWhatAGapTakes() {
        Course course = Course.from(100)
                .still(20)
                .move(10, -1)
                .move(40, 1)
                .gap(100)
                .to(100)
                .still(2);
        BacktestResult result = course.run(EmaCross::new, EMA);
        assertEquals("LONG 93.0 100.0 order", Course.trades(result));
        assertEquals(-1, result.openPositions().get(0).side().sign());
    }

    /** A stop that trails a range of about a point behind 130 cannot sell above the open of 100. */
    @Test
    void theTrailingStopOfTheCrossIsJumpedOver() {
        Course course = Course.from(100)
                .still(20)
                .move(10, -1)
                .move(40, 1)
                .gap(100)
                .to(100)
                .still(2);
        Map<String, Object> trailing = Map.of("fast_period", 2, "slow_period", 5, "trail_atr", 1);
        RoundTrip trip = course.run(EmaCross::new, trailing).trips().get(0);
        assertEquals(93.0, trip.entryPrice());
        assertEquals(100.0, trip.exitPrice());
        assertEquals(FillRule.TRAILING_GAP, trip.exitRule());
    }

    /**
     * Three units long, at 106, 107 and 108. The gap from 120 to 100 makes the range of two bars 10.5, so that the stop is 31.5 below
     * 120 and it stays; a still bar makes it 5.25: 100 is below 120 − 15.75, and it turns around.
     */
    @Test
    void aGapWidensTheRangeThatTheTrendIsMeasuredBy() {
        Course course = Course.from(100).move(20, 1).gap(100).to(100).still(3);
        BacktestResult result = course.run(AtrTrend::new, Map.of("atr_period", 2, "units", 3));
        assertEquals("LONG 106.0 100.0 order; LONG 107.0 100.0 order; LONG 108.0 100.0 order", Course.trades(result));
        assertEquals(-1, result.openPositions().get(0).side().sign());
    }

    /** Opens at 112 after the signal at 106: the first unit costs 112, and the next is asked for half a range further up. */
    @Test
    void theTrendByRangeEntersBehindAGap() {
        Course course = Course.from(100).move(6, 1).gap(112).to(112);
        BacktestResult result = course.run(AtrTrend::new, Map.of("atr_period", 2, "units", 3));
        assertEquals(112.0, result.openPositions().get(0).entryPrice());
        assertEquals(2, result.orders().size());
    }

    @Test
    void theBenchmarkHoldsThroughChopAndGaps() {
        Course course = Course.from(100).to(101);
        for (int i = 0; i < 20; i++) {
            course.move(3, 1).move(3, -1);
        }
        BacktestResult result = course.gap(90).to(90).gap(95).to(95).run(BuyAndHold::new, Map.of());
        assertEquals(1, result.orders().size());
        assertEquals(100_000 - 6 * 50, result.equity().last());
    }

    /**
     * A year of days that begin up to fifty points from where the last one ended: every stop that was jumped over filled at its
     * bar's open, there were some, and all other exits are prices of their bars.
     */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "SimpleMAStrategy",
                "EmaCross",
                "DonchianBreakout",
                "RsiReversion",
                "BollingerReversion",
                "AtrTrend"
            })
    void whatIsHeldOvernightMeetsTheGaps(String name) {
        BarSeries bars = MadeDays.gaps(250, 5, 3);
        Map<Long, Integer> at = new HashMap<>();
        for (int i = 0; i < bars.size(); i++) {
            at.put(bars.openTime(i), i);
        }
        BacktestResult result = Backtest.run(BacktestRequest.of(
                        ShippedStrategies.all().stream()
                                .filter(provider -> provider.get().name().equals(name))
                                .findFirst()
                                .orElseThrow(),
                        Market.of(bars, Course.ES))
                .withCosts(Costs.NONE));
        int jumped = 0;
        int overnight = 0;
        for (RoundTrip trip : result.trips()) {
            int bar = at.get(trip.exitTime());
            if (trip.exitRule() == FillRule.STOP_GAP || trip.exitRule() == FillRule.TRAILING_GAP) {
                assertEquals(bars.open(bar), trip.exitPrice(), trip::toString);
                jumped++;
            }
            assertTrue(bars.low(bar) <= trip.exitPrice() && trip.exitPrice() <= bars.high(bar), trip::toString);
            overnight += Course.ES
                            .calendar()
                            .tradingDay(trip.entryTime())
                            .equals(Course.ES.calendar().tradingDay(trip.exitTime()))
                    ? 0
                    : 1;
        }
        assertTrue(overnight > 10, name + " held " + overnight + " overnight");
        assertTrue(name.equals("AtrTrend") || jumped > 0, name + " had " + jumped + " stops jumped over");
    }
}
