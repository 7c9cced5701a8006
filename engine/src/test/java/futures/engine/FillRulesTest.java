package futures.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Rules 1 to 10 of docs/fills.md: where a single order fills. One table per sentence. */
class FillRulesTest {
    private static final FillSettings TOUCH = new FillSettings(false, false, true, true);
    private static final FillSettings ROUNDED = new FillSettings(true, true, true, true);
    private static final FillSettings UNCAPPED = new FillSettings(true, false, false, true);

    @Test
    void rule01AnOrderFillsInTheNextBarAtTheEarliest() {
        new GoldenTable().check("""
                100.00 102.00  98.00 101.00 | buy 1; buy 1 limit 99; sell 1 stop 98.5 |
                101.50 101.75 101.25 101.50 |       | #1 buy 1 @101.5 MARKET_AT_OPEN
                101.50 101.50 101.50 101.50 |       |
                """);
    }

    @Test
    void rule02PricesBetweenTicksCountAsTheWorseTick() {
        new GoldenTable().check("""
                100.00 100.00 100.00 100.00 | buy 1 |
                100.10 100.90 100.10 100.60 | close | #1 buy 1 @100.25 MARKET_AT_OPEN
                100.60 101.00 100.30 100.70 | sell 1 limit 100.75 | #2 sell 1 @100.5 MARKET_AT_OPEN
                100.70 100.90 100.60 100.70 |       |
                100.70 101.10 100.60 100.70 |       | #3 sell 1 @100.75 LIMIT_AT_PRICE
                """);
    }

    @Test
    void rule03AnOrderOffTheTickGridIsRefused() {
        BacktestResult result = new GoldenTable().check("""
                100.00 101.00  99.00 100.00 | buy 1 limit 99.6; buy 1 tp@103.3 |
                 99.00  99.00  98.00  98.50 |       |
                """);
        assertEquals(
                List.of(
                        "price 99.6 is not a multiple of the tick size 0.25",
                        "target 103.3 is not a multiple of the tick size 0.25"),
                result.rejectedOrders().stream().map(OrderLife::reason).toList());
    }

    @Test
    void rule03OrItIsRoundedToTheWorseTickAndSaysSo() {
        BacktestResult result = new GoldenTable().settings(ROUNDED).check("""
                100.00 101.00  99.00 100.00 | buy 1 limit 98.6; sell 1 limit 101.4 |
                100.00 101.50  98.50 100.00 |       | #1 buy 1 @98.75 LIMIT_AT_PRICE?; #2 sell 1 @101.25 LIMIT_AT_PRICE?
                """);
        assertEquals(
                "price 98.6 is not a multiple of the tick size 0.25, rounded to the worse tick",
                result.orders().get(0).reason());
    }

    @Test
    void rule04MarketOrdersFillFirstAtTheOpenInTheOrderOfSending() {
        new GoldenTable().check("""
                100.00 101.00  99.00 100.00 | buy 1 sl 8 |
                100.00 101.00  99.00 100.00 | close; sell 2 | #1 buy 1 @100 MARKET_AT_OPEN
                 97.00  98.00  96.00  97.00 |       | #3 sell 1 @97 MARKET_AT_OPEN; #4 sell 2 @97 MARKET_AT_OPEN
                """);
    }

    @Test
    void rule05SlippageMakesMarketOrdersAndStopsWorseButEndsAtTheBarsExtreme() {
        new GoldenTable().slippage(2).check("""
                100.00 101.00  99.00 100.00 | buy 1; buy 1 limit 99.5; sell 1 stop 98.5 |
                100.00 100.25  99.00  99.25 |       | #1 buy 1 @100.25 MARKET_AT_OPEN; #2 buy 1 @99.5 LIMIT_AT_PRICE
                 99.00  99.00  97.00  97.50 |       | #3 sell 1 @98 STOP_AT_PRICE
                """);
    }

    @Test
    void rule05UnlessItIsToldThatSlippageMayGoBeyond() {
        new GoldenTable().slippage(2).settings(UNCAPPED).check("""
                100.00 101.00  99.00 100.00 | buy 1 |
                100.00 100.25  99.00  99.25 |       | #1 buy 1 @100.5 MARKET_AT_OPEN
                """);
    }

