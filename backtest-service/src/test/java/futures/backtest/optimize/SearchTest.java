package futures.backtest.optimize;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import futures.backtest.optimize.search.Fitness;
import futures.backtest.optimize.search.Method;
import futures.backtest.run.Ran;
import futures.backtest.sweep.JavaSweep;
import futures.backtest.sweep.Pace;
import futures.backtest.sweep.Spaces;
import futures.engine.BacktestRequest;
import futures.engine.Market;
import futures.kit.http.Problem;
import futures.model.BarSeries;
import futures.model.ContractSpec;
import futures.model.Order;
import futures.model.SessionHours;
import futures.model.TickGrid;
import futures.model.Timeframe;
import futures.strategy.Bars;
import futures.strategy.Broker;
import futures.strategy.IntParameter;
import futures.strategy.Line;
import futures.strategy.Setup;
import futures.strategy.Strategy;
import futures.wire.backtest.MetricConstraint;
import futures.wire.backtest.OptimizationOrder;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A search comes to the same rows on any number of threads, and when it is broken off and goes on. */
class SearchTest {
    private static final int TRIALS = 120;
    private static final Market MARKET = market(2_000);

    /** A cross of two averages. */
    static final class Cross extends Strategy {
        private final IntParameter fast = integer("fast", 5, 2, 60, 1, "bars");
        private final IntParameter slow = integer("slow", 20, 2, 60, 1, "bars");
        private Line quick;
        private Line calm;

        Cross() {
            requireBelow(fast, slow);
        }

        @Override
        protected void start(Setup setup) {
            quick = setup.sma(fast.value());
            calm = setup.sma(slow.value());
        }

        @Override
        protected void onBar(Bars bars, Broker broker) {
            if (quick.crossesAbove(calm)) {
                broker.close();
                broker.send(Order.buy(1));
            } else if (quick.crossesBelow(calm)) {
                broker.close();
                broker.send(Order.sell(1));
            }
        }
    }

    private static Market market(int count) {
        Random random = new Random(3);
        BarSeries.Builder bars = BarSeries.builder("ES", Timeframe.MINUTE);
        double price = 5_000;
        for (int i = 0; i < count; i++) {
            double close = price + (random.nextInt(9) - 4) / 4.0;
            bars.add(
                    1_709_510_400_000L + i * 60_000L, price, Math.max(price, close), Math.min(price, close), close, 10);
            price = close;
        }
        return Market.of(
                bars.build(),
                new ContractSpec(
                        "ES",
                        "ES",
                        "CME",
                        "USD",
                        new TickGrid(new BigDecimal("0.25")),
                        new BigDecimal("50"),
                        null,
                        null,
                        SessionHours.CME_GLOBEX));
    }

    private static SearchPlan plan(Method method, Object objective, MetricConstraint... constraints) {
        Map<String, List<Object>> values = new LinkedHashMap<>();
        List<Object> periods =
                IntStream.rangeClosed(2, 41).mapToObj(i -> (Object) i).toList();
        values.put("fast", periods);
        values.put("slow", periods);
        return SearchPlan.of(
                new OptimizationOrder(null, null, method.word(), TRIALS, 11L, objective, List.of(constraints), null, 1),
                new Spaces("Cross", values, new Cross().conditions()));
    }

    /** Rows in memory, which may break a search off. */
    private static final class Log implements RowLog {
        final Map<Integer, String> rows = new ConcurrentSkipListMap<>();
        final Map<Integer, Fitness> known = new TreeMap<>();
        int breakAfter = Integer.MAX_VALUE;
        int run;

        @Override
        public Map<Integer, Fitness> between(int first, int count) {
            Map<Integer, Fitness> found = new HashMap<>();
            known.forEach((number, fitness) -> {
                if (number >= first && number < first + count) {
                    found.put(number, fitness);
                }
            });
            return found;
        }

        @Override
        public synchronized void add(long cell, Ran ran, Fitness fitness) {
            if (run == breakAfter) {
                throw new IllegalStateException("broken off");
            }
            run++;
            assertEquals(null, rows.put(ran.row().number(), cell + " " + ran.row()), "run twice");
            known.put(ran.row().number(), fitness);
        }

        @Override
        public void flush() {
            // They are here.
        }
    }

    private static void search(SearchPlan plan, Log log, int threads) throws InterruptedException {
        search(plan, log, threads, MARKET);
    }

    private static void search(SearchPlan plan, Log log, int threads, Market market) throws InterruptedException {
        BacktestRequest request = BacktestRequest.of(Cross::new, market);
        Pace pace = new Pace(Unwatched.HANDLE, plan.trials(), Clock.systemUTC());
        new Search(
                        plan,
                        (grid, stop, to, handle) -> new JavaSweep(request, grid, to, handle)
                                .stopping(stop)
                                .run(threads),
                        log,
                        pace)
                .run();
    }

