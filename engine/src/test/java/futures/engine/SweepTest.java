package futures.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import futures.analytics.performance.Measure;
import futures.analytics.performance.Metric;
import futures.model.BarSeries;
import futures.model.Order;
import futures.model.RoundTrip;
import futures.model.Timeframe;
import futures.strategy.Bars;
import futures.strategy.Broker;
import futures.strategy.IntParameter;
import futures.strategy.Line;
import futures.strategy.Setup;
import futures.strategy.Strategy;
import futures.strategy.SwitchParameter;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A sweep says of each combination what a run of its own says, to the last bit, on any number of threads. */
class SweepTest {
    /** A cross with or without a bracket, called at each bar or at crosses only. */
    static final class Cross extends Strategy {
        private final IntParameter fast = integer("fast", 5, 2, 50, 1, "bars");
        private final IntParameter slow = integer("slow", 20, 2, 100, 1, "bars");
        private final IntParameter ticks = integer("ticks", 0, 0, 100, 1, "stop and target");
        private final SwitchParameter leap = onOff("leap", true, "called at crosses only");
        private Line quick;
        private Line calm;

        Cross() {
            requireBelow(fast, slow);
        }

        @Override
        protected void start(Setup setup) {
            quick = setup.sma(fast.value());
            calm = setup.sma(slow.value());
            if (leap.value()) {
                setup.callOnlyAtCrosses(quick, calm);
            }
        }

        @Override
        protected void onBar(Bars bars, Broker broker) {
            if (quick.crossesAbove(calm)) {
                broker.close();
                broker.send(Order.buy(2).withStop(ticks.value()).withTarget(ticks.value()));
            } else if (quick.crossesBelow(calm)) {
                broker.close();
                broker.send(Order.sell(1).withStop(ticks.value()).withTarget(2 * ticks.value()));
            }
        }
    }

    private static ParameterGrid grid() {
        Map<String, List<?>> values = new LinkedHashMap<>();
        values.put("fast", List.of(3, 4, 7, 20));
        values.put("slow", List.of(9, 12, 20, 31, 50));
        values.put("ticks", List.of(0, 9));
        values.put("leap", List.of(true, false));
        return ParameterGrid.of(values);
    }

    @ParameterizedTest
    @EnumSource(FillTiming.class)
    void everyCombinationIsARunOfItsOwn(FillTiming timing) throws Exception {
        BacktestRequest request = BacktestRequest.of(
                        Cross::new,
                        Market.of(Samples.walk(Samples.es(), 4_000, 11), Samples.es())
                                .withMargins(MarginTable.dated(Map.of(
                                        LocalDate.of(2024, 1, 1),
                                        new MarginTable.Margins(
                                                new BigDecimal("9000"), new BigDecimal("8995"), null)))))
                .withInitialCash(new BigDecimal("18200"))
                .withFills(FillSettings.STANDARD.withTiming(timing));
        Map<Integer, Sweep.Outcome> outcomes = sweep(new Sweep(request, grid()), 3);
        assertEquals(80, outcomes.size());
        int liquidated = 0;
        for (int i = 0; i < 80; i++) {
            Map<String, Object> combination = grid().get(i);
            Sweep.Outcome outcome = outcomes.get(i);
            BacktestRequest alone = request.withParameters(combination);
            if ((int) combination.get("fast") >= (int) combination.get("slow")) {
                assertEquals(
                        "parameter fast must be below slow, found " + combination.get("fast") + " and "
                                + combination.get("slow"),
                        outcome.refusal());
                assertThrows(IllegalArgumentException.class, () -> Backtest.run(alone));
                continue;
            }
            BacktestResult result = Backtest.run(alone);
            assertTrue(outcome.metrics().size() > 50);
            for (Map.Entry<Metric, Measure> figure : outcome.metrics().entrySet()) {
                assertEquals(
                        result.metrics().get(figure.getKey()), figure.getValue(), combination + " " + figure.getKey());
            }
            assertArrayEquals(
                    result.days().stream().mapToDouble(DailyResult::profit).toArray(), outcome.dailyProfits(), 0);
            assertEquals(result.ambiguousBars(), outcome.ambiguousBars());
            assertEquals(result.liquidations(), outcome.liquidations());
            liquidated += result.liquidations();
        }
        assertTrue(liquidated > 0, "no combination was liquidated");
    }

