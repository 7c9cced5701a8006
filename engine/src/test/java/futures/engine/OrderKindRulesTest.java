package futures.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import futures.model.Order;
import futures.model.Side;
import org.junit.jupiter.api.Test;

/** Rules 24 to 33 of docs/fills.md: kinds of orders. One table per sentence. */
class OrderKindRulesTest {
    private static final FillSettings SAME_CLOSE = FillSettings.STANDARD.withTiming(FillTiming.SAME_CLOSE);
    private static final FillSettings ROUNDED = new FillSettings(true, true, true, true);

    @Test
    void rule24AMarketOrderFillsAtTheCloseOfItsOwnBarIfToldSo() {
        BacktestResult result =
                new GoldenTable().settings(SAME_CLOSE).slippage(1).check("""
                100.00 101.00  99.00 100.00 | buy 1 sl 4 | #1 buy 1 @100.25 SAME_CLOSE
                100.00 101.00  99.50 100.75 |            |
                100.00 100.50  99.00  99.25 |            | #2 sell 1 @99 STOP_AT_PRICE
                """);
        assertEquals(FillTiming.SAME_CLOSE, result.manifest().fills().timing());
        assertEquals(100_000 - 12.50, result.equity().equity(0), "marked at the close at which it was bought");
    }

    @Test
    void rule25AMarketOnOpenOrderFillsWhenTheNextTradingDayOpens() {
        new GoldenTable().slippage(1).check("""
                100.00 101.00  99.00 100.00 | buy 1 onopen |
                100.00 101.00  99.00 100.00 |              |
                ---
                103.00 104.00 102.00 103.50 |              | #1 buy 1 @103.25 ON_OPEN
                """);
    }

    @Test
    void rule26AMarketOnCloseOrderFillsAtTheLastCloseOfTheDay() {
        new GoldenTable().slippage(1).check("""
                100.00 101.00  99.00 100.00 | buy 1 onclose; sell 1 onclose |
                100.00 101.00  99.00 100.50 |                               |
                100.50 103.00 100.00 102.00 | buy 2 onclose                 | #1 buy 1 @102.25 ON_CLOSE; #2 sell 1 @101.75 ON_CLOSE
                ---
                103.00 104.00 102.00 103.50 |                               |
                103.50 104.00 102.00 103.00 |                               | #3 buy 2 @103.25 ON_CLOSE
                """);
    }

    @Test
    void rule27AMarketIfTouchedOrderFillsOnTouchWithSlippage() {
        new GoldenTable().slippage(1).check("""
                100.00 101.00  99.00 100.00 | buy 1 touch 98 |
                100.00 100.50  98.25 100.00 |                |
                100.00 100.50  98.00  99.00 |                | #1 buy 1 @98.25 TOUCHED_AT_PRICE
                 99.00 100.00  98.00  99.00 | sell 1 touch 100 |
                101.00 102.00 100.00 101.00 |                | #2 sell 1 @100.75 TOUCHED_GAP
                """);
    }

    @Test
    void rule28AStopLimitOrderFillsWithinItsLimit() {
        new GoldenTable().slippage(2).check("""
                100.00 101.00  99.00 100.00 | buy 1 stoplimit 101 101.5 |
                100.00 100.75  99.00 100.00 |                           |
                100.00 101.75 100.00 101.00 |                           | #1 buy 1 @101 STOP_LIMIT_AT_PRICE
                """);
        new GoldenTable().check("""
                100.00 101.00  99.00 100.00 | buy 1 stoplimit 101 102 |
                101.25 102.75 101.00 102.00 |                         | #1 buy 1 @101.25 STOP_LIMIT_GAP
                """);
    }

    @Test
    void rule28TriggeredBeyondItsLimitItWaitsAsALimit() {
        new GoldenTable().check("""
                100.00 101.00  99.00 100.00 | buy 1 stoplimit 101 101.5 |
                103.00 104.00 102.00 103.00 |                           |
                103.00 103.50 101.25 102.00 |                           | #1 buy 1 @101.5 LIMIT_AT_PRICE
                """);
        new GoldenTable().check("""
                100.00 101.00  99.00 100.00 | buy 1 stoplimit 101 101.5 |
                103.00 104.00 101.00 103.00 |                           | #1 buy 1 @101.5 LIMIT_AT_PRICE
                """);
    }

    @Test
    void rule28TriggeredInsideTheBarAtItsLimitOnlyTheCloseProvesTheFill() {
        new GoldenTable().check("""
                100.00 101.00  99.00 100.00 | buy 1 stoplimit 101 101 |
                100.00 101.50  99.50 101.25 |                         |
                101.25 101.50 100.75 101.00 |                         | #1 buy 1 @101 LIMIT_AT_PRICE
                """);
        new GoldenTable().check("""
                100.00 101.00  99.00 100.00 | buy 1 stoplimit 101 101 |
                100.00 101.50  99.50 100.75 |                         | #1 buy 1 @101 LIMIT_AT_PRICE
                """);
    }

    @Test
    void rule28ALimitBetterThanTheStopIsNoOrder() {
        assertThrows(IllegalArgumentException.class, () -> Order.stopLimit(Side.LONG, 1, 101, 100.75));
        assertThrows(IllegalArgumentException.class, () -> Order.stopLimit(Side.SHORT, 1, 99, 99.25));
    }

