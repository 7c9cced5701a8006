package futures.backtest.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import futures.backtest.order.Prepared;
import futures.backtest.series.MadeMarket;
import futures.engine.BacktestCancelled;
import futures.engine.BacktestRequest;
import futures.engine.FillMode;
import futures.engine.FillSettings;
import futures.engine.Market;
import futures.engine.ProfitInterval;
import futures.engine.Progress;
import futures.marketdata.SeriesKey;
import futures.model.Exit;
import futures.model.Order;
import futures.model.Side;
import futures.model.Timeframe;
import futures.model.bars.BarForm;
import futures.strategy.Bars;
import futures.strategy.Broker;
import futures.strategy.Setup;
import futures.strategy.Strategy;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Readings that run beside a run give what they give after it. */
@Timeout(60)
class OtherReadingsTest {
    private static final Market MARKET = new MadeMarket(20_000)
            .get(new SeriesKey(MadeMarket.SYMBOL, BarForm.of(Timeframe.MINUTE), null, null, null));

    private static final long MINUTE = 60_000;

    /** Buys with a stop and a target so near that one bar often reaches both. */
    private static final class NearExits extends Strategy {
        private final boolean buys;

        NearExits(boolean buys) {
            this.buys = buys;
        }

        @Override
        protected void start(Setup setup) {}

        @Override
        protected void onBar(Bars bars, Broker broker) {
            if (buys && broker.position() == 0 && bars.openTime() / MINUTE % 7 == 0) {
                broker.send(
                        Order.market(Side.LONG, 1).withStop(new Exit.Ticks(2)).withTarget(new Exit.Ticks(2)));
            }
        }
    }

    private static Fetched fetched(FillMode mode, boolean buys) {
        BacktestRequest request =
                BacktestRequest.of(() -> new NearExits(buys), MARKET).withFills(FillSettings.STANDARD.withMode(mode));
        return new FetchedSingle(new Prepared<>(request, "USD", List.of()));
    }

    @ParameterizedTest
    @EnumSource(names = {"PESSIMISTIC", "OPTIMISTIC", "OHLC"})
    void theyAreThoseOfRunsAfterIt(FillMode mode) {
        Fetched fetched = fetched(mode, true);
        AtomicInteger ended = new AtomicInteger();
        OtherReadings meanwhile = OtherReadings.meanwhile(fetched, ended::incrementAndGet);
        Outcome outcome = fetched.run(meanwhile.watching(Progress.UNOBSERVED));
        assertTrue(outcome.ambiguousBars() > 50, () -> outcome.ambiguousBars() + " doubtful bars are too few");
        ProfitInterval interval = meanwhile.interval(outcome, Progress.UNOBSERVED);
        assertEquals(OtherReadings.LATER.interval(outcome, Progress.UNOBSERVED), interval);
        assertTrue(interval.pessimistic() < interval.optimistic(), interval::toString);
        assertEquals(mode == FillMode.OHLC ? 2 : 1, ended.get());
    }

    /** One that runs until it is told to stop. */
    private static final class Endless implements Fetched {
        private final Fetched run;
        private final CountDownLatch ended = new CountDownLatch(1);

        Endless(Fetched run) {
            this.run = run;
        }

        @Override
        public FillMode mode() {
            return run.mode();
        }

        @Override
        public Outcome run(Progress progress) {
            return run.run(progress);
        }

        @Override
        public double profit(FillMode reading, Progress progress) {
            while (true) {
                run.profit(reading, progress); // throws when the progress says so
            }
        }
    }

    @Test
    void withoutDoubtThereAreNone() {
        Fetched fetched = fetched(FillMode.PESSIMISTIC, false);
        AtomicInteger ended = new AtomicInteger();
        OtherReadings meanwhile = OtherReadings.meanwhile(fetched, ended::incrementAndGet);
        Outcome outcome = fetched.run(meanwhile.watching(Progress.UNOBSERVED));
        assertEquals(new ProfitInterval(0, 0), meanwhile.interval(outcome, Progress.UNOBSERVED));
        assertEquals(0, ended.get());
    }

    @Test
    void theyBeginWhileTheRunGoesOn() {
        Fetched fetched = fetched(FillMode.PESSIMISTIC, true);
        CountDownLatch ended = new CountDownLatch(1);
        OtherReadings meanwhile = OtherReadings.meanwhile(fetched, ended::countDown);
        // The run waits for the other one before its last bars; so it can only end if that one has begun before.
        Outcome outcome = fetched.run(meanwhile.watching((done, total) -> done < total || awaited(ended)));
        assertTrue(meanwhile.interval(outcome, Progress.UNOBSERVED).optimistic()
                > outcome.equity().profit());
    }

    private static boolean awaited(CountDownLatch latch) {
        try {
            return latch.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void whoCancelsCancelsThem() throws Exception {
        Endless endless = new Endless(fetched(FillMode.PESSIMISTIC, true));
        OtherReadings meanwhile = OtherReadings.meanwhile(endless, endless.ended::countDown);
        Outcome outcome = endless.run(meanwhile.watching(Progress.UNOBSERVED));
        assertThrows(BacktestCancelled.class, () -> meanwhile.interval(outcome, (done, total) -> false));
        assertTrue(endless.ended.await(30, TimeUnit.SECONDS));
    }

    @Test
    void aFailureIsTheirOwn() {
        Fetched fetched = fetched(FillMode.PESSIMISTIC, true);
        IllegalStateException failure = new IllegalStateException("on another way");
        Fetched failing = new Fetched() {
            @Override
            public FillMode mode() {
                return fetched.mode();
            }

            @Override
            public Outcome run(Progress progress) {
                return fetched.run(progress);
            }

            @Override
            public double profit(FillMode reading, Progress progress) {
                throw failure;
            }
        };
        OtherReadings meanwhile = OtherReadings.meanwhile(failing, () -> {});
        Outcome outcome = failing.run(meanwhile.watching(Progress.UNOBSERVED));
        assertSame(
                failure,
                assertThrows(IllegalStateException.class, () -> meanwhile.interval(outcome, Progress.UNOBSERVED)));
    }
}