    @Test
    void aMarginAboveEquityLiquidatesAtAPeakToo() throws Exception {
        BarSeries.Builder bars = BarSeries.builder("ES", Timeframe.MINUTE);
        long start = LocalDate.of(2024, 3, 4).toEpochDay() * 86_400_000L;
        for (int i = 0; i < 3_000; i++) {
            double price = 4_000 + Math.abs(i - 60) / 4.0;
            bars.add(start + i * 60_000L, price, price, price, price, 10);
        }
        MarginTable margins = MarginTable.dated(Map.of(
                LocalDate.of(2024, 3, 1),
                new MarginTable.Margins(new BigDecimal("5000"), new BigDecimal("4000"), null),
                LocalDate.of(2024, 3, 5),
                new MarginTable.Margins(new BigDecimal("90000"), new BigDecimal("80000"), null)));
        BacktestRequest request = BacktestRequest.of(
                        Cross::new, Market.of(bars.build(), Samples.es()).withMargins(margins))
                .withInitialCash(new BigDecimal("18200"));
        BacktestResult alone = Backtest.run(request);
        assertEquals(1, alone.liquidations());
        Sweep.Outcome outcome = sweep(new Sweep(request, ParameterGrid.of(Map.of("fast", List.of(5)))), 1)
                .get(0);
        assertEquals(1, outcome.liquidations());
        outcome.metrics()
                .forEach((metric, measure) -> assertEquals(alone.metrics().get(metric), measure));
    }

    private static Map<Integer, Sweep.Outcome> sweep(Sweep sweep, int threads) throws InterruptedException {
        Map<Integer, Sweep.Outcome> outcomes = new ConcurrentHashMap<>();
        List<Thread> workers = IntStream.range(0, threads)
                .mapToObj(i -> new Thread(() -> sweep.work(outcome -> {
                    assertEquals(null, outcomes.put(outcome.index(), outcome));
                    return true;
                })))
                .toList();
        workers.forEach(Thread::start);
        for (Thread worker : workers) {
            worker.join();
        }
        return outcomes;
    }

    /** Hears of its round trips and stops trading after some. */
    static final class Listener extends Strategy {
        private final IntParameter most = integer("most", 5, 1, 100, 1, "round trips");
        private int heard;

        @Override
        protected void start(Setup setup) {}

        @Override
        protected void onBar(Bars bars, Broker broker) {
            if (heard < most.value() && broker.flat()) {
                broker.send(Order.buy(1).withStop(5).withTarget(7));
            }
        }

        @Override
        protected void onRoundTrip(RoundTrip trip) {
            heard += trip.contracts();
        }
    }

    @Test
    void aStrategyThatListensIsToldInASweepToo() throws Exception {
        BacktestRequest request =
                BacktestRequest.of(Listener::new, Market.of(Samples.walk(Samples.es(), 2_000, 5), Samples.es()));
        Sweep sweep = new Sweep(request, ParameterGrid.of(Map.of("most", List.of(3, 8))));
        Map<Integer, Sweep.Outcome> outcomes = sweep(sweep, 1);
        assertEquals(Measure.of(3), outcomes.get(0).metrics().get(Metric.TRADES));
        assertEquals(Measure.of(8), outcomes.get(1).metrics().get(Metric.TRADES));
        Map<Metric, Measure> alone =
                Backtest.run(request.withParameters(Map.of("most", 8))).metrics();
        outcomes.get(1).metrics().forEach((metric, measure) -> assertEquals(alone.get(metric), measure));
    }

