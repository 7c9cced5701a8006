package futures.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import futures.engine.finding.AccountFacts;
import futures.engine.finding.Finding;
import futures.engine.finding.Findings;
import futures.engine.finding.Holding;
import futures.engine.finding.RunFacts;
import futures.engine.finding.Severity;
import futures.model.BarSeries;
import futures.model.ContractSpec;
import futures.model.Order;
import futures.model.SessionHours;
import futures.model.Timeframe;
import futures.strategy.Bars;
import futures.strategy.Broker;
import futures.strategy.IntParameter;
import futures.strategy.Setup;
import futures.strategy.Strategy;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What each check finds in a run, and a run in which it finds nothing. A point in the contract is 50, a tick 12.50. */
class FindingsTest {
    private static final Instant MONDAY = Instant.parse("2024-03-04T15:00:00Z");

    /** Prices of bars, one after the other; a bar goes from its price to the next one. */
    private static final class Tape {
        private final ContractSpec contract;
        private final BarSeries.Builder bars;
        private Instant now = MONDAY;

        Tape(ContractSpec contract) {
            this.contract = contract;
            this.bars = BarSeries.builder(contract.symbol(), Timeframe.MINUTE);
        }

        Tape bar(double open, double high, double low, double close) {
            bars.add(now.toEpochMilli(), open, high, low, close, 100);
            now = now.plusSeconds(60);
            return this;
        }

        Tape flat(int count, double price) {
            for (int i = 0; i < count; i++) {
                bar(price, price, price, price);
            }
            return this;
        }

        Tape skip(Duration time) {
            now = now.plus(time);
            return this;
        }

        BacktestRequest request(Script script) {
            return BacktestRequest.of(script::strategy, Market.of(bars.build(), contract))
                    .withCosts(Costs.NONE);
        }

        BacktestResult run(Script script) {
            return Backtest.run(request(script));
        }
    }

    /** Long for a bar and flat for a bar, in turn; each round trip makes so many ticks. */
    private static BacktestRequest trades(Duration between, int... ticks) {
        Tape tape = new Tape(Samples.es());
        Script script = new Script();
        double price = 5000;
        int bar = 0;
        for (int gain : ticks) {
            script.at(bar, "buy 1");
            script.at(bar + 1, "close");
            double after = price + gain * 0.25;
            tape.flat(1, price);
            tape.bar(price, Math.max(price, after), Math.min(price, after), after);
            tape.flat(1, after);
            tape.skip(between);
            price = after;
            bar += 3;
        }
        return tape.request(script);
    }

    private static BacktestRequest trades(int... ticks) {
        return trades(Duration.ZERO, ticks);
    }

    private static int[] times(int count, int... pattern) {
        return IntStream.range(0, count).map(i -> pattern[i % pattern.length]).toArray();
    }

    private static int[] then(int[] first, int... more) {
        return IntStream.concat(Arrays.stream(first), Arrays.stream(more)).toArray();
    }

    private static Finding only(String key, BacktestResult result) {
        List<Finding> found = result.findings().stream()
                .filter(finding -> finding.key().equals(key))
                .toList();
        assertEquals(1, found.size(), () -> key + " in " + result.findings());
        return found.get(0);
    }

    private static Finding only(String key, BacktestRequest request) {
        return only(key, Backtest.run(request));
    }

    private static void none(String key, BacktestResult result) {
        assertTrue(
                result.findings().stream().noneMatch(finding -> finding.key().equals(key)),
                () -> result.findings().toString());
    }

    private static void none(String key, BacktestRequest request) {
        none(key, Backtest.run(request));
    }

    private static void says(Severity severity, String part, Finding finding) {
        assertEquals(severity, finding.severity(), finding.sentence());
        assertTrue(finding.sentence().contains(part), finding.sentence());
        assertTrue(finding.remedy().length() > 20, finding.remedy());
    }

    @Test
    void anOrdinaryRunHasNoFinding() {
        assertEquals(List.of(), Backtest.run(trades(times(100, 4, -2))).findings());
    }

