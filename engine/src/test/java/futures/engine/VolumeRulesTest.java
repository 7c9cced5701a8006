package futures.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Rules 42 and 43 of docs/fills.md: a share of a bar's volume. */
class VolumeRulesTest {
    private static final FillSettings TENTH = FillSettings.STANDARD.withMaxBarParticipation(0.1);

    @Test
    void rule42AllFillsOfABarTogetherHaveAShareOfItsVolume() {
        BacktestResult result = new GoldenTable().settings(TENTH).check("""
                100.00 101.00  99.00 100.00 100 | buy 5 limit 98 sl 8; buy 2 limit 97.5 |
                100.00 100.50  97.00  98.00  39 |      | #1 buy 3 @98 LIMIT_AT_PRICE
                 98.00  98.00  97.25  98.00  30 |      | #1 buy 2 @98 LIMIT_AT_PRICE; #2 buy 1 @97.5 LIMIT_AT_PRICE
                 98.00  98.00  97.00  98.00   9 |      |
                 98.00  98.00  97.25  98.00  50 |      | #2 buy 1 @97.5 LIMIT_AT_PRICE
                """);
        assertEquals(5, result.orders().get(0).filled());
        assertEquals(
                "[3, 2]",
                result.orders().stream()
                        .filter(order -> order.entryOrder() != null)
                        .map(OrderLife::contracts)
                        .toList()
                        .toString(),
                "each part has its own stop");
    }

    @Test
    void rule43TheRestOfAStopFillsAtTheNextOpenFirst() {
        new GoldenTable().settings(TENTH).slippage(1).check("""
                100.00 101.00  99.00 100.00 100 | buy 5 stop 101; sell 1 |
                100.00 101.50  99.00 101.00  30 | buy 1 | #2 sell 1 @99.75 MARKET_AT_OPEN; #1 buy 2 @101.25 STOP_AT_PRICE
                102.00 103.00 101.00 102.00  40 |       | #1 buy 3 @102.25 REST_AT_OPEN; #3 buy 1 @102.25 MARKET_AT_OPEN
                """);
    }

    @Test
    void rule43TheRestOfAMarketOrderFillsAtTheNextOpen() {
        new GoldenTable().settings(TENTH).check("""
                100.00 101.00  99.00 100.00 100 | buy 5 |
                100.00 101.00  99.00 100.00  30 |       | #1 buy 3 @100 MARKET_AT_OPEN
                101.00 101.00  99.00 100.00  30 |       | #1 buy 2 @101 MARKET_AT_OPEN
                """);
    }
}
