package futures.backtest.lookahead;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import futures.engine.BacktestRequest;
import futures.engine.FillMode;
import futures.engine.FillSettings;
import futures.engine.Market;
import futures.engine.ModelPredictions;
import futures.model.BarSeries;
import futures.model.ContractSpec;
import futures.model.SessionHours;
import futures.model.TickGrid;
import futures.model.Timeframe;
import futures.strategy.Bars;
import futures.strategy.Broker;
import futures.strategy.Setup;
import futures.strategy.Strategy;
import futures.wire.backtest.Lookahead;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.ServiceLoader;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Those that cheat are caught, each with the first place; those that do not are left alone. */
class ProverTest {
    private static final ContractSpec ES = new ContractSpec(
            "ES",
            "ES",
            "CME",
            "USD",
            new TickGrid(new BigDecimal("0.25")),
            new BigDecimal("50"),
            null,
            null,
            SessionHours.CME_GLOBEX);
    private static final List<FillMode> MODES = List.of(FillMode.PESSIMISTIC, FillMode.OPTIMISTIC, FillMode.OHLC);
    private static final BarSeries BARS = minutes(6_000, 7);
    private static final Market MARKET = Market.of(BARS, ES).withModels(List.of(predictions()));

    @BeforeEach
    void forget() {
        Cheats.Memory.SEEN.clear();
    }

    private static BarSeries minutes(int count, long seed) {
        Random random = new Random(seed);
        BarSeries.Builder bars = BarSeries.builder("ES", new Timeframe(60));
        long start = Instant.parse("2024-03-04T23:00:00Z").toEpochMilli();
        long close = 20_000;
        for (int i = 0; i < count; i++) {
            long open = close;
            close += random.nextInt(9) - 4;
            long high = Math.max(open, close) + random.nextInt(4);
            long low = Math.min(open, close) - random.nextInt(4);
            // twenty hours of every day, so that there are sessions
            long at = start + i / 1_200 * 86_400_000L + i % 1_200 * 60_000L;
            bars.add(at, open / 4.0, high / 4.0, low / 4.0, close / 4.0, 100 + random.nextInt(900));
        }
        return bars.build();
    }

    /** What a model could have said: the last move is thought to go on. */
    private static ModelPredictions predictions() {
        long[] times = new long[BARS.size()];
        long[] known = new long[BARS.size()];
        double[] values = new double[BARS.size()];
        for (int i = 0; i < values.length; i++) {
            times[i] = BARS.openTime(i);
            known[i] = BARS.closeTime(i);
            values[i] = 1 / (1 + StrictMath.exp(-0.2 * (BARS.close(i) - BARS.close(Math.max(0, i - 10)))));
        }
        return new ModelPredictions("signal", "made", 1, "0", times, known, values, new boolean[values.length]);
    }

    private static Lookahead prove(BacktestRequest request, int points) {
        return new Prover(request, market -> {}, () -> {}, (share, what) -> {}).prove(points, 3);
    }

    private static Lookahead prove(Supplier<Strategy> strategy) {
        return prove(BacktestRequest.of(strategy, MARKET), Prover.STANDARD_POINTS);
    }

    private static void caught(Supplier<Strategy> cheat) {
        Lookahead found = prove(cheat);
        assertEquals("failed", found.verdict(), found::toString);
        assertNotNull(found.first());
        assertFalse(found.first().at().isAfter(found.first().knownUntil()), found::toString);
        assertTrue(found.text().contains(found.first().at().toString()), found::text);
        assertFalse(found.first().with().equals(found.first().without()), found::toString);
    }

    @Test
    void whoReadsAnIndicatorAheadIsCaught() {
        caught(Cheats.NextOfALine::new);
    }

    @Test
    void whoReadsALongerBarThatIsNotOverIsCaught() {
        caught(Cheats.HourThatIsNotOver::new);
    }

    @Test
    void whoMeasuresByTheWholeRangeIsCaught() {
        caught(Cheats.WholeRange::new);
    }

    @Test
    void whoOnlyLeavesOutWhatWouldLoseIsCaught() {
        Lookahead found = prove(BacktestRequest.of(Cheats.Omission::new, MARKET), 60);
        assertEquals("failed", found.verdict(), found::toString);
    }

    @Test
    void whoRemembersAnEarlierRunIsUnsteady() {
        Lookahead found = prove(Cheats.Memory::new);
        assertEquals("unsteady", found.verdict(), found::toString);
        assertEquals("repeated", found.first().kind());
        assertEquals(1, found.probes().size(), "nothing else can be said then");
    }

    @Test
    void honestOnesPassAtEveryPlace() {
        Lookahead found = prove(Cheats.Honest::new);
        assertEquals("passed", found.verdict(), found::toString);
        assertNull(found.first());
        assertTrue(found.orders() > 50, found::toString);
        assertEquals(1 + 2 * Prover.STANDARD_POINTS, found.probes().size());
        assertTrue(found.probes().stream().allMatch(Lookahead.Probe::same));
        assertEquals(found, prove(Cheats.Honest::new), "the seed decides");
    }

    @Test
    void shippedStrategiesPassInEveryFillMode() {
        int count = 0;
        int passed = 0;
        for (Strategy shipped : ServiceLoader.load(Strategy.class)) {
            if (!shipped.getClass().getPackageName().equals("futures.strategies")) {
                continue; // of other tests
            }
            Supplier<Strategy> maker = () -> ServiceLoader.load(Strategy.class).stream()
                    .filter(provider -> provider.type() == shipped.getClass())
                    .findFirst()
                    .orElseThrow()
                    .get();
            FillMode mode = MODES.get(count++ % MODES.size());
            Lookahead found =
                    prove(BacktestRequest.of(maker, MARKET).withFills(FillSettings.STANDARD.withMode(mode)), 6);
            assertTrue(
                    found.verdict().equals("passed") || found.verdict().equals("no_orders"),
                    () -> shipped.name() + ": " + found);
            passed += found.verdict().equals("passed") ? 1 : 0;
        }
        assertTrue(count >= 10, "shipped strategies are there");
        assertTrue(passed >= 7, "most of them trade on these bars, found " + passed);
    }

    @Test
    void withoutOrdersThereIsNothingToSay() {
        Supplier<Strategy> idle = () -> new Strategy() {
            @Override
            protected void start(Setup setup) {}

            @Override
            protected void onBar(Bars bars, Broker broker) {}
        };
        assertEquals("no_orders", prove(idle).verdict());
    }

    @Test
    void aChangedFutureIsOneOfBarsAndBeginsWhereItIsSaid() {
        for (long seed = 0; seed < 20; seed++) {
            int known = 1 + (int) (seed * 299);
            BarSeries was = MARKET.bars();
            BarSeries is = HiddenFuture.changed(MARKET, known, new SplittableRandom(seed))
                    .bars();
            assertEquals(was.size(), is.size());
            int moved = 0;
            for (int i = 0; i < is.size(); i++) {
                assertTrue(is.low(i) > 0 && is.low(i) <= Math.min(is.open(i), is.close(i)), "bar " + i);
                assertTrue(is.high(i) >= Math.max(is.open(i), is.close(i)), "bar " + i);
                assertTrue(ES.ticks().isOnGrid(is.close(i)), "bar " + i);
                if (i < known) {
                    assertEquals(was.bar(i), is.bar(i));
                } else if (was.close(i) != is.close(i)) {
                    moved++;
                }
            }
            assertTrue(moved > (is.size() - known) / 2, "seed " + seed + " moved " + moved);
            assertEquals(known, HiddenFuture.cut(MARKET, known).bars().size());
        }
    }
}