    @Test
    void itEndsWhenTheListenerSaysSo() {
        BacktestRequest request =
                BacktestRequest.of(Cross::new, Market.of(Samples.walk(Samples.es(), 300, 1), Samples.es()));
        int[] heard = new int[1];
        new Sweep(request, grid()).work(outcome -> ++heard[0] < 5);
        assertEquals(5, heard[0]);
    }

    @Test
    void theOrderOfNeighboursHoldsEveryCombinationOnce() {
        int[] order = grid().neighbours();
        assertEquals(80, IntStream.of(order).distinct().count());
        assertEquals(0, order[0]);
        assertEquals(grid().get(79), Map.of("fast", 20, "slow", 50, "ticks", 9, "leap", false));
    }

    @Test
    void combinationsThatBreakAConditionCanBeLeftOut() throws Exception {
        ParameterGrid all = grid();
        ParameterGrid some = all.meeting(new Cross().conditions());
        List<Map<String, Object>> expected = IntStream.range(0, all.size())
                .mapToObj(all::get)
                .filter(values -> (int) values.get("fast") < (int) values.get("slow"))
                .toList();
        assertEquals(68, expected.size());
        assertEquals(
                expected, IntStream.range(0, some.size()).mapToObj(some::get).toList());
        BacktestRequest request =
                BacktestRequest.of(Cross::new, Market.of(Samples.walk(Samples.es(), 500, 11), Samples.es()));
        Map<Integer, Sweep.Outcome> outcomes = sweep(new Sweep(request, some), 2);
        assertEquals(some.size(), outcomes.size());
        assertTrue(outcomes.values().stream().allMatch(outcome -> outcome.refusal() == null));
    }

    @Test
    void someOfAGridTooLargeToBeCountedAreNumberedAsGiven() {
        List<Integer> many = IntStream.range(0, 10_000).boxed().toList();
        Map<String, List<?>> values = new LinkedHashMap<>();
        List.of("a", "b", "c", "d").forEach(name -> values.put(name, many));
        assertThrows(IllegalArgumentException.class, () -> ParameterGrid.of(values));
        ParameterGrid some = ParameterGrid.some(values, new long[] {9_999_000_300_040_005L, 7});
        assertEquals(2, some.size());
        assertEquals(
                Map.of("a", 9_999, "b", 3, "c", 4, "d", 5),
                ParameterGrid.some(values, new long[] {9_999_000_300_040_005L}).get(0));
        assertEquals(Map.of("a", 0, "b", 0, "c", 0, "d", 7), some.get(1));
        assertArrayEquals(new int[] {1, 0}, some.neighbours());
    }

    /** A cross that does nothing for some bars, counting them itself. */
    static final class Late extends Strategy {
        private final IntParameter fast = integer("fast", 5, 2, 50, 1, "bars");
        private final IntParameter idle = integer("idle", 0, 0, 100_000, 1, "bars at first");
        private Line quick;
        private Line calm;
        private int bar;

        @Override
        protected void start(Setup setup) {
            quick = setup.sma(fast.value());
            calm = setup.sma(60);
        }

        @Override
        protected void onBar(Bars bars, Broker broker) {
            if (bar++ < idle.value()) {
                return;
            }
            if (quick.crossesAbove(calm)) {
                broker.close();
                broker.send(Order.buy(1));
            } else if (quick.crossesBelow(calm)) {
                broker.close();
                broker.send(Order.sell(1));
            }
        }
    }