    @Test
    void fewTrades() {
        says(
                Severity.SERIOUS,
                "no round trip",
                only("few_trades", new Tape(Samples.es()).flat(3, 5000).run(new Script())));
        says(Severity.WARNING, "within 19 points", only("few_trades", trades(times(29, 4, -2))));
        says(Severity.NOTE, "within 18 points", only("few_trades", trades(times(30, 4, -2))));
        says(Severity.NOTE, "within 10 points", only("few_trades", trades(times(99, 4, -2))));
        none("few_trades", trades(times(100, 4, -2)));
    }

    @Test
    void profitFromOneDay() {
        Duration day = Duration.ofDays(1);
        Finding most = only("profit_from_one_day", trades(day, 1, 1, 1, 1, 5));
        says(Severity.WARNING, "2024-03-08, made 62.50; the whole run made 112.50.", most);
        says(
                Severity.SERIOUS,
                "All other days together lost",
                only("profit_from_one_day", trades(day, 1, -2, 1, -2, 5)));
        none("profit_from_one_day", trades(day, 1, 1, 1, 1, 4));
        none("profit_from_one_day", trades(day, 1, 1, 1, 5)); // of four days one is bound to stand out
        none("profit_from_one_day", trades(day, 1, -9, 1, -2, 5)); // no profit
    }

    @Test
    void profitFromOneTrade() {
        int[] small = times(9, 1);
        says(
                Severity.WARNING,
                "number 10 in ES, made 125.00; all 10 made 237.50",
                only("profit_from_one_trade", trades(then(small, 10))));
        says(
                Severity.SERIOUS,
                "All others together lost",
                only("profit_from_one_trade", trades(then(times(9, -1), 10))));
        none("profit_from_one_trade", trades(then(small, 9)));
        none("profit_from_one_trade", trades(1, 1, 10));
    }

    @Test
    void tradesPerParameter() {
        BacktestRequest some = trades(times(29, 4, -2));
        Finding finding = only("trades_per_parameter", BacktestRequest.of(EveryThirdBar::new, some.market()));
        says(Severity.WARNING, "29 round trips for 3 parameters: fewer than 10", finding);
        BacktestRequest more = trades(times(30, 4, -2));
        none("trades_per_parameter", BacktestRequest.of(EveryThirdBar::new, more.market()));
        none("trades_per_parameter", some);
    }

    /** Has three parameters and does what the script of {@link #trades} does. */
    static final class EveryThirdBar extends Strategy {
        private final IntParameter every = integer("every", 3, 3, 9, 1, "bars between entries");
        private final IntParameter held = integer("held", 1, 1, 9, 1, "bars held");
        private final IntParameter contracts = integer("contracts", 1, 1, 9, 1, "contracts");

        @Override
        protected void start(Setup setup) {}

        @Override
        protected void onBar(Bars bars, Broker broker) {
            int turn = (bars.count() - 1) % every.value();
            if (turn == 0) {
                broker.send(Order.buy(contracts.value()));
            } else if (turn == held.value()) {
                broker.close();
            }
        }
    }

    @Test
    void costsAgainstProfit() {
        // four ticks of 12.50 for each round trip, and twice the commission
        says(
                Severity.WARNING,
                "fees of 60.00 and slippage of 0.00 took 60.0 % of the 100.00",
                only("costs_against_profit", trades(4, 4).withCosts(Costs.of("15", 0))));
        says(
                Severity.SERIOUS,
                "took 120.0 %",
                only("costs_against_profit", trades(4, 4).withCosts(Costs.of("30", 0))));
        // slippage is in the prices already: of 7 ticks 3 were earned
        says(
                Severity.WARNING,
                "slippage of 50.00",
                only(
                        "costs_against_profit",
                        trades(3, 4)
                                .withCosts(Costs.of("0", 1))
                                .withFills(new FillSettings(true, false, false, true))));
        none("costs_against_profit", trades(4, 4).withCosts(Costs.of("12.5", 0)));
        none("costs_against_profit", trades(-4, -4).withCosts(Costs.of("30", 0))); // prices gave nothing
    }

