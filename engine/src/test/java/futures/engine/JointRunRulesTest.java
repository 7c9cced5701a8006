package futures.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import futures.model.BarSeries;
import futures.model.ContractSpec;
import futures.model.Fill;
import futures.model.Order;
import futures.model.Timeframe;
import futures.strategy.Bars;
import futures.strategy.Broker;
import futures.strategy.Feed;
import futures.strategy.Setup;
import futures.strategy.Strategy;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Rules 47 to 49 of docs/fills.md, and what must hold of every joint run. */
class JointRunRulesTest {
    private static final long START = 1_709_510_400_000L;
    private static final Costs COSTS = new Costs(new BigDecimal("2.13"), new BigDecimal("0.37"), 1, 2);

    /** Does at bar n of its home market what it is told, in markets by name. */
    private static final class Scripted extends Strategy {
        private final Map<Integer, List<String>> actions;
        private final List<String> told = new ArrayList<>();

        Scripted(Map<Integer, List<String>> actions) {
            this.actions = actions;
        }

        @Override
        protected void start(Setup setup) {}

        @Override
        protected void onFill(Fill fill) {
            told.add(fill.symbol() + " " + FillText.of(fill));
        }

        @Override
        protected void onBar(Bars bars, Broker broker) {
            for (String action : actions.getOrDefault(bars.count() - 1, List.of())) {
                String[] parts = action.split(": ");
                broker.in(parts[0]).send(new Script().order(parts[1]));
            }
        }
    }

    private static ContractSpec contract(String symbol, String margin) {
        return Samples.contract(symbol, "0.25", "50", margin);
    }

    private static BarSeries bars(String symbol, int[] minutes, double... closes) {
        BarSeries.Builder builder = BarSeries.builder(symbol, Timeframe.MINUTE);
        for (int i = 0; i < closes.length; i++) {
            double open = i == 0 ? closes[0] : closes[i - 1];
            double close = closes[i];
            builder.add(START + minutes[i] * 60_000L, open, Math.max(open, close), Math.min(open, close), close, 1000);
        }
        return builder.build();
    }

    private static String fills(StrategyLedger ledger, String symbol) {
        return ledger.markets().get(symbol).fills().stream()
                .map(fill -> fill.bar() + " " + FillText.of(fill))
                .collect(Collectors.joining("; "));
    }

    @Test
    void rule47OfBarsThatCloseTogetherAllFillBeforeAnyStrategyIsCalled() {
        Market a = Market.of(bars("A", new int[] {0, 1, 2}, 100, 101, 102), contract("A", null));
        Market b = Market.of(bars("B", new int[] {0, 1, 2}, 200, 199, 198), contract("B", null));
        List<Double> seen = new ArrayList<>();
        Strategy watcher = new Strategy() {
            private Feed other;

            @Override
            protected void start(Setup setup) {
                other = setup.feed("B");
            }

            @Override
            protected void onBar(Bars bars, Broker broker) {
                seen.add(other.bars().close());
                seen.add((double) broker.in("B").position());
                if (bars.count() == 1) {
                    broker.in("B").send(Order.buy(1));
                }
            }
        };
        JointBacktest.run(JointRequest.of(List.of(Assignment.of("w", () -> watcher, Map.of(), "A")), List.of(a, b)));
        assertEquals(List.of(200.0, 0.0, 199.0, 1.0, 198.0, 1.0), seen);
    }

