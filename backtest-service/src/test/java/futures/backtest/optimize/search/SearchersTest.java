package futures.backtest.optimize.search;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Searchers on functions whose best is known, and what each promises of the cells that it names. */
class SearchersTest {
    private static CellSpace square(int axes, int size) {
        Map<String, List<Object>> values = new LinkedHashMap<>();
        for (int i = 0; i < axes; i++) {
            values.put(
                    "p" + i, IntStream.range(0, size).mapToObj(v -> (Object) v).toList());
        }
        return new CellSpace(values, List.of());
    }

    /** A search as the service leads it. */
    private static final class Led {
        final List<Long> asked = new ArrayList<>();
        final Map<Long, Double> found = new HashMap<>();

        Led(Method method, CellSpace space, int trials, long seed, ToDoubleFunction<int[]> function) {
            Searcher searcher = method.searcher(space, trials, seed);
            for (int stale = 0; stale < 30 && found.size() < trials; ) {
                int before = found.size();
                long[] cells = searcher.ask(Math.min(method.batch(), trials - found.size()));
                List<Fitness> told = new ArrayList<>();
                for (long cell : cells) {
                    asked.add(cell);
                    double value = function.applyAsDouble(space.places(cell));
                    found.put(cell, value);
                    told.add(Double.isNaN(value) ? Fitness.NONE : new Fitness(new double[] {value}, 0));
                }
                searcher.tell(told);
                stale = found.size() == before ? stale + 1 : 0;
                if (cells.length == 0) {
                    return;
                }
            }
        }

        double best() {
            return found.values().stream()
                    .filter(value -> !value.isNaN())
                    .mapToDouble(Double::doubleValue)
                    .max()
                    .orElseThrow();
        }
    }

    /** Best is 0, at (30, 71, 50, ...); a sphere stretched along the axes. */
    private static double bowl(int[] places) {
        double sum = 0;
        for (int i = 0; i < places.length; i++) {
            double distance = places[i] - (i == 0 ? 30 : i == 1 ? 71 : 50);
            sum -= (i + 1) * distance * distance;
        }
        return sum;
    }

