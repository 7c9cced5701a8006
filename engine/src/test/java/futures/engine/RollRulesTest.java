package futures.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import futures.analytics.performance.Metric;
import futures.model.Adjustment;
import futures.model.BarSeries;
import futures.model.ExitReason;
import futures.model.Fill;
import futures.model.OrderType;
import futures.model.Roll;
import futures.model.RollCalendar;
import futures.model.RoundTrip;
import futures.model.Timeframe;
import futures.strategy.Bars;
import futures.strategy.Broker;
import futures.strategy.Feed;
import futures.strategy.Line;
import futures.strategy.Setup;
import futures.strategy.Strategy;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Rules 50 to 56 of docs/fills.md: positions, orders and what a strategy sees, over the change from one contract to the next. */
class RollRulesTest {
    private static final Costs COSTS = new Costs(new BigDecimal("2.05"), new BigDecimal("0.45"), 1, 2);

    @Test
    void rule50WhatIsHeldIsClosedInTheOldContractAndOpenedInTheNewBeforeAllElse() {
        BacktestResult result = new GoldenTable().costs(COSTS).check("""
                100.00 101.00  99.00 100.00 | buy 2; buy 1         |
                100.00 100.50  99.50 100.25 | sell 3               | #1 buy 2 @100.25 MARKET_AT_OPEN; #2 buy 1 @100.25 MARKET_AT_OPEN
                === ESH24 100.50 ESM24 105.50
                106.00 106.50 105.50 106.00 | sell 1               | #4 sell 3 @100.25 ROLLED; #5 buy 3 @105.75 ROLLED; #3 sell 3 @105.75 MARKET_AT_OPEN
                106.00 106.50 105.50 106.00 |                      | #6 sell 1 @105.75 MARKET_AT_OPEN
                === ESM24 106.00 ESU24 104.00
                104.00 104.00 104.00 104.00 | close                | #7 buy 1 @106.25 ROLLED; #8 sell 1 @103.75 ROLLED
                104.00 104.50 104.00 104.00 |                      | #9 buy 1 @104.25 MARKET_AT_OPEN
                """);
        assertEquals(16, result.costs().contracts());
        assertEquals(16 * 2.05, result.costs().commission(), 1e-9);
        OrderLife closing = result.orders().get(3);
        assertEquals(ExitReason.ROLL, closing.role());
        assertEquals("ESH24 was left for ESM24", closing.reason());
        assertEquals(result.fills().get(2).time(), closing.sentTime());
    }

    @Test
    void rule50MarginIsNotAskedForAndVolumeNotUsed() {
        new GoldenTable()
                .margins(
                        MarginTable.dated(Map.of(
                                LocalDate.of(2024, 1, 1),
                                new MarginTable.Margins(new BigDecimal("900"), new BigDecimal("100"), null))),
                        "1000")
                .settings(FillSettings.STANDARD.withMaxBarParticipation(0.5))
                .check("""
                100.00 101.00  99.00 100.00   10 | buy 1 |
                100.00 100.00  94.00  94.00   10 |       | #1 buy 1 @100 MARKET_AT_OPEN
                === ESH24 94.00 ESM24 99.00
                 99.00  99.00  99.00  99.00    0 | close | #2 sell 1 @94 ROLLED; #3 buy 1 @99 ROLLED
                 99.00  99.00  99.00  99.00   10 |       | #4 sell 1 @99 MARKET_AT_OPEN
                """);
    }