    @ParameterizedTest
    @EnumSource(Method.class)
    void rowsAreTheSameOnAnyNumberOfThreadsAndAfterABreak(Method method) throws Exception {
        SearchPlan plan = plan(method, "net_profit", new MetricConstraint("total_trades", ">=", 20.0));
        Log one = new Log();
        search(plan, one, 1);
        assertEquals(TRIALS, one.rows.size());
        assertTrue(one.rows.values().stream().allMatch(row -> row.contains("state=done")), "conditions are kept");
        for (int threads : new int[] {2, 4}) {
            Log more = new Log();
            search(plan, more, threads);
            assertEquals(one.rows, more.rows, threads + " threads");
        }
        Log broken = new Log();
        broken.breakAfter = 50;
        assertThrows(IllegalStateException.class, () -> search(plan, broken, 1));
        assertEquals(50, broken.rows.size());
        broken.breakAfter = Integer.MAX_VALUE;
        search(plan, broken, 1);
        assertEquals(one.rows, broken.rows);
        assertEquals(TRIALS, broken.run, "nothing is run twice");
    }

    private static SearchPlan stopping(boolean stop) {
        Map<String, List<Object>> values = new LinkedHashMap<>();
        List<Object> periods =
                IntStream.rangeClosed(2, 41).mapToObj(i -> (Object) i).toList();
        values.put("fast", periods);
        values.put("slow", periods);
        List<MetricConstraint> constraints = List.of(
                new MetricConstraint("max_drawdown", ">", -12_000.0), new MetricConstraint("total_trades", "<", 900.0));
        return SearchPlan.of(
                new OptimizationOrder(null, null, "grid", null, 5L, "net_profit", constraints, stop, 1),
                new Spaces("Cross", values, new Cross().conditions()));
    }

    @Test
    void whatIsStoppedCouldNotHaveBecomeFeasibleAndTheOthersDoNotNotice() throws Exception {
        Market market = market(40_000);
        Log whole = new Log();
        search(stopping(false), whole, 2, market);
        Log stopped = new Log();
        search(stopping(true), stopped, 2, market);
        assertEquals(780, whole.rows.size());
        assertEquals(780, stopped.rows.size());
        long mostLot = Chosen.mostLot(5, 780);
        int count = 0;
        for (int number = 0; number < 780; number++) {
            String row = stopped.rows.get(number);
            if (!row.contains("state=stopped")) {
                assertEquals(whole.rows.get(number), row);
                continue;
            }
            count++;
            assertFalse(whole.known.get(number).feasible(), row);
            assertFalse(stopped.known.get(number).valued(), row);
            assertTrue(
                    row.matches(".*error=2024-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ: (max_drawdown|total_trades) was .*"),
                    row);
            assertTrue(Chosen.lot(5, number) > mostLot, "the even sample runs to the end");
        }
        assertTrue(count > 50 && count <= 380, count + " were stopped");
        Log broken = new Log();
        broken.breakAfter = 300;
        assertThrows(IllegalStateException.class, () -> search(stopping(true), broken, 1, market));
        broken.breakAfter = Integer.MAX_VALUE;
        search(stopping(true), broken, 1, market);
        assertEquals(stopped.rows, broken.rows);
    }

    @Test
    void earlyStopsAreForConstraintsThatStayBrokenAndMethodsThatDoNotLearn() {
        MetricConstraint kept = new MetricConstraint("max_drawdown_pct", ">", -20.0);
        assertEquals("stop_early", refused(Method.TPE, kept));
        assertEquals("stop_early", refused(Method.GRID, new MetricConstraint("sharpe_ratio", ">", 1.0)));
        assertEquals("stop_early", refused(Method.GRID, new MetricConstraint("total_trades", ">=", 100.0)));
        assertEquals("stop_early", refused(Method.GRID, new MetricConstraint("max_drawdown_pct", "<", -20.0)));
    }

    private static String refused(Method method, MetricConstraint constraint) {
        OptimizationOrder order =
                new OptimizationOrder(null, null, method.word(), 10, 1L, null, List.of(constraint), true, 1);
        Spaces spaces = new Spaces("Cross", Map.of("fast", List.of(2, 3), "slow", List.of(5, 9)), List.of());
        return assertThrows(Problem.class, () -> SearchPlan.of(order, spaces))
                .errors()
                .get(0)
                .field();
    }

    @ParameterizedTest
    @EnumSource(
            value = Method.class,
            names = {"TPE", "GENETIC", "CMA_ES"})
    void severalObjectivesAreSearchedToo(Method method) throws Exception {
        SearchPlan plan = plan(method, List.of("net_profit", "max_drawdown"));
        Log log = new Log();
        search(plan, log, 2);
        assertEquals(TRIALS, log.rows.size());
        assertEquals(2, log.known.get(0).values().length);
    }

    @Test
    void aGridHasEveryCombinationThatMeetsTheConditions() throws Exception {
        Map<String, List<Object>> values = new LinkedHashMap<>();
        values.put("fast", List.of(2, 5, 9));
        values.put("slow", List.of(4, 9, 20));
        SearchPlan plan = SearchPlan.of(
                new OptimizationOrder(null, null, null, null, null, null, null, null, 1),
                new Spaces("Cross", values, new Cross().conditions()));
        assertEquals(6, plan.trials());
        Log log = new Log();
        search(plan, log, 1);
        assertEquals(6, log.rows.size());
        assertTrue(log.rows.get(0).contains("{fast=2, slow=4}"), log.rows.get(0));
        assertTrue(log.rows.get(5).contains("{fast=9, slow=20}"), log.rows.get(5));
    }
}