    @Test
    void rule48EachStrategyHasItsOwnPositionsAndTheAccountIsTheirSum() {
        Market a = Market.of(bars("A", new int[] {0, 1, 2, 3}, 100, 101, 102, 104), contract("A", null));
        Assignment buyer = Assignment.of("buyer", () -> new Scripted(Map.of(0, List.of("A: buy 2"))), Map.of(), "A");
        Assignment seller = Assignment.of("seller", () -> new Scripted(Map.of(1, List.of("A: sell 3"))), Map.of(), "A");
        JointResult result = JointBacktest.run(
                JointRequest.of(List.of(buyer, seller), List.of(a)).withCosts(Costs.NONE, Map.of()));
        assertEquals("1 #1 buy 2 @100 MARKET_AT_OPEN", fills(result.strategy("buyer"), "A"));
        assertEquals("2 #1 sell 3 @101 MARKET_AT_OPEN", fills(result.strategy("seller"), "A"));
        assertEquals(100_000 + 2 * 4 * 50 - 3 * 3 * 50, result.equity().last());
        assertEquals(
                100_000 + 2 * 4 * 50, result.strategy("buyer").days().get(0).equity());
        assertEquals(
                100_000 - 3 * 3 * 50, result.strategy("seller").days().get(0).equity());
    }

    @Test
    void rule48MarginIsAskedForTheNetPositionOfTheAccount() {
        Market a = Market.of(bars("A", new int[] {0, 1, 2, 3}, 100, 100, 100, 100), contract("A", "600"));
        Assignment buyer = Assignment.of("buyer", () -> new Scripted(Map.of(0, List.of("A: buy 1"))), Map.of(), "A");
        Assignment hedger = Assignment.of("hedger", () -> new Scripted(Map.of(1, List.of("A: sell 1"))), Map.of(), "A");
        Assignment doubler = Assignment.of("xl", () -> new Scripted(Map.of(1, List.of("A: buy 2"))), Map.of(), "A");
        JointResult result = JointBacktest.run(JointRequest.of(List.of(buyer, hedger, doubler), List.of(a))
                .withInitialCash(new BigDecimal("1000"))
                .withCosts(Costs.NONE, Map.of()));
        assertEquals("2 #1 sell 1 @100 MARKET_AT_OPEN", fills(result.strategy("hedger"), "A"));
        assertEquals(
                "2 contracts, with all that the account holds, need an initial margin of 1200.00, equity is 1000.00",
                result.strategy("xl").markets().get("A").orders().get(0).reason());
    }

    @Test
    void rule48BelowMaintenanceMarginAllMarketsAreClosed() {
        Market a = Market.of(bars("A", new int[] {0, 1, 2, 3}, 100, 95, 95, 95), contract("A", "400"));
        Market b = Market.of(bars("B", new int[] {0, 1, 2, 3}, 50, 50, 50, 50), contract("B", "400"));
        Assignment one = Assignment.of("one", () -> new Scripted(Map.of(0, List.of("A: buy 1"))), Map.of(), "A");
        Assignment two = Assignment.of("two", () -> new Scripted(Map.of(0, List.of("B: sell 1"))), Map.of(), "B");
        JointResult result = JointBacktest.run(JointRequest.of(List.of(one, two), List.of(a, b))
                .withInitialCash(new BigDecimal("1000"))
                .withCosts(Costs.NONE, Map.of()));
        assertEquals("1 #1 buy 1 @100 MARKET_AT_OPEN; 2 #2 sell 1 @95 LIQUIDATED", fills(result.strategy("one"), "A"));
        assertEquals("1 #1 sell 1 @50 MARKET_AT_OPEN; 2 #2 buy 1 @50 LIQUIDATED", fills(result.strategy("two"), "B"));
    }

    @Test
    void rule49AnOrderToAnotherMarketFillsInTheFirstBarThatOpensAfterIt() {
        Market a = Market.of(bars("A", new int[] {0, 1, 2, 3, 4}, 100, 101, 102, 103, 104), contract("A", null));
        Market b = Market.of(bars("B", new int[] {0, 3, 4}, 200, 210, 220), contract("B", null));
        Scripted strategy = new Scripted(Map.of(1, List.of("B: buy 1")));
        JointResult result = JointBacktest.run(
                JointRequest.of(List.of(Assignment.of("s", () -> strategy, Map.of(), "A")), List.of(a, b))
                        .withCosts(Costs.NONE, Map.of()));
        assertEquals("1 #1 buy 1 @200 MARKET_AT_OPEN", fills(result.strategy("s"), "B"));
        assertEquals(List.of("B #1 buy 1 @200 MARKET_AT_OPEN"), strategy.told);
    }