    @Test
    void rule51APositionCarriedOverIsOneRoundTripOfAllItsContracts() {
        BacktestResult result = new GoldenTable().costs(COSTS).check("""
                100.00 101.00  99.00 100.00 | buy 2 sl 16 |
                100.00 100.50  99.00 100.25 |             | #1 buy 2 @100.25 MARKET_AT_OPEN
                === ESH24 100.50 ESM24 105.50
                106.00 107.00 105.50 106.00 | close       | #3 sell 2 @100.25 ROLLED; #4 buy 2 @105.75 ROLLED
                106.25 106.50 105.00 106.00 |             | #5 sell 2 @106 MARKET_AT_OPEN
                """);
        assertEquals(1, result.trips().size());
        RoundTrip trip = result.trips().get(0);
        assertEquals(100.25, trip.entryPrice());
        assertEquals(106.00, trip.exitPrice());
        assertEquals(1, trip.ticks()); // 100.25 to 100.25, and 105.75 to 106.00
        assertEquals(25.0, trip.gross());
        assertEquals(2 * 4 * 2.5, trip.costs());
        assertEquals(5.0, trip.net());
        assertEquals(100_005.0, result.equity().last());
        assertEquals(ExitReason.ORDER, trip.exitReason());
        assertEquals(2, trip.barsHeld());
        assertEquals(-5, trip.maeTicks()); // 99.00 against 100.25
        assertEquals(5, trip.mfeTicks()); // 107.00 against 105.75
        assertEquals(5.0 / (16 * 12.5 * 2), trip.riskMultiple(), 1e-15);
        assertEquals(1.0, result.metrics().get(Metric.TRADES).value());
    }

    @Test
    void rule51WhatIsStillHeldCountsFromItsFirstContract() {
        BacktestResult result = new GoldenTable().costs(COSTS).check("""
                100.00 101.00  99.00 100.00 | sell 1 |
                100.00 100.50  99.00 100.25 |        | #1 sell 1 @99.75 MARKET_AT_OPEN
                === ESH24 100.50 ESM24 105.50
                106.00 107.00 105.50 104.00 |        | #2 buy 1 @100.75 ROLLED; #3 sell 1 @105.25 ROLLED
                """);
        OpenPosition open = result.openPositions().get(0);
        assertEquals(99.75, open.entryPrice());
        assertEquals(104.0, open.markPrice());
        assertEquals((99.75 - 100.75 + 105.25 - 104.00) * 50, open.openGain());
        assertEquals(7.5, open.costs());
        assertEquals(100_000 + open.openGain() - open.costs(), result.equity().last());
    }

    @Test
    void rule51ItIsConvertedWhenItIsClosed() {
        LocalDate monday = LocalDate.of(2024, 3, 4);
        BacktestResult result = new GoldenTable()
                .rates(CurrencyRates.of(Map.of(
                        monday.minusDays(3),
                        new BigDecimal("1.1"),
                        monday,
                        new BigDecimal("1.2"),
                        monday.plusDays(1),
                        new BigDecimal("2"))))
                .costs(new Costs(new BigDecimal("1"), BigDecimal.ZERO, 0, 0))
                .check("""
                100.00 101.00  99.00 100.00 | buy 1 |
                100.00 100.00 100.00 100.00 |       | #1 buy 1 @100 MARKET_AT_OPEN
                ---
                === ESH24 102.00 ESM24 110.00
                110.00 110.00 110.00 110.00 | close | #2 sell 1 @102 ROLLED; #3 buy 1 @110 ROLLED
                ---
                111.00 111.00 111.00 111.00 |       | #4 sell 1 @111 MARKET_AT_OPEN
                """);
        assertEquals(100_000 - 1.1 - 2 * 1.2 + 2 * 50 * 1.2, result.equity().equity(2), 1e-9);
        assertEquals(3 * 50 * 2, result.trips().get(0).gross());
        assertEquals(1.1 + 2 * 1.2 + 2, result.trips().get(0).costs(), 1e-9);
        assertEquals(100_000 + result.trips().get(0).net(), result.equity().last(), 1e-9);
    }

    @Test
    void rule52OrdersAndLegsMoveWithTheRollByItsSpread() {
        BacktestResult result = new GoldenTable().check("""
                100.00 101.00  99.00 100.00 | buy 1 sl 8 tp 8; buy 1 limit 97 sl@96.5 tp@97.5; buy 1 stoplimit 104 104.5 |
                100.00 100.50  99.50 100.00 |                                                   | #1 buy 1 @100 MARKET_AT_OPEN
                === ESH24 100.00 ESM24 105.00
                105.00 105.50 103.25 103.50 |                                                   | #6 sell 1 @100 ROLLED; #7 buy 1 @105 ROLLED
                103.50 107.25 103.25 105.00 |                                                   | #5 sell 1 @107 LIMIT_AT_PRICE
                """);
        assertEquals(102.0, result.orders().get(1).price());
        assertEquals(109.0, result.orders().get(2).price());
        assertEquals(109.5, result.orders().get(2).limitPrice());
        assertEquals(103.0, result.orders().get(3).price());
        assertEquals(107.0, result.orders().get(4).price());
    }

