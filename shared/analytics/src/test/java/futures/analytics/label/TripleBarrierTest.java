package futures.analytics.label;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import futures.analytics.ReferenceTables;
import futures.analytics.label.TripleBarrier.AtTime;
import futures.analytics.label.TripleBarrier.Prices;
import futures.analytics.label.TripleBarrier.Touch;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TripleBarrierTest {
    private static final ReferenceTables REFERENCE = ReferenceTables.read(TripleBarrierTest.class, "labels.txt");
    private static final Prices DAYS = new Prices(REFERENCE.row("high"), REFERENCE.row("low"), REFERENCE.row("close"));
    private static final int[] EVENTS = Arrays.stream(REFERENCE.row("events"))
            .mapToInt(event -> (int) event)
            .toArray();

    @ParameterizedTest
    @EnumSource(AtTime.class)
    void closesMeetTheBarriersOfTheReference(AtTime atTime) {
        Labels labels = new TripleBarrier(1.5, 1, 8, 0, Touch.CLOSE, atTime)
                .direction(DAYS, EVENTS, REFERENCE.row("volatility"));
        int i = 0;
        int truncated = 0;
        for (double[] row : REFERENCE.table("closes")) {
            if (row[5] == 1) {
                truncated++;
            } else {
                assertEquals(row[0], labels.events()[i]);
                assertEquals(row[1], labels.ends()[i]);
                assertEquals(row[2], ending(labels.ending(i)));
                assertEquals(atTime == AtTime.ZERO ? row[2] : row[3], labels.values()[i]);
                assertEquals(row[4], labels.returns()[i], 1e-9);
                i++;
            }
        }
        assertEquals(i, labels.size());
        assertEquals(truncated, labels.truncated());
        assertEquals(1, truncated);
    }

    @Test
    void highsAndLowsMeetTheBarriersOfTheReference() {
        Labels labels = new TripleBarrier(1.5, 1, 8, 0, Touch.HIGH_LOW, AtTime.ZERO)
                .direction(DAYS, EVENTS, REFERENCE.row("volatility"));
        int i = 0;
        for (double[] row : REFERENCE.table("highs_and_lows")) {
            assertEquals(row[0], labels.events()[i]);
            assertEquals(row[1], labels.ends()[i]);
            assertEquals(row[2], labels.values()[i]);
            assertEquals(row[3] == 1, labels.ambiguous(i));
            i++;
        }
        assertEquals(i, labels.size());
    }

    /** Bars of 100 with one that reaches from 97 to 103. */
    @Test
    void theStopIsTakenWhereOneBarHasBoth() {
        double[] close = {100, 100, 100};
        Prices prices = new Prices(new double[] {100, 103, 100}, new double[] {100, 97, 100}, close);
        double[] volatility = {0.01, 0.01, 0.01};
        for (int side = -1; side <= 1; side += 2) {
            Labels labels = new TripleBarrier(2, 2, 2, 0.001, Touch.HIGH_LOW, AtTime.ZERO)
                    .onSide(prices, new int[] {0}, volatility, new int[] {side, 0, 0});
            assertEquals(-1, labels.values()[0]);
            assertTrue(labels.ambiguous(0));
            assertEquals(-0.02, labels.returns()[0], 1e-15, "the stop is two volatilities of what is left after costs");
        }
    }

    /** A bar from 94 to 95 is all beyond a stop at 98: nobody sold at 98 in it. */
    @Test
    void aGapBeyondTheStopEndsAtThePriceThatWasThere() {
        Prices prices = new Prices(new double[] {100, 95}, new double[] {100, 94}, new double[] {100, 94.5});
        Labels labels = new TripleBarrier(2, 2, 1, 0, Touch.HIGH_LOW, AtTime.ZERO)
                .direction(prices, new int[] {0}, new double[] {0.01, 0.01});
        assertEquals(-0.05, labels.returns()[0], 1e-15);
    }

    @Test
    void costsMoveTheProfitAwayAndTheStopNear() {
        double[] close = {100, 101.05, 102, 98.5};
        Prices prices = new Prices(close, close, close);
        double[] volatility = {0.01, 0.01, 0.01, 0.01};
        int[] event = {0};
        int[] buys = {1, 0, 0, 0};
        assertEquals(
                1,
                new TripleBarrier(1, 1, 3, 0, Touch.CLOSE, AtTime.ZERO)
                        .onSide(prices, event, volatility, buys)
                        .ends()[0]);
        Labels dear =
                new TripleBarrier(1, 1, 3, 0.002, Touch.CLOSE, AtTime.ZERO).onSide(prices, event, volatility, buys);
        assertEquals(2, dear.ends()[0]);
        assertEquals(0.018, dear.returns()[0], 1e-15);
        Labels sold = new TripleBarrier(1, 1, 3, 0.002, Touch.CLOSE, AtTime.ZERO)
                .onSide(prices, event, volatility, new int[] {-1, 0, 0, 0});
        assertEquals(1, sold.ends()[0], "a short loses 0.0105 and 0.002");
        assertEquals(-1, sold.values()[0]);
        assertEquals(-0.0125, sold.returns()[0], 1e-15);
        Labels either =
                new TripleBarrier(0, 1.4, 3, 0.002, Touch.CLOSE, AtTime.SIGN).direction(prices, event, volatility);
        assertEquals(Ending.TIME, either.ending(0), "a short would have earned 0.015 less 0.002 only");
        assertEquals(-1, either.values()[0]);
    }

    @Test
    void metaLabelsSayWhetherTheSidePaid() {
        double[] close = {100, 101, 100.05, 99, 98};
        Prices prices = new Prices(close, close, close);
        double[] volatility = {1, 1, 1, 1, 1};
        Labels labels = new TripleBarrier(0, 0, 2, 0.001, Touch.CLOSE, AtTime.SIGN)
                .onSide(prices, new int[] {0, 1, 2}, volatility, new int[] {1, 1, -1, 0, 0});
        assertArrayEquals(new double[] {-1, -1, 1}, labels.values());
        assertArrayEquals(new double[] {0, 0, 1}, labels.paid().values());
        assertArrayEquals(labels.ends(), labels.paid().ends());
    }

    @Test
    void eventsWithoutSideOrVolatilityAreCounted() {
        double[] close = {100, 101, 102, 103};
        Labels labels = new TripleBarrier(1, 1, 1, 0, Touch.CLOSE, AtTime.ZERO)
                .onSide(
                        new Prices(close, close, close),
                        new int[] {0, 1, 2, 3},
                        new double[] {Double.NaN, 0.1, 0.1, 0.1},
                        new int[] {1, 0, 1, 1});
        assertArrayEquals(new int[] {2}, labels.events());
        assertEquals(2, labels.unmeasured());
        assertEquals(1, labels.truncated());
    }

    /** What is labelled early is labelled the same when later bars are there. */
    @ParameterizedTest
    @EnumSource(Touch.class)
    void laterBarsDoNotChangeALabel(Touch touch) {
        Random random = new Random(3);
        TripleBarrier barriers = new TripleBarrier(1.5, 1, 8, 1e-4, touch, AtTime.SIGN);
        for (int run = 0; run < 40; run++) {
            int n = 60 + random.nextInt(100);
            double[][] walk = walk(random, n);
            int[] events = random.ints(0, n).distinct().limit(20).sorted().toArray();
            int cut = 40 + random.nextInt(n - 40);
            Labels all = barriers.direction(prices(walk, n), events, walk[3]);
            Labels early = barriers.direction(
                    prices(walk, cut),
                    Arrays.stream(events).filter(event -> event < cut).toArray(),
                    Arrays.copyOf(walk[3], cut));
            int known = 0;
            for (int i = 0; i < all.size(); i++) {
                if (all.ends()[i] < cut) {
                    assertEquals(all.events()[i], early.events()[known]);
                    assertEquals(all.ends()[i], early.ends()[known]);
                    assertEquals(all.values()[i], early.values()[known]);
                    assertEquals(all.returns()[i], early.returns()[known]);
                    known++;
                }
            }
            assertEquals(known, early.size());
        }
    }

    /** Upside down, long is short: prices are turned so that their simple returns change sign. */
    @Test
    void aFallLooksToAShortLikeARiseToALong() {
        double[] rises = {100, 103, 99, 101, 98, 104, 103};
        double[] falls = new double[rises.length];
        Arrays.setAll(falls, t -> 200 - rises[t]);
        double[] volatility = new double[rises.length];
        Arrays.fill(volatility, 0.02);
        int[] longs = new int[rises.length];
        int[] shorts = new int[rises.length];
        Arrays.fill(longs, 1);
        Arrays.fill(shorts, -1);
        TripleBarrier barriers = new TripleBarrier(1, 0.5, 4, 0.001, Touch.HIGH_LOW, AtTime.SIGN);
        Labels rising = barriers.onSide(new Prices(rises, rises, rises), new int[] {0}, volatility, longs);
        Labels falling = barriers.onSide(new Prices(falls, falls, falls), new int[] {0}, volatility, shorts);
        assertArrayEquals(rising.values(), falling.values());
        assertArrayEquals(rising.ends(), falling.ends());
        assertArrayEquals(rising.returns(), falling.returns(), 1e-15);
    }

    @Test
    void whatCannotBeLabelledIsSaid() {
        TripleBarrier barriers = new TripleBarrier(1, 1, 2, 0, Touch.CLOSE, AtTime.ZERO);
        double[] close = {1, 2, 3};
        Prices prices = new Prices(close, close, close);
        assertThrows(IllegalArgumentException.class, () -> barriers.direction(prices, new int[] {1, 1}, close));
        assertThrows(IllegalArgumentException.class, () -> barriers.direction(prices, new int[] {3}, close));
        assertThrows(IllegalArgumentException.class, () -> barriers.direction(prices, new int[] {0}, new double[2]));
        assertThrows(IllegalArgumentException.class, () -> new Prices(close, close, new double[2]));
        assertThrows(IllegalArgumentException.class, () -> new TripleBarrier(1, 1, 0, 0, Touch.CLOSE, AtTime.ZERO));
    }

    private static double ending(Ending ending) {
        return switch (ending) {
            case PROFIT -> 1;
            case STOP -> -1;
            case TIME -> 0;
        };
    }

    private static Prices prices(double[][] walk, int bars) {
        return new Prices(Arrays.copyOf(walk[0], bars), Arrays.copyOf(walk[1], bars), Arrays.copyOf(walk[2], bars));
    }

    /** High, low, close and a volatility that varies. */
    private static double[][] walk(Random random, int bars) {
        double[][] walk = new double[4][bars];
        double price = 100;
        for (int t = 0; t < bars; t++) {
            price *= Math.exp(0.01 * random.nextGaussian());
            walk[0][t] = price * (1 + 0.005 * random.nextDouble());
            walk[1][t] = price * (1 - 0.005 * random.nextDouble());
            walk[2][t] = price;
            walk[3][t] = 0.005 + 0.01 * random.nextDouble();
        }
        return walk;
    }
}
