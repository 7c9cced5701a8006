package futures.analytics.split;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import futures.analytics.ReferenceTables;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SplitTest {
    private static final ReferenceTables REFERENCE = ReferenceTables.read(SplitTest.class, "splits.txt");

    @ParameterizedTest
    @ValueSource(ints = {0, 2})
    void foldsAreThoseOfTheReference(int embargo) {
        Spans spans = new Spans(range(40), whole(REFERENCE.row("ends")));
        List<Split> splits = new PurgedKFold(5, embargo).split(spans);
        for (int fold = 0; fold < 5; fold++) {
            String name = "k5_embargo" + embargo + "/" + fold + "/";
            assertArrayEquals(
                    whole(REFERENCE.row(name + "test")), splits.get(fold).test());
            assertArrayEquals(
                    whole(REFERENCE.row(name + "train")), splits.get(fold).train());
            assertEquals(REFERENCE.row(name + "left").length, splits.get(fold).purged());
        }
    }

    @Test
    void splitsAndPathsAreCountedAsInTheReference() {
        for (double[] row : REFERENCE.table("counts")) {
            CombinatorialPurged cross = new CombinatorialPurged((int) row[0], (int) row[1], 0);
            assertEquals(row[2], cross.combinations().size());
            assertEquals(row[2], cross.split(new Spans(range(60), range(60))).size());
            assertEquals(row[3], cross.paths().length);
        }
    }

    /** A label that ends a bar after its start is purged as skfolio's one observation; labels that see no bar leave only its embargo. */
    @ParameterizedTest
    @ValueSource(strings = {"purged1", "embargo1"})
    void combinationsAreThoseThatSkfolioPublishes(String name) {
        int[] ends = range(12);
        if (name.equals("purged1")) {
            Arrays.setAll(ends, i -> i + 1);
        }
        List<Split> splits =
                new CombinatorialPurged(3, 2, name.equals("embargo1") ? 1 : 0).split(new Spans(range(12), ends));
        for (int i = 0; i < 3; i++) {
            double[][] rows = REFERENCE.table(name + "/" + i);
            assertArrayEquals(whole(rows[0]), splits.get(i).train());
            int[] test = new int[8];
            System.arraycopy(whole(rows[1]), 0, test, 0, 4);
            System.arraycopy(whole(rows[2]), 0, test, 4, 4);
            assertArrayEquals(test, splits.get(i).test());
        }
    }

    /** Every fold is once in every path, and no prediction is in two. */
    @Test
    void pathsTakeEveryPredictionOnce() {
        CombinatorialPurged cross = new CombinatorialPurged(7, 3, 0);
        List<int[]> combinations = cross.combinations();
        Set<Integer> taken = new HashSet<>();
        for (int[] path : cross.paths()) {
            for (int fold = 0; fold < 7; fold++) {
                int split = path[fold];
                int wanted = fold;
                assertTrue(Arrays.stream(combinations.get(split)).anyMatch(tested -> tested == wanted));
                assertTrue(taken.add(split * 7 + fold));
            }
        }
        assertEquals(combinations.size() * 3, taken.size());
    }

    /** Whatever the spans: nothing a model is fitted on has seen a bar of what it is judged with, and nothing is left out in vain. */
    @Test
    void noTrainingSpanOverlapsATestedOne() {
        Random random = new Random(6);
        for (int run = 0; run < 100; run++) {
            Spans spans = random(random, 30 + random.nextInt(60));
            int folds = 2 + random.nextInt(5);
            int embargo = random.nextInt(6);
            PurgedKFold plain = new PurgedKFold(folds, embargo);
            List<Split> splits = plain.split(spans);
            int tested = 0;
            for (Split split : splits) {
                assertApart(spans, split, embargo);
                assertEquals(spans.size(), split.train().length + split.test().length + split.purged());
                tested += split.test().length;
                Set<Integer> kept = new HashSet<>();
                Arrays.stream(split.train()).forEach(kept::add);
                Arrays.stream(split.test()).forEach(kept::add);
                int first = spans.start(split.test()[0]);
                int last = Arrays.stream(split.test()).map(spans::end).max().orElseThrow();
                for (int i = 0; i < spans.size(); i++) {
                    assertTrue(
                            kept.contains(i) || (spans.end(i) >= first && spans.start(i) <= last + embargo),
                            "label " + i + " is left out without need");
                }
            }
            assertEquals(spans.size(), tested);
            for (Split split : new CombinatorialPurged(folds, 1, embargo).split(spans)) {
                assertApart(spans, split, embargo);
            }
            if (folds > 2) {
                for (Split split : new CombinatorialPurged(folds, 2, 0).split(spans)) {
                    for (int train : split.train()) {
                        for (int test : split.test()) {
                            assertFalse(overlap(spans, train, test));
                        }
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void windowsAreFittedOnThePastAlone(boolean anchored) {
        Random random = new Random(7);
        for (int run = 0; run < 100; run++) {
            Spans spans = random(random, 40 + random.nextInt(60));
            int bars = spans.end(spans.size() - 1) + 1;
            WalkForwardSplit walk =
                    new WalkForwardSplit(20 + random.nextInt(30), 5 + random.nextInt(20), random.nextInt(5), anchored);
            int before = -1;
            for (WalkForwardSplit.Window window : walk.split(spans, 0, bars)) {
                assertEquals(window.trainTo() + walk.gap(), window.testFrom());
                assertEquals(anchored ? 0 : window.trainTo() - walk.train(), window.trainFrom());
                for (int train : window.split().train()) {
                    assertTrue(spans.start(train) >= window.trainFrom() && spans.end(train) < window.trainTo());
                }
                for (int test : window.split().test()) {
                    assertTrue(spans.start(test) >= window.testFrom() && spans.start(test) < window.testTo());
                    assertTrue(test > before, "no label is judged twice");
                    before = test;
                }
            }
        }
    }

    @Test
    void windowsStandSideBySide() {
        Spans spans = new Spans(range(20), range(20));
        List<WalkForwardSplit.Window> windows = new WalkForwardSplit(8, 5, 2, false).split(spans, 0, 20);
        assertEquals(2, windows.size());
        assertArrayEquals(new int[] {10, 11, 12, 13, 14}, windows.get(0).split().test());
        assertArrayEquals(
                new int[] {0, 1, 2, 3, 4, 5, 6, 7}, windows.get(0).split().train());
        assertArrayEquals(new int[] {15, 16, 17, 18, 19}, windows.get(1).split().test());
        assertEquals(5, windows.get(1).trainFrom());
        assertEquals(
                0,
                new WalkForwardSplit(8, 5, 2, true).split(spans, 0, 20).get(1).trainFrom());
    }

    @Test
    void whatCannotBeSplitIsSaid() {
        Spans spans = new Spans(range(3), range(3));
        assertThrows(IllegalArgumentException.class, () -> new PurgedKFold(4, 0).split(spans));
        assertThrows(IllegalArgumentException.class, () -> new PurgedKFold(1, 0));
        assertThrows(IllegalArgumentException.class, () -> new CombinatorialPurged(5, 5, 0));
        assertThrows(IllegalArgumentException.class, () -> new CombinatorialPurged(40, 20, 0));
        assertThrows(IllegalArgumentException.class, () -> new WalkForwardSplit(0, 1, 0, true));
        assertThrows(IllegalArgumentException.class, () -> new Spans(new int[] {2, 1}, new int[] {2, 1}));
        assertThrows(IllegalArgumentException.class, () -> new Spans(new int[] {2}, new int[] {1}));
        assertThrows(IllegalArgumentException.class, () -> new Spans(new int[] {2}, new int[0]));
    }

    private static void assertApart(Spans spans, Split split, int embargo) {
        int last = Arrays.stream(split.test()).map(spans::end).max().orElseThrow();
        for (int train : split.train()) {
            for (int test : split.test()) {
                assertFalse(overlap(spans, train, test));
            }
            assertTrue(spans.start(train) < spans.start(split.test()[0]) || spans.start(train) > last + embargo);
        }
    }

    private static boolean overlap(Spans spans, int one, int other) {
        return spans.start(one) <= spans.end(other) && spans.start(other) <= spans.end(one);
    }

    private static Spans random(Random random, int labels) {
        int[] starts = new int[labels];
        int[] ends = new int[labels];
        int bar = 0;
        for (int i = 0; i < labels; i++) {
            bar += random.nextInt(3);
            starts[i] = bar;
            ends[i] = bar + random.nextInt(8);
        }
        return new Spans(starts, ends);
    }

    private static int[] range(int count) {
        int[] range = new int[count];
        Arrays.setAll(range, i -> i);
        return range;
    }

    private static int[] whole(double[] values) {
        return Arrays.stream(values).mapToInt(value -> (int) value).toArray();
    }
}