    @Test
    void rule52LegsThatAnOrderIsStillToHaveMoveToo() {
        BacktestResult result = new GoldenTable().check("""
                100.00 101.00  99.00 100.00 | buy 1 limit 97 sl@96.5 tp@98.5 |
                100.00 100.50  99.50 100.00 |                                |
                === ESH24 100.00 ESM24 95.00
                 95.00  95.50  94.25  94.50 |                                |
                 94.50  94.50  91.75  92.00 |                                | #1 buy 1 @92 LIMIT_AT_PRICE
                 92.00  93.75  92.00  93.00 |                                | #3 sell 1 @93.5 LIMIT_AT_PRICE
                """);
        assertEquals(91.5, result.orders().get(1).price());
        assertEquals(0, result.rolls().size(), "nothing was held");
    }

    @Test
    void rule52ATrailingStopMovesAndFollowsOn() {
        new GoldenTable().slippage(1).check("""
                100.00 101.00  99.00 100.00 | sell 1; buy 1 trail 4 reduce |
                100.00 100.50  99.50  99.50 |                              | #1 sell 1 @99.75 MARKET_AT_OPEN
                === ESH24 99.50 ESM24 89.50
                 89.50  90.25  88.00  88.00 |                              | #3 buy 1 @99.75 ROLLED; #4 sell 1 @89.25 ROLLED
                 88.00  89.50  88.00  89.00 |                              | #2 buy 1 @89.25 TRAILING_AT_PRICE
                """);
    }

    @Test
    void rule53TheRollIsListedAndItsProfitIsItsCostsAndSlippage() {
        BacktestResult result = new GoldenTable().costs(COSTS).check("""
                100.00 101.00  99.00 100.00 | sell 2 |
                100.00 100.50  99.50 100.25 |        | #1 sell 2 @99.75 MARKET_AT_OPEN
                === ESH24 100.50 ESM24 105.50
                106.00 106.50 105.50 106.00 | close  | #2 buy 2 @100.75 ROLLED; #3 sell 2 @105.25 ROLLED
                106.00 106.50 105.50 106.00 |        | #4 buy 2 @106.25 MARKET_AT_OPEN
                === ESM24 106.00 ESU24 104.00
                104.00 104.00 104.00 104.00 |        |
                """);
        assertEquals(
                List.of(new RollTrade(
                        "ES",
                        2,
                        result.fills().get(1).time(),
                        "ESH24",
                        "ESM24",
                        -2,
                        100.50,
                        105.50,
                        100.75,
                        105.25,
                        5.00,
                        10.00,
                        50.00,
                        -60.00,
                        -500.00)),
                result.rolls());
        assertEquals(new RollTotals(1, 2, 10.00, 50.00, -60.00, -500.00), result.rollTotals());
        double without = (99.75 - 100.50 + 105.50 - 106.25) * 2 * 50 - 4 * 2.5;
        assertEquals(100_000 + without - 60, result.equity().last(), 1e-9);
    }

    /** Writes down what it sees and is told. */
    private static final class Diary extends Strategy {
        private final Map<Integer, String> orders;
        private final List<String> pages = new ArrayList<>();
        private final List<String> told = new ArrayList<>();
        private Line average;
        private Feed longer;

        Diary(Map<Integer, String> orders) {
            this.orders = orders;
        }

        @Override
        protected void start(Setup setup) {
            average = setup.sma(2);
            longer = setup.feed(new Timeframe(120));
        }

        @Override
        protected void onFill(Fill fill) {
            told.add(FillText.of(fill));
        }

