package futures.analytics.label;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SequentialBootstrapTest {
    /** Labels over the bars 1 to 3, 3 to 4 and 5 to 6 (AFML 4.5.3, whose bars count from 1). */
    private static final int[] EVENTS = {0, 2, 4};

    private static final int[] ENDS = {3, 4, 6};

    @Test
    void chancesAreThoseOfTheBook() {
        SequentialBootstrap bootstrap = new SequentialBootstrap(EVENTS, ENDS, 7);
        assertArrayEquals(new double[] {1 / 3.0, 1 / 3.0, 1 / 3.0}, bootstrap.chances(), 1e-12);
        bootstrap.take(1);
        assertArrayEquals(new double[] {5 / 14.0, 3 / 14.0, 6 / 14.0}, bootstrap.chances(), 1e-12);
        assertEquals(0.8333333333333334, bootstrap.uniqueness(0), 1e-12);
        bootstrap.take(2);
        assertArrayEquals(
                new double[] {0.45454545454545453, 0.2727272727272727, 0.2727272727272727}, bootstrap.chances(), 1e-12);
    }

    /** The tree and the part that is made anew against a whole matrix each time. */
    @Test
    void chancesAreThoseOfAWholeIndicatorMatrix() {
        Random random = new Random(5);
        for (int run = 0; run < 30; run++) {
            int bars = 60;
            int[] events = random.ints(0, bars - 1)
                    .distinct()
                    .limit(1 + random.nextInt(25))
                    .sorted()
                    .toArray();
            int[] ends = Arrays.stream(events)
                    .map(event -> event + 1 + random.nextInt(Math.min(12, bars - 1 - event)))
                    .toArray();
            SequentialBootstrap bootstrap = new SequentialBootstrap(events, ends, bars);
            int[] drawn = bootstrap.draw(30, run);
            double[] naive = new double[events.length];
            for (int i = 0; i < events.length; i++) {
                for (int t = events[i] + 1; t <= ends[i]; t++) {
                    int active = 1;
                    for (int label : drawn) {
                        active += events[label] < t && t <= ends[label] ? 1 : 0;
                    }
                    naive[i] += 1.0 / active / (ends[i] - events[i]);
                }
            }
            double sum = Arrays.stream(naive).sum();
            assertArrayEquals(Arrays.stream(naive).map(part -> part / sum).toArray(), bootstrap.chances(), 1e-12);
        }
    }

    @Test
    void theSeedDecides() {
        int[] one = new SequentialBootstrap(EVENTS, ENDS, 7).draw(50, 9);
        assertArrayEquals(one, new SequentialBootstrap(EVENTS, ENDS, 7).draw(50, 9));
        assertFalse(Arrays.equals(one, new SequentialBootstrap(EVENTS, ENDS, 7).draw(50, 10)));
    }

    /** The reason for the method: samples that overlap less than those of a plain bootstrap (AFML 4.5.4). */
    @Test
    void drawsOverlapLessThanPlainOnes() {
        Random random = new Random(2);
        double sequential = 0;
        double plain = 0;
        for (int run = 0; run < 100; run++) {
            int[] events = random.ints(0, 99).distinct().limit(10).sorted().toArray();
            int[] ends = Arrays.stream(events)
                    .map(event -> Math.min(100, event + 1 + random.nextInt(10)))
                    .toArray();
            sequential += meanUniqueness(events, ends, new SequentialBootstrap(events, ends, 101).draw(10, run));
            plain += meanUniqueness(
                    events, ends, random.ints(10, 0, events.length).toArray());
        }
        assertTrue(sequential > 1.05 * plain, sequential + " against " + plain);
    }

    /** Chances of the first draw are even, within four standard errors. */
    @Test
    void drawsFollowTheChances() {
        int[] counts = new int[3];
        for (int run = 0; run < 6000; run++) {
            SequentialBootstrap bootstrap = new SequentialBootstrap(EVENTS, ENDS, 7);
            bootstrap.take(1);
            counts[bootstrap.draw(1, run)[0]]++;
        }
        double[] chances = {5 / 14.0, 3 / 14.0, 6 / 14.0};
        for (int i = 0; i < 3; i++) {
            assertEquals(chances[i], counts[i] / 6000.0, 4 * Math.sqrt(chances[i] * (1 - chances[i]) / 6000));
        }
    }

    @Test
    void thereMustBeALabel() {
        assertThrows(IllegalArgumentException.class, () -> new SequentialBootstrap(new int[0], new int[0], 7));
    }

    private static double meanUniqueness(int[] events, int[] ends, int[] drawn) {
        double mean = 0;
        for (int label : drawn) {
            for (int t = events[label] + 1; t <= ends[label]; t++) {
                int active = 0;
                for (int other : drawn) {
                    active += events[other] < t && t <= ends[other] ? 1 : 0;
                }
                mean += 1.0 / active / (ends[label] - events[label]) / drawn.length;
            }
        }
        return mean;
    }
}
