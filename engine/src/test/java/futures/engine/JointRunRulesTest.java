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
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Rules 47 to 49 of docs/fills.md. */
class JointRunRulesTest {
    private static final long START = 1_709_510_400_000L;

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
    void rule48TheShareOfVolumeIsTheAccounts() {
        Market a = Market.of(bars("A", new int[] {0, 1, 2, 3}, 100, 100, 100, 100), contract("A", null));
        Assignment one = Assignment.of("one", () -> new Scripted(Map.of(0, List.of("A: buy 3"))), Map.of(), "A");
        Assignment two = Assignment.of("two", () -> new Scripted(Map.of(0, List.of("A: sell 3"))), Map.of(), "A");
        JointResult result = JointBacktest.run(JointRequest.of(List.of(one, two), List.of(a))
                .withFills(FillSettings.STANDARD.withMaxBarParticipation(0.004))
                .withCosts(Costs.NONE, Map.of()));
        assertEquals("1 #1 buy 3 @100 MARKET_AT_OPEN", fills(result.strategy("one"), "A"));
        assertEquals(
                "1 #1 sell 1 @100 MARKET_AT_OPEN; 2 #1 sell 2 @100 MARKET_AT_OPEN", fills(result.strategy("two"), "A"));
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
                "a trailing stop starts from a close, and its market has no bar yet",
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
}