    @Test
    void barsBeforeTheFirstCallWarmLinesUpAndCountInNoFigure() {
        Market market = Market.of(Samples.walk(Samples.es(), 4_000, 11, 1.0, 60, true), Samples.es());
        int bar = market.days().firstBar(3);
        BacktestRequest request = BacktestRequest.of(Late::new, market);
        List<Integer> periods = List.of(3, 8, 20);
        int[] heard = {0};
        Sweep.from(bar, request, ParameterGrid.of(Map.of("fast", periods)), 1).work(outcome -> {
            BacktestResult idle =
                    Backtest.run(request.withParameters(Map.of("fast", periods.get(outcome.index()), "idle", bar)));
            assertArrayEquals(
                    idle.days().stream()
                            .skip(3)
                            .mapToDouble(DailyResult::profit)
                            .toArray(),
                    outcome.dailyProfits(),
                    0);
            for (Metric metric : List.of(Metric.NET_PROFIT, Metric.TRADES, Metric.MAX_DRAWDOWN, Metric.WIN_RATE)) {
                assertEquals(idle.metrics().get(metric), outcome.metrics().get(metric));
            }
            assertTrue(outcome.metrics().get(Metric.TRADES).value() > 20);
            assertEquals(
                    market.days().count() - 3.0,
                    outcome.metrics().get(Metric.DAYS).value());
            heard[0]++;
            return true;
        });
        assertEquals(3, heard[0]);
        assertThrows(
                IllegalArgumentException.class,
                () -> Sweep.from(bar + 1, request, ParameterGrid.of(Map.of("fast", periods)), 1));
    }

    /** What a rule hears must be true of the bars until then, and those that it spares must not notice. */
    @Test
    void aRunIsGivenUpByWhatItHasComeToAndNoOtherNotices() throws Exception {
        int bars = 30_000;
        BacktestRequest request =
                BacktestRequest.of(Cross::new, Market.of(Samples.walk(Samples.es(), bars, 11), Samples.es()));
        Map<Integer, Sweep.Outcome> whole = sweep(new Sweep(request, grid()), 2);
        double limit = -1_000;
        Map<Integer, Sweep.Outcome> some = new ConcurrentHashMap<>();
        new Sweep(request, grid())
                .work(
                        outcome -> some.put(outcome.index(), outcome) == null,
                        (index, soFar) -> soFar.drawdown() < limit || soFar.trades() > 2_000
                                ? soFar.drawdown() + " " + soFar.trades()
                                : null);
        int stopped = 0;
        for (Map.Entry<Integer, Sweep.Outcome> entry : some.entrySet()) {
            Sweep.Outcome given = entry.getValue();
            Sweep.Outcome full = whole.get(entry.getKey());
            if (given.stopped() == null) {
                assertEquals(full.metrics(), given.metrics());
                assertArrayEquals(full.dailyProfits(), given.dailyProfits(), 0);
                continue;
            }
            stopped++;
            BacktestResult until = Backtest.run(request.withParameters(grid().get(entry.getKey()))
                    .withMarket(request.market().between(0, given.stopped().time())));
            String[] said = given.stopped().reason().split(" ");
            double drawdown = until.metrics().get(Metric.MAX_DRAWDOWN).value();
            double heard = Double.parseDouble(said[0]);
            assertTrue((heard >= drawdown && drawdown <= limit) || Integer.parseInt(said[1]) > 2_000, given::toString);
            assertEquals(until.metrics().get(Metric.TRADES).value(), Integer.parseInt(said[1]), 1);
            int days = given.dailyProfits().length;
            assertTrue(days < full.dailyProfits().length);
            assertArrayEquals(Arrays.copyOf(full.dailyProfits(), days), given.dailyProfits(), 0);
            assertTrue(full.metrics().get(Metric.MAX_DRAWDOWN).value() <= heard, "it only gets deeper");
        }
        assertTrue(stopped > 10 && stopped < 70, stopped + " were stopped");
    }

    @Test
    void aPartOfAMarketIsItsBarsInARange() {
        Market market = Market.of(Samples.walk(Samples.es(), 3_000, 4, 1.0, 60, true), Samples.es());
        long from = market.bars().openTime(500);
        Market part = market.between(from, market.bars().openTime(1_500));
        assertEquals(1_000, part.bars().size());
        assertEquals(from, part.bars().openTime(0));
        assertThrows(IllegalArgumentException.class, () -> market.between(0, 1));
    }
}
