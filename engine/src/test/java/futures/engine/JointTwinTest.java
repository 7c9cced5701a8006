package futures.engine;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Random strategies in several markets on one account: the engine and its naive twin agree on everything. */
class JointTwinTest {
    private static final int RUNS = 400;

    @Test
    void agreeOnEveryFillOrderRoundTripDayAndCent() {
        int trips = 0;
        int liquidated = 0;
        for (long seed = 1; seed <= RUNS; seed++) {
            JointResult result = new RandomJointRun(seed).check("seed " + seed);
            trips += result.trips().size();
            liquidated += result.strategies().stream()
                    .flatMap(ledger -> ledger.markets().values().stream())
                    .mapToInt(StrategyLedger.InMarket::liquidations)
                    .sum();
        }
        assertTrue(trips > 20 * RUNS, "too few round trips to mean anything: " + trips);
        assertTrue(liquidated > RUNS / 10, "too few margin calls to mean anything: " + liquidated);
    }
}
