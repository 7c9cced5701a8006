package futures.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Rules 11 to 18 of docs/fills.md: several things in one bar, and who closes what. */
class BarOrderRulesTest {
    @Test
    void rule11StopAndTargetInOneBarCountAsTheStopAndAreMarked() {
        BacktestResult result = new GoldenTable().check("""
                100.00 101.00  99.00 100.00 | buy 1 sl 4 tp 4 |
                100.00 102.00  98.00 101.00 |       | #1 buy 1 @100 MARKET_AT_OPEN; #2 sell 1 @99 STOP_BEFORE_TARGET?
                """);
        assertEquals(1, result.ambiguousBars());
        assertTrue(result.trips().get(0).ambiguous());
    }

    @Test
    void rule11ButAnOpenBeyondOneOfThemDecides() {
        BacktestResult result = new GoldenTable().check("""
                100.00 101.00  99.00 100.00 | buy 1 sl 4 tp 4 |
                100.00 100.50  99.50 100.00 |       | #1 buy 1 @100 MARKET_AT_OPEN
                101.50 102.00  98.00 101.00 |       | #3 sell 1 @101.5 LIMIT_GAP
                """);
        assertEquals(0, result.ambiguousBars());
        assertFalse(result.trips().get(0).ambiguous());
    }

    @Test
    void rule12AStopReachedInTheBarOfAStopEntryIsTakenAndMarked() {
        BacktestResult result = new GoldenTable().check("""
                100.00 101.00  99.00 100.00 | buy 1 stop 101 sl 8 |
                100.00 101.50  98.50 101.25 |       | #1 buy 1 @101 STOP_AT_PRICE; #2 sell 1 @99 STOP_AFTER_ENTRY?
                """);
        assertEquals(1, result.ambiguousBars());
        assertTrue(result.trips().get(0).ambiguous());
    }

    @Test
    void rule12ButTheCloseBeyondTheStopMakesItCertain() {
        BacktestResult result = new GoldenTable().check("""
                100.00 101.00  99.00 100.00 | buy 1 stop 101 sl 8 |
                100.00 101.50  98.50  98.75 |       | #1 buy 1 @101 STOP_AT_PRICE; #2 sell 1 @99 STOP_AT_PRICE
                """);
        assertEquals(0, result.ambiguousBars());
    }

    @Test
    void rule12AndSoDoesALimitEntryThatPriceFellThrough() {
        BacktestResult result = new GoldenTable().check("""
                100.00 101.00  99.00 100.00 | buy 1 limit 99 sl 4 |
                100.00 100.00  97.50  99.50 |       | #1 buy 1 @99 LIMIT_AT_PRICE; #2 sell 1 @98 STOP_AT_PRICE
                """);
        assertEquals(0, result.ambiguousBars());
    }

    @Test
    void rule13ATargetReachedInTheBarOfALimitEntryNeedsTheCloseBeyondIt() {
        BacktestResult result = new GoldenTable().check("""
                100.00 101.00  99.00 100.00 | buy 1 limit 99 tp 4 |
                100.00 100.75  98.50  99.50 |       | #1 buy 1 @99 LIMIT_AT_PRICE
                 99.50 100.00  99.25  99.50 | close |
                 99.50 100.00  99.25  99.50 | buy 1 limit 99 tp 4 | #3 sell 1 @99.5 MARKET_AT_OPEN
                 99.50 101.00  98.50 100.25 |       | #4 buy 1 @99 LIMIT_AT_PRICE; #5 sell 1 @100 TARGET_BY_CLOSE
                """);
        assertEquals(1, result.ambiguousBars());
        assertTrue(result.trips().get(0).ambiguous());
        assertFalse(result.trips().get(1).ambiguous());
    }

    @Test
    void rule13ATargetBeyondAStopEntryIsReachedAfterIt() {
        new GoldenTable().check("""
                100.00 101.00  99.00 100.00 | buy 1 stop 101 sl 20 tp 4 |
                100.00 102.50  99.50 100.00 |       | #1 buy 1 @101 STOP_AT_PRICE; #3 sell 1 @102 LIMIT_AT_PRICE
                """);
    }

    @Test
    void rule14AnExitThatPriceHadPassedAtTheEntryFillsThere() {
        new GoldenTable().slippage(1).check("""
                100.00 101.00  99.00 100.00 | buy 1 limit 99 sl@99.5; sell 1 limit 102 tp@103 |
                100.00 100.25  98.50  99.50 |       | #1 buy 1 @99 LIMIT_AT_PRICE; #3 sell 1 @98.75 EXIT_AT_ENTRY
                100.00 102.50 100.00 101.00 |       | #2 sell 1 @102 LIMIT_AT_PRICE; #4 buy 1 @102 EXIT_AT_ENTRY
                """);
    }