    @Test
    void longFlat() {
        Tape late =
                new Tape(Samples.es()).flat(30, 5000).skip(Duration.ofHours(3)).flat(30, 5000);
        Script script = new Script();
        script.at(0, "buy 1");
        script.at(9, "close");
        says(
                Severity.WARNING,
                "From 2024-03-04T15:10:00Z on nothing was held for 50 bars, 83.3 % of the run",
                only("long_flat", late.run(script)));
        Script open = new Script();
        open.at(0, "buy 1");
        none("long_flat", late.run(open));
        Script afterwards = new Script();
        afterwards.at(44, "buy 1");
        says(
                Severity.WARNING,
                "From 2024-03-04T15:00:00Z on nothing was held for 45 bars",
                only("long_flat", late.run(afterwards)));
        Script mostly = new Script(); // flat over the three hours, which have no bars
        mostly.at(0, "buy 1");
        mostly.at(28, "close");
        mostly.at(30, "buy 1");
        none("long_flat", late.run(mostly));
    }

    @Test
    void marginCalls() {
        ContractSpec dear = Samples.contract("ES", "0.25", "50", "9000");
        Tape falling = new Tape(dear).flat(2, 5000).bar(5000, 5000, 4975, 4975).flat(2, 4975);
        Script script = new Script();
        script.at(0, "buy 1");
        BacktestRequest request = falling.request(script);
        says(
                Severity.SERIOUS,
                "liquidated 1 time ",
                only("margin_calls", request.withInitialCash(new BigDecimal("10000"))));
        none("margin_calls", request.withInitialCash(new BigDecimal("20000")));
    }

    @Test
    void refusedOrders() {
        ContractSpec dear = Samples.contract("ES", "0.25", "50", "9000");
        Script script = new Script();
        script.at(0, "buy 2");
        script.at(1, "buy 1 limit 4999.9");
        Finding finding = only(
                "refused_orders",
                new Tape(dear).flat(4, 5000).request(script).withInitialCash(new BigDecimal("10000")));
        says(
                Severity.WARNING,
                "2 orders were refused, 1 of them for want of margin; the first because 2 contracts need an initial margin of 18000.00",
                finding);
        Script allowed = new Script();
        allowed.at(0, "buy 1");
        none("refused_orders", new Tape(dear).flat(4, 5000).run(allowed));
    }

    @Test
    void stopAndTargetInOneBar() {
        Tape wide =
                new Tape(Samples.es()).flat(2, 5000).bar(5000, 5010, 4990, 5000).flat(1, 5000);
        Script script = new Script();
        script.at(0, "buy 1 sl 8 tp 8");
        BacktestRequest request = wide.request(script);
        says(
                Severity.WARNING,
                "1 exit was in a bar that reached stop and target, of 1 round trip; the stop was taken",
                only("stop_and_target_in_one_bar", request));
        says(
                Severity.WARNING,
                "the target was taken",
                only(
                        "stop_and_target_in_one_bar",
                        request.withFills(request.fills().withMode(FillMode.OPTIMISTIC))));
        Script wider = new Script();
        wider.at(0, "buy 1 sl 80 tp 8");
        none("stop_and_target_in_one_bar", wide.run(wider));
    }

    @Test
    void ambiguousTrades() {
        Tape wide =
                new Tape(Samples.es()).flat(2, 5000).bar(5000, 5010, 4990, 5000).flat(1, 5000);
        Script script = new Script();
        script.at(0, "buy 1 sl 8 tp 16");
        BacktestResult result = wide.run(script);
        Finding before = only("ambiguous_trades", result);
        says(Severity.SERIOUS, "decides 1 of 1 round trip (100.0 %)", before);
        assertFalse(before.sentence().contains("between"), before.sentence());
        result.interval();
        says(
                Severity.SERIOUS,
                "they made -100.00. The whole run made between -100.00 and 200.00.",
                only("ambiguous_trades", result));
        Script wider = new Script();
        wider.at(0, "buy 1 sl 80 tp 8");
        none("ambiguous_trades", wide.run(wider));
    }

