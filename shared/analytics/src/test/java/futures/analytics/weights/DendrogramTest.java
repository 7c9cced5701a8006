package futures.analytics.weights;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DendrogramTest {
    /** Compares all members of all clusters with each other at every step. */
    private static List<Set<Integer>> naive(double[][] distances, List<Double> at) {
        List<Set<Integer>> clusters = new ArrayList<>();
        for (int i = 0; i < distances.length; i++) {
            clusters.add(Set.of(i));
        }
        List<Set<Integer>> made = new ArrayList<>();
        while (clusters.size() > 1) {
            Set<Integer> one = null;
            Set<Integer> other = null;
            double nearest = Double.POSITIVE_INFINITY;
            for (Set<Integer> a : clusters) {
                for (Set<Integer> b : clusters) {
                    for (int i : a) {
                        for (int j : b) {
                            if (a != b && distances[i][j] < nearest) {
                                nearest = distances[i][j];
                                one = a;
                                other = b;
                            }
                        }
                    }
                }
            }
            clusters.remove(one);
            clusters.remove(other);
            Set<Integer> both = new HashSet<>(one);
            both.addAll(other);
            clusters.add(both);
            made.add(both);
            at.add(nearest);
        }
        return made;
    }

    @Test
    void mergesAsANaiveSearchDoes() {
        Random random = new Random(3);
        for (int k = 0; k < 50; k++) {
            int n = 1 + random.nextInt(9);
            double[][] distances = new double[n][n];
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < i; j++) {
                    distances[i][j] = random.nextDouble();
                    distances[j][i] = distances[i][j];
                }
            }
            Dendrogram tree = Dendrogram.singleLinkage(distances);
            List<Double> at = new ArrayList<>();
            List<Set<Integer>> expected = naive(distances, at);
            List<Set<Integer>> members = new ArrayList<>();
            for (int i = 0; i < n; i++) {
                members.add(Set.of(i));
            }
            for (int m = 0; m < expected.size(); m++) {
                Dendrogram.Merge merge = tree.merges().get(m);
                Set<Integer> both = new HashSet<>(members.get(merge.left()));
                both.addAll(members.get(merge.right()));
                members.add(both);
                assertEquals(expected.get(m), both);
                assertEquals(at.get(m), merge.distance());
                assertEquals(both.size(), merge.size());
            }
            assertEachOnce(tree.order(), n);
        }
    }

    private static void assertEachOnce(int[] order, int n) {
        Set<Integer> seen = new HashSet<>();
        for (int i : order) {
            seen.add(i);
        }
        assertEquals(n, order.length);
        assertEquals(n, seen.size());
    }

    @Test
    void oneSeriesIsATree() {
        assertArrayEquals(
                new int[] {0}, Dendrogram.singleLinkage(new double[1][1]).order());
    }
}