    @Test
    void rule49ATrailingStopToAMarketThatHasNoBarYetIsRefused() {
        Market a = Market.of(bars("A", new int[] {0, 1, 2}, 100, 101, 102), contract("A", null));
        Market b = Market.of(bars("B", new int[] {1, 2}, 200, 210), contract("B", null));
        Scripted strategy = new Scripted(Map.of(0, List.of("B: sell 1 trail 4")));
        JointResult result = JointBacktest.run(
                JointRequest.of(List.of(Assignment.of("s", () -> strategy, Map.of(), "A")), List.of(a, b)));
        assertEquals(
                "a trailing stop starts from a close, and B has no bar yet",
                result.strategy("s").markets().get("B").orders().get(0).reason());
    }

    /** A bar of B is under way when A closes: its open is past. */
    @Test
    void rule49ALiquidationToo() {
        Market a = Market.of(bars("A", new int[] {0, 1, 2, 3}, 100, 100, 95, 95), contract("A", "400"));
        BarSeries.Builder later = BarSeries.builder("B", Timeframe.MINUTE);
        for (int i = 0; i < 5; i++) {
            later.add(START + i * 60_000L + 30_000, 50 + i, 50 + i, 50 + i, 50 + i, 1000);
        }
        Market b = Market.of(later.build(), contract("B", "400"));
        Assignment one = Assignment.of("one", () -> new Scripted(Map.of(0, List.of("A: buy 1"))), Map.of(), "A");
        Assignment two = Assignment.of("two", () -> new Scripted(Map.of(0, List.of("B: sell 1"))), Map.of(), "B");
        JointResult result = JointBacktest.run(JointRequest.of(List.of(one, two), List.of(a, b))
                .withInitialCash(new BigDecimal("1000"))
                .withCosts(Costs.NONE, Map.of()));
        assertEquals("1 #1 sell 1 @51 MARKET_AT_OPEN; 3 #2 buy 1 @53 LIQUIDATED", fills(result.strategy("two"), "B"));
    }

    @Test
    void aMarketThatTheRunDoesNotHaveIsNamed() {
        Market a = Market.of(bars("A", new int[] {0, 1}, 100, 101), contract("A", null));
        StrategyFailed failed = assertThrows(
                StrategyFailed.class,
                () -> JointBacktest.run(JointRequest.of(
                        List.of(Assignment.of("s", () -> new Scripted(Map.of(0, List.of("NQ: buy 1"))), Map.of(), "A")),
                        List.of(a))));
        assertTrue(failed.getMessage().contains("this run has no market NQ; it has A"), failed.getMessage());
    }

    // ---- properties

    private record Many(List<Assignment> assignments, List<Market> markets) {}

    private static Many many(long seed) {
        Random random = new Random(seed * 7919);
        List<Market> markets = new ArrayList<>();
        List<String> symbols = List.of("AA", "BB", "CC");
        for (int m = 0; m < symbols.size(); m++) {
            ContractSpec contract = contract(symbols.get(m), random.nextBoolean() ? "9000" : null);
            markets.add(Market.of(Samples.walk(contract, 200 + 10 * m, seed + m), contract));
        }
        List<Assignment> assignments = new ArrayList<>();
        for (int s = 0; s < 6; s++) {
            BarSeries home = markets.get(s % 3).bars();
            Map<Integer, List<String>> actions = new java.util.HashMap<>();
            for (int i = 0; i < 200; i += 1 + random.nextInt(9)) {
                BarSeries where = markets.get(random.nextInt(3)).bars();
                String side = random.nextBoolean() ? "buy " : "sell ";
                actions.put(
                        i,
                        List.of(where.symbol() + ": " + side + (1 + random.nextInt(3)) + " sl " + (3 + s) + " tp 6"));
            }
            assignments.add(Assignment.of("s" + s, () -> new Scripted(actions), Map.of(), home.symbol()));
        }
        return new Many(assignments, markets);
    }

