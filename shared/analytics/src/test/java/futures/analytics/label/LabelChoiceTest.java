package futures.analytics.label;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import futures.analytics.ReferenceTables;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Which bars are labelled, labels of a fixed horizon, and weights. */
class LabelChoiceTest {
    private static final ReferenceTables REFERENCE = ReferenceTables.read(LabelChoiceTest.class, "labels.txt");

    @Test
    void cusumTakesTheBarsOfTheReference() {
        double[] taken = Arrays.stream(CusumFilter.events(REFERENCE.row("close"), 0.015))
                .asDoubleStream()
                .toArray();
        double[] expected = Arrays.stream(REFERENCE.table("cusum_0.015"))
                .mapToDouble(row -> row[0])
                .toArray();
        assertArrayEquals(expected, taken);
    }

    @Test
    void cusumKnowsABarAtItsClose() {
        double[] close = REFERENCE.row("close");
        int[] all = CusumFilter.events(close, 0.01);
        for (int n = 1; n <= close.length; n++) {
            int bars = n;
            assertArrayEquals(
                    Arrays.stream(all).filter(event -> event < bars).toArray(),
                    CusumFilter.events(Arrays.copyOf(close, n), 0.01));
        }
        double[] unknown = new double[close.length];
        Arrays.fill(unknown, Double.NaN);
        assertEquals(0, CusumFilter.events(close, unknown).length);
        assertThrows(IllegalArgumentException.class, () -> CusumFilter.events(close, 0));
    }

    @Test
    void aFixedHorizonEndsAfterItsBars() {
        double[] close = {100, 102, 101, 100, 99};
        int[] events = {0, 1, 2, 3, 4};
        Labels returns = new FixedHorizon(2).returns(close, events);
        assertArrayEquals(new double[] {0.01, 100.0 / 102 - 1, 99.0 / 101 - 1}, returns.values(), 1e-15);
        assertArrayEquals(new int[] {2, 3, 4}, returns.ends());
        assertEquals(2, returns.truncated());
        Labels direction =
                new FixedHorizon(2).direction(close, events, new double[] {0.02, 0.01, Double.NaN, 0.01, 0.01});
        assertArrayEquals(new double[] {0, -1}, direction.values());
        assertEquals(1, direction.unmeasured());
        assertThrows(IllegalArgumentException.class, () -> new FixedHorizon(0));
        assertThrows(IllegalArgumentException.class, () -> new FixedHorizon(1).direction(close, events, new double[1]));
    }

    @Test
    void weightsAreThoseOfTheReference() {
        double[] close = REFERENCE.row("close");
        int[][] spans = spans();
        int[] active = SampleWeights.concurrency(spans[0], spans[1], close.length);
        assertArrayEquals(
                REFERENCE.row("concurrency"),
                Arrays.stream(active).asDoubleStream().toArray());
        assertArrayEquals(
                REFERENCE.row("uniqueness"), SampleWeights.uniqueness(spans[0], spans[1], close.length), 1e-9);
        assertArrayEquals(REFERENCE.row("return_weights"), SampleWeights.byReturn(spans[0], spans[1], close), 1e-9);
    }

    /** Of labels that overlap no other all is their own, and what is shared is shared out once. */
    @Test
    void uniquenessSharesEachBarOnce() {
        Random random = new Random(8);
        for (int run = 0; run < 50; run++) {
            int bars = 50 + random.nextInt(200);
            int[] events =
                    random.ints(0, bars - 1).distinct().limit(20).sorted().toArray();
            int[] ends = Arrays.stream(events)
                    .map(event -> event + 1 + random.nextInt(Math.min(15, bars - 1 - event)))
                    .toArray();
            int[] active = SampleWeights.concurrency(events, ends, bars);
            double[] unique = SampleWeights.uniqueness(events, ends, bars);
            double shared = 0;
            for (int i = 0; i < events.length; i++) {
                assertTrue(unique[i] > 0 && unique[i] <= 1 + 1e-12);
                shared += unique[i] * (ends[i] - events[i]);
            }
            assertEquals(
                    (double) Arrays.stream(active).filter(count -> count > 0).count(), shared, 1e-9);
            double[] close = random.doubles(bars, 90, 110).toArray();
            assertEquals(
                    events.length,
                    Arrays.stream(SampleWeights.byReturn(events, ends, close)).sum(),
                    1e-9);
        }
    }

    @Test
    void decayLeadsFromTheOldestToOne() {
        assertArrayEquals(new double[] {0.625, 0.875, 1}, SampleWeights.decay(new double[] {1, 2, 1}, 0.5), 1e-15);
        assertArrayEquals(new double[] {1, 1}, SampleWeights.decay(new double[] {0.3, 0.2}, 1), 1e-15);
        assertThrows(IllegalArgumentException.class, () -> SampleWeights.decay(new double[] {1}, 2));
    }

    @Test
    void aLabelWithoutBarsHasNoWeight() {
        assertThrows(IllegalArgumentException.class, () -> SampleWeights.uniqueness(new int[] {3}, new int[] {3}, 10));
        assertThrows(IllegalArgumentException.class, () -> SampleWeights.uniqueness(new int[] {3}, new int[] {10}, 10));
    }

    private static int[][] spans() {
        double[][] rows = REFERENCE.table("closes");
        return new int[][] {
            Arrays.stream(rows).mapToInt(row -> (int) row[0]).toArray(),
            Arrays.stream(rows).mapToInt(row -> (int) row[1]).toArray()
        };
    }
}