    @ParameterizedTest
    @EnumSource(Method.class)
    void theSameSeedAsksTheSameAndNamesNoCellOutside(Method method) {
        CellSpace space = square(3, 20);
        Led one = new Led(method, space, 500, 7, SearchersTest::bowl);
        Led other = new Led(method, space, 500, 7, SearchersTest::bowl);
        assertEquals(one.asked, other.asked);
        assertTrue(one.asked.stream().allMatch(cell -> cell >= 0 && cell < space.cells()));
        assertEquals(500, one.found.size());
        if (method != Method.GRID) {
            assertTrue(!one.asked.equals(new Led(method, space, 500, 8, SearchersTest::bowl).asked), "seeds differ");
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Method.class,
            names = {"GRID", "RANDOM", "SOBOL", "LATIN_HYPERCUBE"})
    void samplesAreDistinctAndTheGridAndRandomComeToAllOfThem(Method method) {
        CellSpace space = square(3, 7);
        Led led = new Led(method, space, 1_000, 3, SearchersTest::bowl);
        assertEquals(led.asked.size(), new HashSet<>(led.asked).size());
        if (method == Method.GRID || method == Method.RANDOM) {
            assertEquals(343, led.found.size());
        } else {
            assertTrue(led.found.size() > 300, method + " found " + led.found.size());
        }
    }

    @Test
    void aRandomOrderIsAPermutationOfAnyNumberOfCells() {
        for (int cells : new int[] {1, 2, 3, 4, 5, 16, 17, 1_000, 4_097}) {
            Shuffle shuffle = new Shuffle(cells, cells);
            Set<Long> seen = new HashSet<>();
            for (long cell = shuffle.getAsLong(); cell >= 0; cell = shuffle.getAsLong()) {
                assertTrue(cell < cells && seen.add(cell), "cell " + cell);
            }
            assertEquals(cells, seen.size());
        }
    }

    @Test
    void aRandomOrderOfAHugeSpaceIsEven() {
        CellSpace space = square(6, 1_000);
        long[] cells = Method.RANDOM.searcher(space, 10_000, 5).ask(10_000);
        for (int axis = 0; axis < 6; axis++) {
            int at = axis;
            double mean = Arrays.stream(cells)
                    .mapToDouble(cell -> space.places(cell)[at])
                    .average()
                    .orElseThrow();
            // 289 is the deviation of one: five standard errors
            assertEquals(499.5, mean, 5 * 289 / 100.0, "axis " + axis);
        }
    }

    @Test
    void aLatinHypercubeHasOnePointInEveryPartOfEveryAxis() {
        CellSpace space = square(2, 50);
        long[] cells = Method.LATIN_HYPERCUBE.searcher(space, 50, 1).ask(50);
        for (int axis = 0; axis < 2; axis++) {
            int at = axis;
            assertArrayEquals(
                    IntStream.range(0, 50).toArray(),
                    Arrays.stream(cells)
                            .mapToInt(cell -> space.places(cell)[at])
                            .sorted()
                            .toArray());
        }
    }

    /** Each quarter of each axis, and each of the sixteen squares, has its share to within one. */
    @Test
    void sobolsSequenceIsEven() {
        CellSpace space = square(2, 1 << 12);
        long[] cells = Method.SOBOL.searcher(space, 1_024, 9).ask(1_024);
        int[] squares = new int[16];
        for (long cell : cells) {
            int[] places = space.places(cell);
            squares[(places[0] >> 10) * 4 + (places[1] >> 10)]++;
        }
        for (int count : squares) {
            // shifted: the corners of a square do not lie on those of the sequence's own parts
            assertEquals(64, count, 4, Arrays.toString(squares));
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Method.class,
            names = {"TPE", "GENETIC", "CMA_ES"})
    void methodsThatLearnComeNearTheBestOfAMillionCells(Method method) {
        CellSpace space = square(3, 100);
        int better = 0;
        for (int seed = 0; seed < 5; seed++) {
            double learnt = new Led(method, space, 400, seed, SearchersTest::bowl).best();
            double random = new Led(Method.RANDOM, space, 400, seed, SearchersTest::bowl).best();
            better += learnt > random ? 1 : 0;
            // a random search of 400 comes to about -250 here
            assertTrue(learnt >= -60, method + " with seed " + seed + ": " + learnt);
        }
        assertTrue(better >= 4, method + " beat random " + better + " times of 5");
    }

    /** Rotated: a ridge along the diagonal, which only a covariance follows. */
    @Test
    void covariancesFollowARidge() {
        CellSpace space = square(2, 1_000);
        ToDoubleFunction<int[]> ridge = places -> {
            double along = (places[0] + places[1]) / 2.0 - 700;
            double across = places[0] - places[1];
            return -along * along - 100 * across * across;
        };
        for (int seed = 0; seed < 3; seed++) {
            double best = new Led(Method.CMA_ES, space, 1_500, seed, ridge).best();
            assertTrue(best > -30, "seed " + seed + ": " + best);
        }
    }

    /** Where half of the cells have no result, the others are searched all the same. */
    @ParameterizedTest
    @EnumSource(
            value = Method.class,
            names = {"TPE", "GENETIC", "CMA_ES"})
    void cellsWithoutAResultAreTheWorst(Method method) {
        CellSpace space = square(2, 100);
        double best =
                new Led(method, space, 400, 2, places -> places[0] > places[1] ? Double.NaN : bowl(places)).best();
        assertTrue(best >= -30, method + ": " + best);
    }

    @Test
    void wordsHaveNoOrderAndAreSearchedToo() {
        Map<String, List<Object>> values = new LinkedHashMap<>();
        values.put("word", List.of("a", "b", "c", "d", "e"));
        values.put("number", IntStream.range(0, 200).mapToObj(v -> (Object) v).toList());
        CellSpace space = new CellSpace(values, List.of());
        assertTrue(!space.ordinal(0) && space.ordinal(1));
        for (Method method : List.of(Method.TPE, Method.GENETIC)) {
            double best = new Led(
                            method, space, 200, 4, places -> (places[0] == 3 ? 100 : 0) - Math.abs(places[1] - 120))
                    .best();
            assertTrue(best >= 97, method + ": " + best);
        }
    }

    @ParameterizedTest
    @EnumSource(Method.class)
    void aSmallSpaceIsExhaustedAndThenItIsOver(Method method) {
        CellSpace space = square(2, 4);
        Led led = new Led(method, space, 1_000, 1, SearchersTest::bowl);
        assertTrue(led.found.size() >= 14, method + " found " + led.found.size() + " of 16");
    }

    @Test
    void neighboursAreOneStepAway() {
        CellSpace space = square(2, 5);
        assertEquals(8, space.neighbours(space.cell(new int[] {2, 2})).size());
        assertEquals(3, space.neighbours(space.cell(new int[] {0, 4})).size());
        assertEquals(
                12,
                square(6, 5)
                        .neighbours(square(6, 5).cell(new int[] {2, 2, 2, 2, 2, 2}))
                        .size());
    }
}
