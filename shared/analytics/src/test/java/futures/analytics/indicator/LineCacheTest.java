package futures.analytics.indicator;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import futures.model.BarSeries;
import futures.model.SessionHours;
import futures.model.TradingCalendar;
import futures.model.TradingDays;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class LineCacheTest {
    private static final int BARS = 1_000;
    private static final long LINE = 8L * BARS;
    private static final BarSeries SERIES = RandomWalk.quarterTicks(BARS, 1);

    private static IndicatorValues keeping(long lines) {
        return new IndicatorValues(
                SERIES, () -> TradingDays.of(SERIES, TradingCalendar.of(SessionHours.CME_GLOBEX)), lines * LINE);
    }

    private static Indicator sma(int period) {
        return new Sma(Price.CLOSE, period);
    }

    @Test
    void dropsWhatWasAskedForLongestAgo() {
        IndicatorValues values = keeping(2);
        double[] five = values.of(sma(5));
        double[] six = values.of(sma(6));
        assertSame(five, values.of(sma(5)));
        values.of(sma(7));
        assertEquals(2 * LINE, values.keptBytes());
        assertSame(five, values.of(sma(5)), "used after the other one");
        double[] again = values.of(sma(6));
        assertNotSame(six, again, "was dropped");
        assertArrayEquals(six, again, "and what was handed out is as it was");
    }

    @Test
    void neverKeepsMoreThanTheLimit() {
        IndicatorValues values = keeping(3);
        for (int period = 2; period < 60; period++) {
            values.of(sma(period));
            values.of(new Macd(Price.CLOSE, period, period + 10, 9).signal());
            assertTrue(values.keptBytes() <= 3 * LINE, "kept " + values.keptBytes());
        }
        IndicatorValues nothing = keeping(0);
        assertArrayEquals(values.of(sma(9)), nothing.of(sma(9)));
        assertEquals(0, nothing.keptBytes());
    }

    @Test
    void theLinesOfAStudyComeFromOneComputation() {
        AtomicInteger asked = new AtomicInteger();
        IndicatorValues values = new IndicatorValues(SERIES, () -> {
            asked.incrementAndGet();
            return TradingDays.of(SERIES, TradingCalendar.of(SessionHours.CME_GLOBEX));
        });
        values.of(sma(5));
        assertEquals(0, asked.get(), "trading days are asked for only where they are needed");
        values.of(new Vwap(1).middle());
        values.of(new Vwap(1).upper());
        values.of(new Vwap(1).lower());
        assertEquals(1, asked.get());
        assertEquals(4 * LINE, values.keptBytes());
    }

    /** The computation goes on until all other threads wait for it, or one of them computes as well. */
    @Test
    void threadsThatAskAtTheSameTimeGetOneComputation() throws Exception {
        LineCache cache = new LineCache(1 << 20);
        AtomicInteger computed = new AtomicInteger();
        List<Thread> threads = new ArrayList<>();
        Set<double[][]> answers = Collections.synchronizedSet(Collections.newSetFromMap(new IdentityHashMap<>()));
        AtomicBoolean allWaited = new AtomicBoolean();
        Supplier<double[][]> computation = () -> {
            computed.incrementAndGet();
            long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
            while (computed.get() == 1 && !allWaited.get() && System.nanoTime() < deadline) {
                long waiting = threads.stream()
                        .filter(thread -> thread.getState() == Thread.State.WAITING)
                        .count();
                allWaited.set(waiting == threads.size() - 1);
            }
            return new double[][] {{1}};
        };
        for (int t = 0; t < 8; t++) {
            threads.add(new Thread(() -> answers.add(cache.get("key", computation))));
        }
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }
        assertEquals(1, computed.get());
        assertTrue(allWaited.get(), "the others waited");
        assertEquals(1, answers.size());
    }

    @Test
    void aFailureIsToldAndNotKept() {
        LineCache cache = new LineCache(1_000);
        IllegalArgumentException failure = new IllegalArgumentException("too many rows");
        assertSame(
                failure,
                assertThrows(
                        IllegalArgumentException.class,
                        () -> cache.get("key", () -> {
                            throw failure;
                        })));
        assertEquals(2, cache.get("key", () -> new double[][] {{2}})[0][0]);
    }

    @Test
    void aNegativeLimitIsRefused() {
        assertEquals(
                "the limit must be 0 bytes or more, found -8000",
                assertThrows(IllegalArgumentException.class, () -> keeping(-1)).getMessage());
    }
}