    @Test
    void staleFills() {
        Script script = new Script();
        script.at(9, "buy 1; sell 1 onclose");
        Tape hole = new Tape(Samples.es())
                .flat(10, 5000)
                .skip(Duration.ofMinutes(20))
                .flat(10, 5000);
        says(
                Severity.WARNING,
                "1 of 2 fills came in the first bar after a hole in a trading day; the longest, before the fill of 2024-03-04T15:30:00Z, lasted 20 minutes",
                only("stale_fills", hole.run(script)));
        none(
                "stale_fills",
                new Tape(Samples.es())
                        .flat(10, 5000)
                        .skip(Duration.ofMinutes(15))
                        .flat(10, 5000)
                        .run(script));
        // over night is no hole
        none(
                "stale_fills",
                new Tape(Samples.es())
                        .flat(10, 5000)
                        .skip(Duration.ofHours(20))
                        .flat(10, 5000)
                        .run(script));
    }

    /** Round trips of a run, with hours that the contract does not say itself. */
    private static List<Finding> within(SessionHours hours, BacktestRequest request) {
        BacktestResult result = Backtest.run(request);
        Market market = request.market();
        AccountFacts account = new AccountFacts(100_000, 100_000, new TreeMap<>(), 0, 0, 0, 0, null, null, 0, 0, false);
        Holding holding = new Holding(
                market.bars(), market.contract(), hours, result.fills(), result.trips(), List.of(), null, 0, 0);
        return Findings.of(new RunFacts(account, List.of(holding))).stream()
                .filter(finding -> finding.key().equals("outside_regular_hours"))
                .toList();
    }

    @Test
    void outsideRegularHours() {
        // round trips from 9:01 to 9:02, 15:01 to 15:02 and 21:01 to 21:02 in Chicago
        BacktestRequest three = trades(Duration.ofHours(6).minusMinutes(3), 4, 3, 2);
        SessionHours day = new SessionHours(ZoneId.of("America/Chicago"), LocalTime.of(8, 30), LocalTime.of(15, 1));
        List<Finding> found = within(day, three);
        says(
                Severity.WARNING,
                "2 of 3 round trips (66.7 %) were entered or left outside regular hours; they made 62.50 of 112.50.",
                found.get(0));
        SessionHours longer = new SessionHours(ZoneId.of("America/Chicago"), LocalTime.of(8, 30), LocalTime.of(15, 2));
        says(Severity.NOTE, "1 of 3 round trips", within(longer, three).get(0));
        SessionHours all = new SessionHours(ZoneId.of("America/Chicago"), LocalTime.of(8, 30), LocalTime.of(21, 2));
        assertEquals(List.of(), within(all, three));
        assertEquals(List.of(), within(null, three));
        // the same on a Saturday
        assertEquals(
                1, within(all, trades(Duration.ofDays(5).minusMinutes(3), 4, 4)).size());
    }

    @Test
    void waivedSlippage() {
        Script script = new Script();
        script.at(0, "buy 1");
        script.at(2, "close");
        Costs two = Costs.of("0", 2);
        Tape narrow = new Tape(Samples.es())
                .flat(1, 5000)
                .bar(5000, 5000.25, 5000, 5000)
                .flat(1, 5000)
                .bar(5000, 5001, 4999, 5000);
        says(
                Severity.NOTE,
                "Of 50.00 of slippage 12.50 (25.0 %) were not charged",
                only("waived_slippage", narrow.request(script).withCosts(two)));
        Tape none = new Tape(Samples.es())
                .flat(2, 5000)
                .bar(5000, 5000.5, 5000, 5000.5)
                .bar(5000.5, 5000.5, 5000.25, 5000.5);
        says(
                Severity.SERIOUS,
                "Of 50.00 of slippage 37.50 (75.0 %) were not charged",
                only("waived_slippage", none.request(script).withCosts(two)));
        none("waived_slippage", narrow.request(script).withCosts(Costs.of("0", 1)));
        none(
                "waived_slippage",
                none.request(script).withCosts(two).withFills(new FillSettings(true, false, false, true)));
    }

