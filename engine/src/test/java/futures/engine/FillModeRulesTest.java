package futures.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Rules 38 to 41 of docs/fills.md: other ways to read a bar. One table per sentence. */
class FillModeRulesTest {
    @Test
    void rule38DoubtIsMarkedAlikeInEveryMode() {
        String bothLegs = """
                100.00 100.00 100.00 100.00 | buy 1 sl 4 tp 4 |
                100.00 100.50  99.50 100.00 |                 | #1 buy 1 @100 MARKET_AT_OPEN
                100.00 102.00  98.00 100.00 |                 | %s
                """;
        check(FillMode.PESSIMISTIC, bothLegs, "#2 sell 1 @99 STOP_BEFORE_TARGET?");
        check(FillMode.OPTIMISTIC, bothLegs, "#3 sell 1 @101 TARGET_BEFORE_STOP?");
        check(FillMode.OHLC, bothLegs, "#2 sell 1 @99 STOP_AT_PRICE?");
    }

    @Test
    void rule38ContractsHeldOnInDoubtAreMarked() {
        BacktestResult result = new GoldenTable().mode(FillMode.OPTIMISTIC).check("""
                100.00 100.00 100.00 100.00 | buy 1 stop 101 sl 4 |
                100.00 101.50  99.00 101.00 |                     | #1 buy 1 @101 STOP_AT_PRICE
                101.00 101.00  99.00 100.00 |                     | #2 sell 1 @100 STOP_AT_PRICE
                """);
        assertTrue(result.trips().get(0).ambiguous());
        assertEquals(1, result.ambiguousBars());
    }

    @Test
    void rule39TheOptimistTakesTheTargetOfALimitEntryInItsBar() {
        String table = """
                100.00 100.00 100.00 100.00 | buy 1 limit 99 tp 4 |
                100.00 101.00  98.00  99.00 |                     | %s
                """;
        check(FillMode.PESSIMISTIC, table, "#1 buy 1 @99 LIMIT_AT_PRICE");
        check(FillMode.OPTIMISTIC, table, "#1 buy 1 @99 LIMIT_AT_PRICE; #2 sell 1 @100 TARGET_AFTER_ENTRY?");
    }

    @Test
    void rule39TheOptimistLetsTheStopOfAStopEntryLive() {
        String table = """
                100.00 100.00 100.00 100.00 | buy 1 stop 101 sl 4 |
                100.00 101.50  99.00 %s |                     | %s
                """;
        check(
                FillMode.PESSIMISTIC,
                table.formatted("101.00", "%s"),
                "#1 buy 1 @101 STOP_AT_PRICE; #2 sell 1 @100 STOP_AFTER_ENTRY?");
        check(FillMode.OPTIMISTIC, table.formatted("101.00", "%s"), "#1 buy 1 @101 STOP_AT_PRICE");
        check(
                FillMode.OPTIMISTIC,
                table.formatted("100.00", "%s"),
                "#1 buy 1 @101 STOP_AT_PRICE; #2 sell 1 @100 STOP_AT_PRICE");
    }

    @Test
    void rule40TheNearerExtremeComesFirst() {
        String table = """
                100.00 100.00 100.00 100.00 | buy 1 sl 4 tp 8 |
                100.00 100.50  99.50 100.00 |                 | #1 buy 1 @100 MARKET_AT_OPEN
                %s |                 | %s
                """;
        check(FillMode.OHLC, table.formatted("100.00 102.25  97.00 98.00", "%s"), "#3 sell 1 @102 LIMIT_AT_PRICE?");
        check(FillMode.OHLC, table.formatted("100.00 103.25  97.00 98.00", "%s"), "#2 sell 1 @99 STOP_AT_PRICE?");
        check(FillMode.OHLC, table.formatted("100.00 103.00  97.00 98.00", "%s"), "#2 sell 1 @99 STOP_AT_PRICE?");
    }

    @Test
    void rule40OrdersFillInTheOrderOfThePath() {
        new GoldenTable().mode(FillMode.OHLC).check("""
                100.00 100.00 100.00 100.00 | buy 1 limit 98 sl 8 tp 4; sell 1 stop 97 |
                100.00 104.00  97.00  99.00 |      | #1 buy 1 @98 LIMIT_AT_PRICE; #2 sell 1 @97 STOP_AT_PRICE
                """);
        new GoldenTable().mode(FillMode.OHLC).check("""
                100.00 100.00 100.00 100.00 | buy 1 limit 98 tp 4 |
                100.00 101.00  97.00 100.00 |      | #1 buy 1 @98 LIMIT_AT_PRICE; #2 sell 1 @99 LIMIT_AT_PRICE
                """);
    }

    @Test
    void rule40ALegPassedByTheEntryFillsWithIt() {
        new GoldenTable().mode(FillMode.OHLC).check("""
                100.00 100.00 100.00 100.00 | buy 1 stop 101 tp@100.5 |
                100.00 101.50  99.50 101.00 |      | #1 buy 1 @101 STOP_AT_PRICE; #2 sell 1 @101 EXIT_AT_ENTRY
                """);
    }

    @Test
    void rule41TheMagnifierWalksTheFinerBars() {
        BacktestResult result = new GoldenTable().mode(FillMode.MAGNIFIER).check("""
                100.00 100.00 100.00 100.00 | buy 1 sl 4 tp 4 |
                100.00 102.00  98.00 100.00 |                 | #1 buy 1 @100 MARKET_AT_OPEN; #3 sell 1 @101 LIMIT_AT_PRICE
                > 100.00 100.50 99.50 100.25
                > 100.25 102.00 100.00 101.00
                > 101.00 101.00 98.00 100.00
                """);
        assertEquals(0, result.ambiguousBars());
        assertEquals(1_709_510_400_000L + 60_000 + 10_000, result.fills().get(1).time(), "the finer bar's open");
    }

    @Test
    void rule41ABarWithoutFinerOnesIsWalkedItself() {
        new GoldenTable().mode(FillMode.MAGNIFIER).check("""
                100.00 100.00 100.00 100.00 | buy 1 sl 4 tp 4 |
                > 100.00 100.00 100.00 100.00
                100.00 102.00  98.00 100.00 |                 | #1 buy 1 @100 MARKET_AT_OPEN; #2 sell 1 @99 STOP_BEFORE_TARGET?
                """);
    }

    @Test
    void theIntervalHoldsThePessimisticAndTheOptimisticProfit() {
        BacktestResult result = new GoldenTable().check("""
                100.00 100.00 100.00 100.00 | buy 1 sl 4 tp 8 |
                100.00 103.00  98.00 100.00 |                 | #1 buy 1 @100 MARKET_AT_OPEN; #2 sell 1 @99 STOP_BEFORE_TARGET?
                """);
        assertEquals(new ProfitInterval(-50, 100), result.interval());
    }

    private static void check(FillMode mode, String table, String fills) {
        new GoldenTable().mode(mode).check(table.formatted(fills));
    }
}
