package futures.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import futures.analytics.limit.Limit;
import futures.analytics.limit.LimitKind;
import futures.analytics.limit.LimitUnit;
import futures.model.Fill;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Orders that would pass a risk limit are refused with its name; those that only close never are. */
class LimitsInRunsTest {
    private static Limit limit(LimitKind kind, LimitUnit unit, String value) {
        return new Limit(kind, unit, new BigDecimal(value));
    }

    private static String reason(BacktestResult result, int order) {
        OrderLife life = result.orders().get(order - 1);
        assertEquals(OrderStatus.REJECTED, life.status());
        return life.reason();
    }

    @Test
    void noMoreContractsThanThePositionAllows() {
        BacktestResult result = new GoldenTable()
                .limits(limit(LimitKind.POSITION, LimitUnit.CONTRACTS, "2"))
                .check("""
                100.00 100.00 100.00 100.00 | buy 2  |
                100.00 100.00 100.00 100.00 | buy 1  | #1 buy 2 @100 MARKET_AT_OPEN
                100.00 100.00 100.00 100.00 | sell 5 |
                100.00 100.00 100.00 100.00 | sell 4 |
                100.00 100.00 100.00 100.00 |        | #4 sell 4 @100 MARKET_AT_OPEN
                """);
        assertEquals("risk limit position would be 3 contracts, the limit is 2 contracts", reason(result, 2));
        assertEquals("risk limit position would be 3 contracts, the limit is 2 contracts", reason(result, 3));
        assertTrue(
                result.findings().stream()
                        .anyMatch(found -> found.key().equals("refused_orders")
                                && found.sentence().contains("2 by risk limits")),
                () -> result.findings().toString());
    }

    @Test
    void aLossOfTheDayIsOverWithTheDayAndThatOfTheWeekWithTheWeek() {
        BacktestResult result = new GoldenTable()
                .limits(
                        limit(LimitKind.DAILY_LOSS, LimitUnit.MONEY, "100"),
                        limit(LimitKind.WEEKLY_LOSS, LimitUnit.PERCENT, "0.2"))
                .check("""
                100.00 100.00 100.00 100.00 | buy 1 |
                100.00 100.00  98.00  98.00 | close | #1 buy 1 @100 MARKET_AT_OPEN
                 98.00  98.00  98.00  98.00 | buy 1 | #2 sell 1 @98 MARKET_AT_OPEN
                 98.00  98.00  98.00  98.00 |       |
                ---
                 98.00  98.00  98.00  98.00 | buy 1 |
                 98.00  98.00  96.00  96.00 | close | #4 buy 1 @98 MARKET_AT_OPEN
                 96.00  96.00  96.00  96.00 |       | #5 sell 1 @96 MARKET_AT_OPEN
                ---
                 96.00  96.00  96.00  96.00 | buy 1 |
                 96.00  96.00  96.00  96.00 |       |
                ---
                 96.00  96.00  96.00  96.00 |       |
                ---
                 96.00  96.00  96.00  96.00 |       |
                ---
                 96.00  96.00  96.00  96.00 |       |
                ---
                 96.00  96.00  96.00  96.00 |       |
                ---
                 96.00  96.00  96.00  96.00 | buy 1 |
                 96.00  96.00  96.00  96.00 |       | #7 buy 1 @96 MARKET_AT_OPEN
                """);
        assertEquals("risk limit daily_loss: 100.00 is lost already, the limit is 100", reason(result, 3));
        assertEquals("risk limit weekly_loss: 0.200000 % is lost already, the limit is 0.2 %", reason(result, 6));
    }

    @Test
    void aStopThatWouldGoBeyondTheLimitIsTooFar() {
        BacktestResult result = new GoldenTable()
                .costs(new Costs(new BigDecimal("2"), BigDecimal.ZERO, 0, 0))
                .limits(limit(LimitKind.DRAWDOWN, LimitUnit.MONEY, "204"))
                .check("""
                100.00 100.00 100.00 100.00 | buy 1 sl 17 |
                100.00 100.00 100.00 100.00 | buy 1 sl 16 |
                100.00 100.00  96.00  96.00 | buy 1       | #2 buy 1 @100 MARKET_AT_OPEN; #3 sell 1 @96 STOP_AT_PRICE
                 96.00  96.00  96.00  96.00 |             |
                """);
        assertEquals(
                "risk limit drawdown: 0 is lost and the stop would make it 216.50, the limit is 204",
                reason(result, 1));
        assertEquals("risk limit drawdown: 204.00 is lost already, the limit is 204", reason(result, 4));
    }

    @Test
    void marginUseAndConcentrationAreOfEquity() {
        BacktestResult result = new GoldenTable()
                .margin("1000", "10000")
                .limits(
                        limit(LimitKind.MARGIN_USE, LimitUnit.PERCENT, "20"),
                        limit(LimitKind.CONCENTRATION, LimitUnit.PERCENT, "50"))
                .check("""
                100.00 100.00 100.00 100.00 | buy 3  |
                100.00 100.00 100.00 100.00 | sell 1 |
                100.00 100.00 100.00 100.00 |        | #2 sell 1 @100 MARKET_AT_OPEN
                """);
        assertEquals(
                "risk limit margin_use would be 30.000000 %, the limit is 20 %;"
                        + " concentration would be 150.000000 %, the limit is 50 %",
                reason(result, 1));
    }

    @Test
    void aRunHasNoLimitToCorrelation() {
        GoldenTable table = new GoldenTable().limits(limit(LimitKind.CORRELATION, LimitUnit.RATIO, "0.5"));
        assertThrows(IllegalArgumentException.class, () -> table.check("100.00 100.00 100.00 100.00 | |"));
    }

    /** The way from event to event is left for the one from bar to bar; the result is the same to the byte. */
    @Test
    void limitsThatNothingReachesChangeNothing() {
        List<Limit> far = List.of(
                limit(LimitKind.DAILY_LOSS, LimitUnit.MONEY, "1000000000"),
                limit(LimitKind.POSITION, LimitUnit.CONTRACTS, "1000000"));
        for (long seed = 1; seed <= 80; seed++) {
            RandomRun run = RandomRun.of("ES", "0.25", "50", 1, seed);
            BacktestResult without = run.run();
            if (without.equity().lowest() > 0) {
                assertEquals(without.hash(), run.within(far).hash(), "seed " + seed);
            }
        }
    }

    @Test
    void whateverIsSentNoFillLeavesMoreThanTheLimitAndWhatCloseIsNotRefused() {
        int refused = 0;
        for (long seed = 1; seed <= 120; seed++) {
            BacktestResult result = RandomRun.of("ES", "0.25", "50", 1, seed)
                    .within(List.of(limit(LimitKind.POSITION, LimitUnit.CONTRACTS, "2")));
            long held = 0;
            for (Fill fill : result.fills()) {
                long before = held;
                held += (long) fill.side().sign() * fill.contracts();
                assertTrue(Math.abs(held) <= 2 || Math.abs(held) < Math.abs(before), "seed " + seed + " holds " + held);
            }
            for (OrderLife order : result.rejectedOrders()) {
                boolean byLimit = order.reason().startsWith("risk limit");
                refused += byLimit ? 1 : 0;
                assertTrue(!byLimit || !order.reduceOnly(), "seed " + seed + " " + order);
            }
        }
        assertTrue(refused > 100, refused + " refused");
    }
}