        @Override
        protected void onRoundTrip(RoundTrip trip) {
            told.add("from " + trip.entryPrice() + " to " + trip.exitPrice() + ": " + trip.ticks());
        }

        @Override
        protected void onBar(Bars bars, Broker broker) {
            String text = bars.close() + " " + average.now() + " "
                    + (longer.bars().count() == 0 ? "-" : longer.bars().close());
            pages.add(broker.flat() ? text : text + " " + broker.entryPrice());
            String order = orders.get(bars.count() - 1);
            if ("close".equals(order)) {
                broker.close();
            } else if (order != null) {
                broker.send(new Script().order(order));
            }
        }
    }

    private static BacktestResult keep(Diary diary, Adjustment adjustment, Costs costs) {
        BarSeries.Builder bars = BarSeries.builder("ES", Timeframe.MINUTE);
        double[] closes = {100, 101, 100, 110, 111, 112};
        for (int i = 0; i < closes.length; i++) {
            bars.add(i * 60_000L, closes[i], closes[i] + 1, closes[i] - 1, closes[i], 10);
        }
        RollCalendar rolls =
                RollCalendar.of(new Roll(3 * 60_000L, "ESH24", "ESM24", new BigDecimal("100"), new BigDecimal("110")));
        return Backtest.run(BacktestRequest.of(
                        () -> diary, Market.of(bars.build(), Samples.es()).withRolls(rolls, adjustment))
                .withCosts(costs));
    }

    @Test
    void rule54AStrategySeesTheSeriesAsTheRunAsks() {
        Map<Adjustment, List<String>> expected = Map.of(
                Adjustment.NONE,
                List.of("100.0 NaN -", "101.0 100.5 101.0", "100.0 100.5 101.0", "110.0 105.0 110.0"),
                Adjustment.DIFFERENCE,
                List.of("110.0 NaN -", "111.0 110.5 111.0", "110.0 110.5 111.0", "110.0 110.0 110.0"),
                Adjustment.RATIO,
                List.of("110.0 NaN -", "111.1 110.55 111.1", "110.0 110.55 111.1", "110.0 110.0 110.0"));
        expected.forEach((adjustment, pages) -> {
            Diary diary = new Diary(Map.of());
            keep(diary, adjustment, Costs.NONE);
            assertEquals(pages, diary.pages.subList(0, 4), adjustment.name());
        });
    }

    @Test
    void rule54TheAverageTrueRangeKnowsNothingOfTheSpread() {
        String table = """
                100.00 101.00  99.00 100.00 |                      |
                100.00 101.00  99.00 100.00 |                      |
                === ESH24 100.00 ESM24 200.00
                200.00 202.00 198.00 200.00 | buy 1; sell 1 trail 1xatr2 reduce |
                200.00 200.50 199.00 200.00 |                      | #1 buy 1 @200 MARKET_AT_OPEN
                200.00 200.00 190.00 190.00 |                      | %s
                """;
        // true ranges of 2 and 4, by ratio of 4 and 4; without an adjustment the last is 102
        new GoldenTable()
                .adjustment(Adjustment.DIFFERENCE)
                .check(table.formatted("#2 sell 1 @197.5 TRAILING_AT_PRICE"));
        new GoldenTable().adjustment(Adjustment.RATIO).check(table.formatted("#2 sell 1 @196.5 TRAILING_AT_PRICE"));
        new GoldenTable().adjustment(Adjustment.NONE).check(table.formatted(""));
    }