    @Test
    void rule06AStopFillsAtItsPriceWhenTheBarTradesThere() {
        new GoldenTable().check("""
                100.00 101.00  99.00 100.00 | buy 1 stop 101; sell 1 stop 98 |
                100.00 100.75  98.25 100.00 |       |
                100.00 101.00  99.00 100.00 |       | #1 buy 1 @101 STOP_AT_PRICE
                 99.00  99.00  98.00  98.25 |       | #2 sell 1 @98 STOP_AT_PRICE
                """);
    }

    @Test
    void rule07AStopThatTheOpenHasPassedFillsAtTheOpen() {
        new GoldenTable().slippage(1).check("""
                100.00 101.00  99.00 100.00 | buy 1 stop 101; sell 1 stop 98 |
                103.00 104.00 102.00 103.00 |       | #1 buy 1 @103.25 STOP_GAP
                 95.00  96.00  94.00  95.00 |       | #2 sell 1 @94.75 STOP_GAP
                """);
    }

    @Test
    void rule08ALimitFillsAtItsPriceWhenTheBarTradesATickThroughIt() {
        new GoldenTable().check("""
                100.00 101.00  99.00 100.00 | buy 1 limit 99; sell 1 limit 102 |
                100.00 102.00  99.00 100.00 |       |
                100.00 101.00  98.75 100.00 |       | #1 buy 1 @99 LIMIT_AT_PRICE
                100.00 102.25  99.00 100.00 |       | #2 sell 1 @102 LIMIT_AT_PRICE
                """);
    }

    @Test
    void rule08OrWhenItIsTouchedIfToldSo() {
        new GoldenTable().settings(TOUCH).check("""
                100.00 101.00  99.00 100.00 | buy 1 limit 99 |
                100.00 101.00  99.00 100.00 |       | #1 buy 1 @99 LIMIT_AT_PRICE
                """);
    }

    @Test
    void rule09ALimitThatTheOpenIsThroughFillsAtTheOpenWithoutSlippage() {
        new GoldenTable().slippage(2).check("""
                100.00 101.00  99.00 100.00 | buy 1 limit 99; sell 1 limit 102 |
                 97.00  98.00  96.00  97.00 |       | #1 buy 1 @97 LIMIT_GAP
                104.00 105.00 103.00 104.00 |       | #2 sell 1 @104 LIMIT_GAP
                """);
    }

    @Test
    void rule10TheLegsOfABracketWorkFromTheEntryOnAndTheOtherDiesWithTheFirst() {
        BacktestResult result = new GoldenTable().check("""
                100.00 101.00  99.00 100.00 | buy 1 sl 4 tp 8 |
                100.00 100.50  99.00  99.25 |       | #1 buy 1 @100 MARKET_AT_OPEN; #2 sell 1 @99 STOP_AT_PRICE
                100.00 103.00  99.50 102.00 | sell 1 sl 4 tp 8 |
                100.00 100.75  97.50  98.00 |       | #4 sell 1 @100 MARKET_AT_OPEN; #6 buy 1 @98 LIMIT_AT_PRICE
                 98.00 105.00  97.00 104.00 |       |
                """);
        assertEquals(OrderStatus.CANCELLED, result.orders().get(2).status());
        assertEquals(
                "its position was closed by order 2", result.orders().get(2).reason());
        assertEquals(OrderStatus.CANCELLED, result.orders().get(4).status());
        assertEquals(0, result.ambiguousBars());
    }

    @Test
    void rule10LegsStandAtTicksFromTheFillWithItsSlippage() {
        new GoldenTable().slippage(1).check("""
                100.00 101.00  99.00 100.00 | buy 1 sl 4 tp 8 |
                100.00 101.00  99.50 100.25 |       | #1 buy 1 @100.25 MARKET_AT_OPEN
                100.25 102.50 100.00 102.00 |       | #3 sell 1 @102.25 LIMIT_AT_PRICE
                """);
    }

    @Test
    void aFillStandsInsideItsBarWithoutSlippage() {
        BacktestResult result = new GoldenTable().check("""
                100.00 101.00  99.00 100.00 | buy 1 stop 101 sl 2 |
                100.00 101.25 100.75 101.00 |       | #1 buy 1 @101 STOP_AT_PRICE
                 99.00  99.25  98.75  99.00 |       | #2 sell 1 @99 STOP_GAP
                """);
        assertTrue(result.trips().get(0).net() < 0);
    }
}