    @Test
    void rule29ATrailingStopFollowsTheHighsOfFinishedBars() {
        new GoldenTable().check("""
                100.00 100.00 100.00 100.00 | buy 1; sell 1 trail 8 reduce |
                100.00 103.00  99.00 102.00 |      | #1 buy 1 @100 MARKET_AT_OPEN
                102.00 102.50 101.25 102.00 |      |
                102.00 104.00 101.25 103.50 |      |
                103.50 103.75 102.00 103.00 |      | #2 sell 1 @102 TRAILING_AT_PRICE
                """);
    }

    @Test
    void rule29AsALegItStartsAtTheFillAndCountsOnlyTheCloseOfABarEnteredInside() {
        new GoldenTable().check("""
                100.00 100.00 100.00 100.00 | buy 1 limit 99 sl ~4 |
                100.00 105.00  98.50 100.00 |      | #1 buy 1 @99 LIMIT_AT_PRICE
                100.00 100.25  99.25 100.00 |      |
                100.00 100.25  99.00 100.00 |      | #2 sell 1 @99.25 TRAILING_AT_PRICE
                """);
    }

    @Test
    void rule30ATrailingStopSlipsAndGapsAsAStop() {
        new GoldenTable().slippage(1).check("""
                100.00 100.00 100.00 100.00 | sell 1 trail 4 |
                 98.00  99.00  97.00  98.00 |                | #1 sell 1 @97.75 TRAILING_GAP
                """);
    }

    @Test
    void rule31TheDistanceIsInTicksPointsOrAverageTrueRanges() {
        BacktestResult result = new GoldenTable().check("""
                100.00 100.00 100.00 100.00 | sell 1 trail 2xatr2; sell 1 trail 1.1pt |
                100.00 101.00  99.00 100.00 |                    |
                100.00 101.00  99.00 100.00 | sell 1 trail 2xatr2 |
                100.00 100.00  97.00  97.00 |                    |
                 97.00  97.00  96.00  96.50 |                    | #3 sell 1 @96 TRAILING_AT_PRICE
                """);
        assertEquals(
                "the average true range over 2 bars is not known yet",
                result.orders().get(0).reason());
        assertEquals(
                "trail 1.1 is not a multiple of the tick size 0.25",
                result.orders().get(1).reason());
        new GoldenTable().settings(ROUNDED).check("""
                100.00 100.00 100.00 100.00 | sell 1 trail 1.1pt |
                100.00 100.00  99.00 100.00 |                    |
                100.00 100.00  98.75  99.00 |                    | #1 sell 1 @98.75 TRAILING_AT_PRICE
                """);
    }

    @Test
    void rule32OneCancelsTheOther() {
        BacktestResult result = new GoldenTable().check("""
                100.00 101.00  99.00 100.00 | oco buy 1 stop 102 / sell 1 stop 98 |
                100.00 102.50  99.00 102.00 |      | #1 buy 1 @102 STOP_AT_PRICE
                102.00 102.00  97.00  97.00 |      |
                """);
        assertEquals("order 1 of its group filled", result.orders().get(1).reason());
        assertEquals(0, result.ambiguousBars());
    }

    @Test
    void rule32ReachedInOneBarTheFillIsAmbiguous() {
        new GoldenTable().check("""
                100.00 101.00  99.00 100.00 | oco buy 1 limit 98 / buy 2 limit 97 |
                100.00 100.50  96.00  97.00 |      | #1 buy 1 @98 LIMIT_AT_PRICE?
                """);
        new GoldenTable().check("""
                100.00 101.00  99.00 100.00 | oco buy 1 limit 98 / buy 2 limit 97 |
                 96.00  98.00  95.00  97.00 |      | #1 buy 1 @96 LIMIT_GAP
                """);
    }

    @Test
    void rule33ReplacingIsCancellingAndSendingMovingKeepsTheNumber() {
        BacktestResult result = new GoldenTable().check("""
                100.00 101.00  99.00 100.00 | buy 1 limit 95; buy 1 limit 94 sl 4 |
                100.00 101.00  99.00 100.00 | move 1 98; replace 2 by buy 1 stop 103 sl 40; move 2 99; move 1 98.1 |
                100.00 103.00  97.00 103.00 |      | #3 buy 1 @103 STOP_AT_PRICE?; #1 buy 1 @98 LIMIT_AT_PRICE?
                103.00 103.00 102.50 103.00 | move 4 102.5 |
                103.00 103.00 102.50 103.00 |      | #4 sell 1 @102.5 STOP_AT_PRICE
                """);
        assertEquals("replaced by order 3", result.orders().get(1).reason());
        assertEquals(98, result.orders().get(0).price());
    }

    @Test
    void flattenCancelsEntriesAndCloses() {
        BacktestResult result = new GoldenTable().check("""
                100.00 101.00  99.00 100.00 | buy 1 sl 40; buy 1 limit 90 |
                100.00 101.00  99.00 100.00 | flatten | #1 buy 1 @100 MARKET_AT_OPEN
                100.00 101.00  89.00  90.00 |         | #4 sell 1 @100 MARKET_AT_OPEN
                """);
        assertEquals(
                "its position was closed by order 4", result.orders().get(2).reason());
    }
}