    @Test
    void rule55ByDifferencePricesAreMovedByWholeTicks() {
        BacktestResult result =
                new GoldenTable().adjustment(Adjustment.DIFFERENCE).check("""
                100.00 101.00  99.00 100.00 | buy 1 limit 103 sl@101 tp@106.5; buy 1 limit 103.1 |
                 99.00  99.00  97.75  98.50 |                                 | #1 buy 1 @98 LIMIT_AT_PRICE
                 98.50  99.00  98.50  99.00 | move 4 105.25                   |
                 99.00  99.25  98.75  99.00 |                                 |
                 99.00 100.50  98.75  99.00 |                                 | #4 sell 1 @100.25 LIMIT_AT_PRICE
                === ESH24 99.00 ESM24 104.00
                104.00 104.00 104.00 104.00 | buy 1 limit 103                 |
                103.50 104.00 102.50 103.00 |                                 | #5 buy 1 @103 LIMIT_AT_PRICE
                """);
        assertEquals(96.0, result.orders().get(2).price());
        assertEquals(
                "price 103.1 is not a multiple of the tick size 0.25",
                result.orders().get(1).reason());
        assertEquals(103.1, result.orders().get(1).price());
    }

    @Test
    void rule55ByRatioPricesAreDividedAndPutOnTheWorseTick() {
        BacktestResult result = new GoldenTable().adjustment(Adjustment.RATIO).check("""
                100.00 101.00  99.00 100.00 | buy 1 stop 203 sl@195.2 tp@210.6; sell 1 limit 220.1; sell 1 trail 3.2pt reduce; buy 1 stoplimit 230 230.1 |
                100.00 102.00  99.00 101.00 |                  | #1 buy 1 @101.5 STOP_AT_PRICE
                101.00 102.50 101.00 102.00 | move 2 221       |
                102.00 102.25 100.75 101.00 |                  | #3 sell 1 @100.75 TRAILING_AT_PRICE
                === ESH24 101.00 ESM24 202.00
                202.00 202.00 202.00 202.00 |                  |
                """);
        assertEquals(203.0 / 2, result.orders().get(0).price());
        assertEquals(110.5 + 101, result.orders().get(1).price(), "221 / 2, and the spread");
        assertEquals(115.25 + 101, result.orders().get(3).limitPrice(), "230.1 / 2 for a buyer, and the spread");
        assertEquals(97.5, result.orders().get(4).price(), "195.2 / 2 for a seller");
        assertEquals(105.25, result.orders().get(5).price(), "210.6 / 2 for a seller");
        assertEquals("", result.orders().get(1).reason());
        assertEquals(OrderType.TRAILING_STOP, result.orders().get(2).type());
    }

    @Test
    void rule56WhatAStrategyIsToldIsInTheSeriesThatItSees() {
        Map<Integer, String> orders = Map.of(0, "buy 2", 1, "buy 1", 4, "close");
        Costs slippage = new Costs(BigDecimal.ZERO, BigDecimal.ZERO, 1, 0);
        Diary difference = new Diary(orders);
        BacktestResult result = keep(difference, Adjustment.DIFFERENCE, slippage);
        assertEquals(
                List.of(
                        "#1 buy 2 @111.25 MARKET_AT_OPEN",
                        "#2 buy 1 @110.25 MARKET_AT_OPEN",
                        "#5 sell 3 @111.75 MARKET_AT_OPEN",
                        "from 111.25 to 111.75: 0",
                        "from 110.25 to 111.75: 4"),
                difference.told);
        assertEquals("111.0 110.5 111.0 111.25", difference.pages.get(1));
        double mean = (2 * 111.25 + 110.25) / 3;
        assertTrue(difference.pages.get(2).endsWith(" " + mean), difference.pages.get(2));
        assertEquals(mean + 0.5, Double.parseDouble(difference.pages.get(3).split(" ")[3]), 1e-9);
        assertEquals(5, result.fills().size());

        Diary ratio = new Diary(orders);
        keep(ratio, Adjustment.RATIO, slippage);
        assertEquals(101.25 * 1.1, Double.parseDouble(ratio.pages.get(1).split(" ")[3]), 1e-6);
        assertEquals("#1 buy 2 @111.375 MARKET_AT_OPEN", ratio.told.get(0));
        Diary none = new Diary(orders);
        keep(none, Adjustment.NONE, slippage);
        assertEquals("#1 buy 2 @101.25 MARKET_AT_OPEN", none.told.get(0));
        assertEquals(mean + 0.5, Double.parseDouble(none.pages.get(3).split(" ")[3]), 1e-9, "of the new contract");
    }
}