    private static JointResult run(List<Assignment> assignments, List<Market> markets) {
        return JointBacktest.run(JointRequest.of(assignments, markets)
                .withInitialCash(new BigDecimal("60000"))
                .withCosts(COSTS, Map.of()));
    }

    @Test
    void theOrderOfStrategiesAndMarketsChangesNothing() {
        for (long seed = 1; seed <= 30; seed++) {
            Many many = many(seed);
            String hash = run(many.assignments(), many.markets()).hash();
            List<Assignment> assignments = new ArrayList<>(many.assignments());
            List<Market> markets = new ArrayList<>(many.markets());
            Collections.shuffle(assignments, new Random(seed));
            Collections.shuffle(markets, new Random(seed + 1));
            assertEquals(hash, run(assignments, markets).hash(), "seed " + seed);
        }
    }

    @Test
    void theAccountIsTheSumOfTheStrategiesToTheCent() {
        for (long seed = 1; seed <= 30; seed++) {
            Many many = many(seed);
            JointResult result = run(many.assignments(), many.markets());
            BigDecimal sum = new BigDecimal("60000");
            int trips = 0;
            for (StrategyLedger ledger : result.strategies()) {
                BigDecimal own = new BigDecimal("60000");
                for (StrategyLedger.InMarket market : ledger.markets().values()) {
                    for (var trip : market.trips()) {
                        own = own.add(BigDecimal.valueOf(trip.net()));
                        trips++;
                    }
                    for (OpenPosition open : market.openPositions()) {
                        own = own.add(BigDecimal.valueOf(open.openGain())).subtract(BigDecimal.valueOf(open.costs()));
                    }
                }
                List<DailyResult> days = ledger.days();
                assertEquals(own.doubleValue(), days.get(days.size() - 1).equity(), 0.0);
                sum = sum.add(own).subtract(new BigDecimal("60000"));
            }
            assertTrue(trips > 20, "too few round trips to mean anything: " + trips);
            assertEquals(sum.doubleValue(), result.equity().last(), 0.0, "seed " + seed);
        }
    }

    @Test
    void oneStrategyInOneMarketRunsAsItDoesAlone() {
        for (long seed = 1; seed <= 40; seed++) {
            ContractSpec contract = contract("ES", seed % 2 == 0 ? "9000" : null);
            BarSeries series = Samples.walk(contract, 300, seed);
            Script script = new RandomOrders(contract, series, new Random(seed)).script();
            Market market = Market.of(series, contract);
            FillSettings settings = FillSettings.STANDARD
                    .withTiming(seed % 3 == 0 ? FillTiming.SAME_CLOSE : FillTiming.NEXT_OPEN)
                    .withMaxBarParticipation(seed % 5 == 0 ? 0.005 : 0);
            BacktestResult alone = Backtest.run(BacktestRequest.of(script::strategy, market)
                    .withCosts(COSTS)
                    .withFills(settings)
                    .withInitialCash(new BigDecimal("20000")));
            JointResult joint = JointBacktest.run(
                    JointRequest.of(List.of(Assignment.of("only", script::strategy, Map.of(), "ES")), List.of(market))
                            .withCosts(COSTS, Map.of())
                            .withFills(settings)
                            .withInitialCash(new BigDecimal("20000")));
            StrategyLedger.InMarket in = joint.strategy("only").markets().get("ES");
            assertEquals(alone.fills(), in.fills(), "seed " + seed);
            assertEquals(alone.trips(), in.trips());
            assertEquals(alone.orders(), in.orders());
            assertEquals(alone.days(), joint.days());
            for (int i = 0; i < series.size(); i++) {
                assertEquals(alone.equity().equity(i), joint.equity().equity(i), 0.0);
            }
        }
    }
}
