package futures.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import futures.model.Order;
import futures.model.Side;
import futures.strategy.Bars;
import futures.strategy.Broker;
import futures.strategy.IntParameter;
import futures.strategy.Line;
import futures.strategy.Setup;
import futures.strategy.Strategy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The same request gives the same bytes, and what differs shows. */
class DeterminismTest {
    /** Trades at random around an average. */
    static final class Restless extends Strategy {
        private final IntParameter period = integer("period", 20, 2, 100, 1, "bars in the average");
        private Line average;
        private Random random;

        @Override
        protected void start(Setup setup) {
            average = setup.sma(period.value());
            random = setup.random();
        }

        @Override
        protected void onBar(Bars bars, Broker broker) {
            if (random.nextInt(5) == 0) {
                Side side = bars.close() > average.now() ? Side.SHORT : Side.LONG;
                broker.send(Order.market(side, 1).withStop(6).withTarget(9));
            }
        }
    }

    private final Market market = Market.of(Samples.walk(Samples.es(), 5_000, 42), Samples.es());

    private BacktestRequest request() {
        return BacktestRequest.of(Restless::new, market).withSeed(7);
    }

    @Test
    void theSameRequestGivesTheSameHashOnAnyNumberOfThreads() throws Exception {
        String alone = Backtest.run(request()).hash();
        ExecutorService pool = Executors.newFixedThreadPool(4);
        try {
            Market untouched = Market.of(Samples.walk(Samples.es(), 5_000, 42), Samples.es());
            List<Future<String>> hashes = new ArrayList<>();
            for (int i = 0; i < 16; i++) {
                Market shared = i % 2 == 0 ? untouched : market;
                hashes.add(pool.submit(() -> Backtest.run(
                                BacktestRequest.of(Restless::new, shared).withSeed(7))
                        .hash()));
            }
            for (Future<String> hash : hashes) {
                assertEquals(alone, hash.get());
            }
        } finally {
            pool.shutdownNow();
        }
    }

    /** The same in every process and on every JDK: a change of this value is a change of {@link Backtest#ENGINE_VERSION}. */
    @Test
    void theHashOfThisRunIsKnown() {
        assertEquals(
                "6bee79f44dd19e693914c980ddfcc7bfd8706fdb58778f4d692cd09f8462af57",
                Backtest.run(request()).hash());
    }

    @Test
    void ordersOfEveryKindGiveTheSameInAnotherProcess() throws Exception {
        assertEquals(RandomRuns.results(), FreshJvm.output(FreshJvm.thisJdk(), RandomRuns.class));
    }

    @Test
    @Tag("other-jdks")
    void ordersOfEveryKindGiveTheSameOnOtherJdks() throws Exception {
        String here = RandomRuns.results();
        for (Path jdk : FreshJvm.otherJdks()) {
            assertEquals(here, FreshJvm.output(jdk, RandomRuns.class), jdk::toString);
        }
    }

    @Test
    void anotherSeedParameterCostOrBarGivesAnotherHash() {
        Set<String> hashes = new HashSet<>();
        hashes.add(Backtest.run(request()).hash());
        hashes.add(Backtest.run(request().withSeed(8)).hash());
        hashes.add(Backtest.run(request().withParameters(Map.of("period", 21))).hash());
        hashes.add(Backtest.run(request().withCosts(Costs.of("2.51", 1))).hash());
        Market other = Market.of(Samples.walk(Samples.es(), 5_000, 43), Samples.es());
        hashes.add(Backtest.run(BacktestRequest.of(Restless::new, other).withSeed(7))
                .hash());
        assertEquals(5, hashes.size());
        assertNotEquals(market.dataHash(), other.dataHash());
    }

    @Test
    void theManifestSaysWhatWasRun() {
        RunManifest manifest = Backtest.run(request()).manifest();
        assertEquals("Restless", manifest.strategyName());
        assertEquals(Map.of("period", 20), manifest.parameters());
        assertEquals(market.dataHash(), manifest.dataHash());
        assertEquals(64, manifest.strategyHash().length());
        assertEquals(5_000, manifest.bars());
        assertEquals(7, manifest.seed());
    }

    @Test
    void aRunCanBeWatchedAndCancelled() {
        List<Integer> seen = new ArrayList<>();
        Backtest.run(request().withProgress((done, total) -> seen.add(done)));
        assertEquals(List.of(0, 5_000), seen);
        assertThrows(
                BacktestCancelled.class, () -> Backtest.run(request().withProgress((done, total) -> done < total)));
    }

    @Test
    void aWrongParameterOrAFailingStrategyIsNamed() {
        IllegalArgumentException unknown = assertThrows(
                IllegalArgumentException.class, () -> Backtest.run(request().withParameters(Map.of("perod", 5))));
        assertEquals("strategy Restless has no parameter perod; it has period", unknown.getMessage());
        IllegalArgumentException wrong = assertThrows(
                IllegalArgumentException.class, () -> Backtest.run(request().withParameters(Map.of("period", 1.5))));
        assertEquals("parameter period must be a whole number from 2 to 100, found 1.5", wrong.getMessage());
        Script script = new Script();
        script.at(3, "buy 0");
        StrategyFailed failed =
                assertThrows(StrategyFailed.class, () -> Backtest.run(BacktestRequest.of(script::strategy, market)));
        assertEquals(
                "strategy Script failed at bar 3 that opened at 2024-03-04T00:03:00Z: "
                        + "java.lang.IllegalArgumentException: an order is for at least 1 contract, found 0",
                failed.getMessage());
    }
}
