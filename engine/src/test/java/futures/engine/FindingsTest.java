package futures.engine;

import static futures.engine.Found.none;
import static futures.engine.Found.only;
import static futures.engine.Found.says;
import static futures.engine.Tape.then;
import static futures.engine.Tape.times;
import static futures.engine.Tape.trades;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import futures.engine.finding.Finding;
import futures.engine.finding.Severity;
import futures.model.ContractSpec;
import futures.model.Order;
import futures.strategy.Bars;
import futures.strategy.Broker;
import futures.strategy.IntParameter;
import futures.strategy.Setup;
import futures.strategy.Strategy;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * What each check finds in a run, and a run in which it finds nothing. A point in the contract is 50, a tick 12.50.
 */
class FindingsTest {
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

    /** Has three parameters and does what the script of {@link Tape#trades} does. */
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
                        .bars(),
                dear);
        Market nq = Market.of(new Tape(other).flat(5, 15000).bars(), other);
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