    @Test
    void rule15StopsComeBeforeLimitsBeforeTargets() {
        BacktestResult result = new GoldenTable().check("""
                100.00 101.00  99.00 100.00 | buy 1 tp 4 |
                100.00 100.00 100.00 100.00 | buy 1 limit 99; sell 1 stop 99.5 reduce | #1 buy 1 @100 MARKET_AT_OPEN
                100.00 102.00  98.00 100.00 |       | #4 sell 1 @99.5 STOP_AT_PRICE?; #3 buy 1 @99 LIMIT_AT_PRICE?
                """);
        assertEquals(OrderStatus.CANCELLED, result.orders().get(1).status());
    }

    @Test
    void rule15OfEqualKindTheNearerToTheOpenThenTheOlder() {
        new GoldenTable().check("""
                100.00 101.00  99.00 100.00 | buy 1 limit 98; buy 1 limit 99; buy 2 limit 99 |
                100.00 100.00  97.00  98.00 |       | #2 buy 1 @99 LIMIT_AT_PRICE; #3 buy 2 @99 LIMIT_AT_PRICE; #1 buy 1 @98 LIMIT_AT_PRICE
                """);
    }

    @Test
    void rule16OrdersOnBothSidesOfTheOpenMakeABarAmbiguous() {
        BacktestResult result = new GoldenTable().check("""
                100.00 101.00  99.00 100.00 | buy 1 stop 101; sell 1 stop 99 |
                100.00 101.25  98.75 100.00 |       | #1 buy 1 @101 STOP_AT_PRICE?; #2 sell 1 @99 STOP_AT_PRICE?
                """);
        assertEquals(1, result.ambiguousBars());
    }

    @Test
    void rule17AnOrderClosesTheOldestContractsFirstAndOpensWithTheRest() {
        BacktestResult result = new GoldenTable().check("""
                100.00 101.00  99.00 100.00 | buy 2 |
                100.00 100.00 100.00 100.00 | buy 1 | #1 buy 2 @100 MARKET_AT_OPEN
                102.00 102.00 102.00 102.00 | sell 5 | #2 buy 1 @102 MARKET_AT_OPEN
                103.00 103.00 103.00 103.00 |       | #3 sell 5 @103 MARKET_AT_OPEN
                """);
        assertEquals(2, result.trips().size());
        assertEquals(2, result.trips().get(0).contracts());
        assertEquals(12, result.trips().get(0).ticks());
        assertEquals(4, result.trips().get(1).ticks());
        assertEquals(2, result.openPositions().get(0).contracts());
    }

    @Test
    void rule17ALegClosesItsOwnContracts() {
        BacktestResult result = new GoldenTable().check("""
                100.00 101.00  99.00 100.00 | buy 1 |
                100.00 100.00 100.00 100.00 | buy 1 sl 4 | #1 buy 1 @100 MARKET_AT_OPEN
                102.00 102.00 102.00 102.00 |       | #2 buy 1 @102 MARKET_AT_OPEN
                102.00 102.00 100.50 101.50 |       | #3 sell 1 @101 STOP_AT_PRICE
                """);
        assertEquals(2, result.trips().get(0).entryOrder());
    }

    @Test
    void rule18AReducingOrderNeverOpens() {
        BacktestResult result = new GoldenTable().check("""
                100.00 101.00  99.00 100.00 | buy 1; sell 3 reduce; sell 1 reduce |
                100.00 100.00 100.00 100.00 | buy 1 limit 101 reduce; buy 1 reduce sl 4 | #1 buy 1 @100 MARKET_AT_OPEN; #2 sell 1 @100 MARKET_AT_OPEN
                 99.00  99.00  99.00  99.00 |       |
                """);
        assertEquals("there was no position to reduce", result.orders().get(2).reason());
        assertEquals(OrderStatus.WORKING, result.orders().get(3).status());
        assertEquals(OrderStatus.REJECTED, result.orders().get(4).status());
    }

    @Test
    void rule18AReducingStopThatPriceHadPassedFillsAtTheEntryAndNeverAboveTheBar() {
        new GoldenTable().check("""
                100.00 101.00  99.00 100.00 | sell 1 stop 99.5 reduce; buy 1 limit 98 |
                 99.00  99.00  97.50  98.50 |       | #2 buy 1 @98 LIMIT_AT_PRICE; #1 sell 1 @98 EXIT_AT_ENTRY
                """);
    }
}
