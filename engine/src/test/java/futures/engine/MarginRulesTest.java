package futures.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import futures.model.ExitReason;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Rules 44 to 46 of docs/fills.md: margins by date, liquidation, currencies. */
class MarginRulesTest {
    private static final LocalDate MONDAY = LocalDate.of(2024, 3, 4);

    private static MarginTable.Margins margins(String initial, String maintenance, String dayTrade) {
        return new MarginTable.Margins(
                new BigDecimal(initial),
                new BigDecimal(maintenance),
                dayTrade == null ? null : new BigDecimal(dayTrade));
    }

    @Test
    void rule44TheMarginsOfTheDayCount() {
        MarginTable table = MarginTable.dated(
                Map.of(MONDAY, margins("900", "800", null), MONDAY.plusDays(1), margins("1100", "1000", null)));
        BacktestResult result = new GoldenTable().margins(table, "1000").check("""
                100.00 101.00  99.00 100.00 | buy 1 |
                100.00 100.00 100.00 100.00 | close | #1 buy 1 @100 MARKET_AT_OPEN
                100.00 100.00 100.00 100.00 | buy 1 | #2 sell 1 @100 MARKET_AT_OPEN
                ---
                100.00 100.00 100.00 100.00 |       |
                """);
        assertEquals(
                "1 contracts need an initial margin of 1100.00, equity is 1000.00",
                result.orders().get(2).reason());
    }

    @Test
    void rule44ADayTradeMarginHoldsUntilTheLastBarOfTheDay() {
        MarginTable table = MarginTable.dated(Map.of(MONDAY, margins("1200", "1100", "300")));
        BacktestResult result = new GoldenTable().margins(table, "1000").check("""
                100.00 101.00  99.00 100.00 | buy 1 |
                100.00 100.00 100.00 100.00 |       | #1 buy 1 @100 MARKET_AT_OPEN
                100.00 100.00 100.00 100.00 |       |
                ---
                101.00 101.00 101.00 101.00 |       | #2 sell 1 @101 LIQUIDATED
                """);
        assertEquals(
                "the account was liquidated: equity of 1000.00 was below the maintenance margin of 1100.00",
                result.orders().get(1).reason());
    }

    @Test
    void rule45BelowMaintenanceMarginAllIsClosedAtTheNextOpen() {
        MarginTable table = MarginTable.dated(Map.of(MONDAY, margins("900", "800", null)));
        BacktestResult result =
                new GoldenTable().margins(table, "1000").slippage(1).check("""
                100.00 101.00  99.00 100.00 | buy 1 sl 40; buy 1 limit 80 |
                100.00 100.00  95.00  95.75 | buy 1 limit 97 | #1 buy 1 @100 MARKET_AT_OPEN
                 95.00  98.00  79.00  97.00 |       | #4 sell 1 @94.75 LIQUIDATED
                """);
        assertEquals(1, result.liquidations());
        assertEquals(ExitReason.LIQUIDATION, result.trips().get(0).exitReason());
        assertEquals(OrderStatus.CANCELLED, result.orders().get(1).status());
        assertEquals(OrderStatus.REJECTED, result.orders().get(4).status(), "sent at that close, it worked on");
    }

    @Test
    void rule46AmountsAreConvertedAtTheLastRateKnownBeforeTheDay() {
        CurrencyRates rates = CurrencyRates.of(Map.of(
                LocalDate.of(2024, 3, 1),
                new BigDecimal("1.1"),
                MONDAY,
                new BigDecimal("1.2"),
                MONDAY.plusDays(1),
                new BigDecimal("2")));
        BacktestResult result = new GoldenTable()
                .rates(rates)
                .costs(new Costs(new BigDecimal("1"), new BigDecimal("0.5"), 0, 0))
                .check("""
                100.00 101.00  99.00 100.00 | buy 2 |
                100.00 100.00 100.00 101.00 | close | #1 buy 2 @100 MARKET_AT_OPEN
                ---
                102.00 102.00 102.00 102.00 |       | #2 sell 2 @102 MARKET_AT_OPEN
                """);
        assertEquals(100_000 - 2 * 1.5 * 1.1 + 2 * 50 * 1.1, result.equity().equity(1), 1e-9);
        assertEquals(2 * 2 * 50 * 1.2, result.trips().get(0).gross(), 1e-9);
        assertEquals(2 * 1.5 * 1.1 + 2 * 1.5 * 1.2, result.trips().get(0).costs(), 1e-9);
        assertEquals(100_000 + result.trips().get(0).net(), result.equity().equity(2), 1e-9);
        assertEquals(2 * 1.1 + 2 * 1.2, result.costs().commission(), 1e-9);
    }

    @Test
    void rule46MarginsAreConvertedToo() {
        MarginTable table = MarginTable.dated(Map.of(MONDAY, margins("1000", "800", null)));
        CurrencyRates rates = CurrencyRates.of(Map.of(LocalDate.of(2024, 3, 1), new BigDecimal("2")));
        BacktestResult result =
                new GoldenTable().margins(table, "2000").rates(rates).check("""
                100.00 100.00 100.00 100.00 | buy 1 |
                100.00 100.00  96.00  96.00 |       | #1 buy 1 @100 MARKET_AT_OPEN
                 96.00  96.00  95.75  95.75 |       |
                 95.75  95.75  95.75  95.75 |       | #2 sell 1 @95.75 LIQUIDATED
                """);
        assertEquals(
                "the account was liquidated: equity of 1575.00 was below the maintenance margin of 1600.00",
                result.orders().get(1).reason());
    }
}
