package futures.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import futures.model.RoundTrip;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What must hold of every run of several strategies in several markets, whatever the choices. */
class JointInvariantsTest {
    private static final int RUNS = 150;

    private static JointRequest request(long seed) {
        return new RandomJointRun(seed).request();
    }

    @Test
    void theOrderOfStrategiesAndMarketsChangesNothing() {
        for (long seed = 1; seed <= RUNS; seed++) {
            JointRequest request = request(seed);
            List<Assignment> assignments = new ArrayList<>(request.assignments());
            List<Market> markets = new ArrayList<>(request.markets());
            Collections.shuffle(assignments, new Random(seed));
            Collections.reverse(markets);
            JointRequest shuffled = new JointRequest(
                    assignments,
                    markets,
                    request.initialCash(),
                    request.standardCosts(),
                    request.costs(),
                    request.fills(),
                    request.currency(),
                    request.rates(),
                    request.seed(),
                    request.progress());
            assertEquals(
                    JointBacktest.run(request).hash(),
                    JointBacktest.run(shuffled).hash(),
                    "seed " + seed);
        }
    }

    /** Where margin is short the first in line gets it, and symbols make the line: without margin names mean nothing. */
    @Test
    void otherSymbolsForTheSameMarketsChangeNothing() {
        List<String> names = List.of("AA", "BB", "CC");
        List<String> others = List.of("ZZ", "MM", "AA");
        int fills = 0;
        for (long seed = 1; seed <= RUNS; seed++) {
            JointResult one = JointBacktest.run(withoutMargin(new RandomJointRun(seed, names).request()));
            JointResult other = JointBacktest.run(withoutMargin(new RandomJointRun(seed, others).request()));
            String what = "seed " + seed;
            for (StrategyLedger ledger : one.strategies()) {
                for (Map.Entry<String, StrategyLedger.InMarket> market :
                        ledger.markets().entrySet()) {
                    StrategyLedger.InMarket renamed =
                            other.strategy(ledger.name()).markets().get(others.get(names.indexOf(market.getKey())));
                    assertEquals(FillText.of(market.getValue().fills()), FillText.of(renamed.fills()), what);
                    assertEquals(market.getValue().orders(), renamed.orders(), what);
                    assertEquals(nets(market.getValue()), nets(renamed), what);
                    fills += renamed.fills().size();
                }
                assertEquals(ledger.days(), other.strategy(ledger.name()).days(), what);
            }
            assertEquals(one.days(), other.days(), what);
            for (int i = 0; i < one.equity().size(); i++) {
                assertEquals(one.equity().equity(i), other.equity().equity(i), 0.0, what);
            }
        }
        assertTrue(fills > 50 * RUNS, "too few fills to mean anything: " + fills);
    }

    private static List<Double> nets(StrategyLedger.InMarket market) {
        return market.trips().stream().map(RoundTrip::net).toList();
    }

    private static JointRequest withoutMargin(JointRequest request) {
        FillSettings fills = request.fills();
        return request.withFills(new FillSettings(
                fills.limitsNeedThrough(),
                fills.roundOffGridPrices(),
                fills.capSlippage(),
                false,
                fills.mode(),
                fills.timing(),
                fills.maxBarParticipation()));
    }

    @Test
    void theAccountIsTheSumOfTheStrategiesToTheCent() {
        int trips = 0;
        for (long seed = 1; seed <= RUNS; seed++) {
            JointRequest request = request(seed);
            JointResult result = JointBacktest.run(request);
            BigDecimal sum = request.initialCash();
            int positions = 0;
            for (StrategyLedger ledger : result.strategies()) {
                BigDecimal own = request.initialCash();
                for (StrategyLedger.InMarket market : ledger.markets().values()) {
                    for (RoundTrip trip : market.trips()) {
                        own = own.add(BigDecimal.valueOf(trip.net()));
                        trips++;
                    }
                    for (OpenPosition open : market.openPositions()) {
                        own = own.add(BigDecimal.valueOf(open.openGain())).subtract(BigDecimal.valueOf(open.costs()));
                        positions++;
                    }
                }
                List<DailyResult> days = ledger.days();
                assertEquals(own.doubleValue(), days.get(days.size() - 1).equity(), 1e-6 * positions, "seed " + seed);
                sum = sum.add(own).subtract(request.initialCash());
            }
            // open positions are converted one by one, equity by market: half a millionth for each
            assertEquals(sum.doubleValue(), result.equity().last(), 1e-6 * positions, "seed " + seed);
        }
        assertTrue(trips > 20 * RUNS, "too few round trips to mean anything: " + trips);
    }

    @Test
    void oneStrategyInOneMarketRunsAsItDoesAlone() {
        for (long seed = 1; seed <= RUNS; seed++) {
            RandomRun run = RandomRun.of("ES", "0.25", "50", seed % 2 == 0 ? 1.0 : 1.056655, seed);
            BacktestResult alone = run.run();
            boolean converts = !run.rates().isEmpty();
            JointRequest request = JointRequest.of(
                            List.of(Assignment.of("only", run.script()::strategy, Map.of(), "ES")),
                            List.of(run.market()),
                            converts ? "EUR" : "USD",
                            converts ? Map.of("USD", CurrencyRates.of(run.rates())) : Map.of())
                    .withCosts(run.costs(), Map.of())
                    .withFills(run.settings())
                    .withInitialCash(run.cash());
            JointResult joint = JointBacktest.run(request);
            StrategyLedger.InMarket in = joint.strategy("only").markets().get("ES");
            assertEquals(alone.fills(), in.fills(), "seed " + seed);
            assertEquals(alone.trips(), in.trips());
            assertEquals(alone.orders(), in.orders());
            assertEquals(alone.rolls(), in.rolls());
            assertEquals(alone.days(), joint.days());
            for (int i = 0; i < alone.equity().size(); i++) {
                assertEquals(alone.equity().equity(i), joint.equity().equity(i), 0.0);
            }
        }
    }
}
