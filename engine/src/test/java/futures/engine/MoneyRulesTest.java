package futures.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import futures.analytics.performance.Metric;
import futures.model.RoundTrip;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

/** Rules 19 to 23 of docs/fills.md: margin, marks, costs and what a round trip says. */
class MoneyRulesTest {
    @Test
    void rule19AnOrderThatMarginDoesNotCoverIsRefusedWithTheNumbers() {
        BacktestResult result = new GoldenTable().margin("15000", "40000").check("""
                100.00 101.00  99.00 100.00 | buy 3; buy 2 |
                100.00 101.00  99.00 100.00 | sell 4 | #2 buy 2 @100 MARKET_AT_OPEN
                100.00 101.00  99.00 100.00 | sell 5 | #3 sell 4 @100 MARKET_AT_OPEN
                100.00 101.00  99.00 100.00 |        |
                """);
        assertEquals(
                "3 contracts need an initial margin of 45000.00, equity is 40000.00",
                result.orders().get(0).reason());
        assertEquals(
                "7 contracts need an initial margin of 105000.00, equity is 40000.00",
                result.orders().get(3).reason());
    }

    @Test
    void rule20EquityIsMarkedAtTheNearestTickOfEveryClose() {
        BacktestResult result = new GoldenTable()
                .costs(new Costs(new BigDecimal("2.05"), new BigDecimal("0.33"), 1, 1))
                .check("""
                100.00 101.00  99.00 100.00 | buy 2 |
                100.00 101.00  99.00 100.60 |       | #1 buy 2 @100.25 MARKET_AT_OPEN
                100.00 101.00  99.00 100.10 | close |
                100.00 101.00  99.00 100.00 |       | #2 sell 2 @99.75 MARKET_AT_OPEN
                """);
        EquityCurve equity = result.equity();
        assertEquals(100_000.00, equity.equity(0));
        assertEquals(100_020.24, equity.equity(1)); // 2 contracts * 1 tick * 12.50 - 2 * 2.38
        assertEquals(99_970.24, equity.equity(2));
        assertEquals(99_940.48, equity.equity(3));
        assertEquals(-79.76, equity.drawdown()[3]);
        assertEquals(99_940.48, equity.last());
    }

    @Test
    void rule21WhatIsHeldAfterTheLastBarStaysOpenAndIsValuedAtItsClose() {
        BacktestResult result = new GoldenTable().costs(Costs.of("2.50", 0)).check("""
                100.00 101.00  99.00 100.00 | sell 1 |
                100.00 101.00  99.00  99.00 |       | #1 sell 1 @100 MARKET_AT_OPEN
                """);
        OpenPosition open = result.openPositions().get(0);
        assertEquals(50.0, open.openGain());
        assertEquals(2.5, open.costs());
        assertEquals(100_047.50, result.equity().last());
        assertEquals(0, result.trips().size());
    }

    @Test
    void rule22CostsArePerContractAndSideAndSlippageIsInThePrices() {
        BacktestResult result = new GoldenTable()
                .costs(new Costs(new BigDecimal("2.05"), new BigDecimal("0.33"), 1, 2))
                .check("""
                100.00 101.00  99.00 100.00 | buy 3 sl 8 |
                100.00 101.00  99.00 100.00 |       | #1 buy 3 @100.25 MARKET_AT_OPEN
                100.00 100.00  97.00  97.00 |       | #2 sell 3 @97.75 STOP_AT_PRICE
                """);
        CostBreakdown costs = result.costs();
        assertEquals(12.30, costs.commission());
        assertEquals(1.98, costs.fees());
        assertEquals(112.50, costs.slippage());
        assertEquals(6, costs.contracts());
        RoundTrip trip = result.trips().get(0);
        assertEquals(-375.00, trip.gross());
        assertEquals(14.28, trip.costs());
        assertEquals(-389.28, trip.net());
        assertEquals(-389.28 / 300, trip.riskMultiple(), 1e-15);
        assertEquals(-389.28, result.metrics().get(Metric.NET_PROFIT).value());
    }

    @Test
    void rule23ExcursionsCountWhatTheRoundTripLivedThroughForCertain() {
        BacktestResult result = new GoldenTable().check("""
                100.00 101.00  99.00 100.00 | buy 1 stop 101 |
                100.00 104.00  98.00 102.00 |       | #1 buy 1 @101 STOP_AT_PRICE
                102.00 103.00 100.00 102.00 | close |
                102.50 110.00  90.00 100.00 |       | #2 sell 1 @102.5 MARKET_AT_OPEN
                """);
        RoundTrip trip = result.trips().get(0);
        assertEquals(-4, trip.maeTicks());
        assertEquals(8, trip.mfeTicks());
        assertEquals(-50.0, trip.mae());
        assertEquals(100.0, trip.mfe());
        assertEquals(2, trip.barsHeld());
        assertNull(trip.riskMultiple());
    }
}
