package futures.backtest.optimize.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Fronts beside those that a naive twin peels off one by one. */
class RankingTest {
    private static Fitness random(Random random, int objectives) {
        if (random.nextInt(10) == 0) {
            return Fitness.NONE;
        }
        double[] values = new double[objectives];
        for (int i = 0; i < objectives; i++) {
            values[i] = random.nextInt(12);
        }
        return new Fitness(values, random.nextInt(4) == 0 ? random.nextInt(5) : 0);
    }

    @Test
    void frontsAreThoseThatPeelingGives() {
        for (int seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            int objectives = 2 + random.nextInt(2);
            List<Fitness> all = new ArrayList<>();
            for (int i = 0; i < 60; i++) {
                all.add(random(random, objectives));
            }
            int[] fronts = Ranking.fronts(all);
            Set<Integer> left = new HashSet<>();
            for (int i = 0; i < 60; i++) {
                left.add(i);
            }
            for (int front = 0; !left.isEmpty(); front++) {
                Set<Integer> peeled = new HashSet<>();
                for (int i : left) {
                    if (left.stream().noneMatch(j -> naive(all.get(j), all.get(i)))) {
                        peeled.add(i);
                    }
                }
                for (int i : peeled) {
                    assertEquals(front, fronts[i], "seed " + seed + ", " + i);
                }
                left.removeAll(peeled);
            }
            int[] order = Ranking.order(all);
            for (int i = 1; i < order.length; i++) {
                assertTrue(fronts[order[i - 1]] <= fronts[order[i]]);
            }
        }
    }

    private static boolean naive(Fitness a, Fitness b) {
        if (a.values().length == 0) {
            return false;
        }
        if (b.values().length == 0) {
            return true;
        }
        if (a.violation() != 0 || b.violation() != 0) {
            return a.violation() < b.violation();
        }
        int worse = 0;
        int better = 0;
        for (int i = 0; i < a.values().length; i++) {
            worse += a.values()[i] < b.values()[i] ? 1 : 0;
            better += a.values()[i] > b.values()[i] ? 1 : 0;
        }
        return worse == 0 && better > 0;
    }

    @Test
    void oneObjectiveIsOrderedByConstraintsThenValue() {
        List<Fitness> all = List.of(
                new Fitness(new double[] {5}, 2),
                new Fitness(new double[] {1}, 0),
                Fitness.NONE,
                new Fitness(new double[] {3}, 0),
                new Fitness(new double[] {9}, 1));
        assertEquals(
                List.of(3, 1, 4, 0, 2),
                Arrays.stream(Ranking.order(all)).boxed().toList());
        assertFalse(all.get(0).feasible());
    }
}