    @Test
    void offGridPrices() {
        Script script = new Script();
        says(
                Severity.WARNING,
                "50.0 % of closes lie off the tick grid",
                only(
                        "off_grid_prices",
                        new Tape(Samples.es()).flat(2, 5000).flat(2, 5000.1).run(script)));
        says(
                Severity.NOTE,
                "0.5 % of closes",
                only(
                        "off_grid_prices",
                        new Tape(Samples.es()).flat(199, 5000).flat(1, 5000.1).run(script)));
        none("off_grid_prices", new Tape(Samples.es()).flat(4, 5000.25).run(script));
    }

    @Test
    void stillOpen() {
        Script script = new Script();
        script.at(0, "buy 2");
        Tape rising = new Tape(Samples.es()).flat(2, 5000).bar(5000, 5001, 5000, 5001);
        says(
                Severity.NOTE,
                "2 contracts were still held after the last bar, with 100.00 of open profit",
                only("still_open", rising.run(script)));
        script.at(1, "close");
        none("still_open", rising.run(script));
    }

    @Test
    void equityBelowZero() {
        Script script = new Script();
        script.at(0, "buy 1");
        BacktestRequest request = new Tape(Samples.es())
                .flat(2, 5000)
                .bar(5000, 5000, 4970, 4970)
                .bar(4970, 5000, 4970, 5000)
                .request(script);
        says(
                Severity.SERIOUS,
                "Equity fell to -500.00 of 1,000.00 at the start",
                only("equity_below_zero", request.withInitialCash(new BigDecimal("1000"))));
        none("equity_below_zero", request.withInitialCash(new BigDecimal("1500")));
    }

    @Test
    void sameCloseTiming() {
        BacktestRequest request = trades(4, -2);
        assertEquals(
                Severity.SERIOUS,
                only("same_close", request.withFills(request.fills().withTiming(FillTiming.SAME_CLOSE)))
                        .severity());
        none("same_close", request);
    }

    @Test
    void theMostSeriousComesFirst() {
        BacktestRequest request = trades(times(40, 4, -2));
        List<Severity> severities = Backtest.run(
                        request.withFills(request.fills().withTiming(FillTiming.SAME_CLOSE))
                                .withCosts(Costs.of("6.25", 0)))
                .findings()
                .stream()
                .map(Finding::severity)
                .toList();
        assertTrue(severities.size() >= 3, severities.toString());
        assertEquals(severities.stream().sorted((a, b) -> b.compareTo(a)).toList(), severities);
    }

    @Test
    void jointRunsHaveFindingsOfTheWholeAccount() {
        ContractSpec dear = Samples.contract("ES", "0.25", "50", "9000");
        ContractSpec other = Samples.contract("NQ", "0.25", "20", "1000");
        Script buy = new Script();
        buy.at(0, "buy 1");
        Market es = Market.of(
                new Tape(dear)
                        .flat(2, 5000)
                        .bar(5000, 5000, 4975, 4975)
                        .flat(2, 4975)
                        .bars
                        .build(),
                dear);
        Market nq = Market.of(new Tape(other).flat(5, 15000).bars.build(), other);
        JointResult result = JointBacktest.run(JointRequest.of(
                        List.of(
                                Assignment.of("first", buy::strategy, Map.of(), "ES"),
                                Assignment.of("second", buy::strategy, Map.of(), "NQ")),
                        List.of(es, nq))
                .withCosts(Costs.NONE, Map.of())
                .withInitialCash(new BigDecimal("11000")));
        Set<String> keys = new HashSet<>();
        result.findings().forEach(finding -> keys.add(finding.key()));
        assertTrue(keys.contains("margin_calls"), result.findings().toString());
        assertTrue(
                result.findings().toString().contains("liquidated 1 time "),
                result.findings().toString());
    }
}
