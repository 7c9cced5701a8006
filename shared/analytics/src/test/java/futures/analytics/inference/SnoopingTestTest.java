package futures.analytics.inference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import futures.analytics.SampleReturns;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SnoopingTestTest {
    private static final double EXACT = 1e-9;
    /** Of both computations, which draw otherwise. */
    private static final double DRAWN = 0.02;

    @ParameterizedTest
    @CsvSource({
        "noise, 1, 0.014405202482306515, 0.530125, 1.4323557200200125, 0.396875, 0.551, 0.551",
        "noise, 5, 0.014405202482306515, 0.530625, 1.3322134468292566, 0.45225, 0.61225, 0.61225",
        "one_true_edge, 1, 0.059408366433577754, 0, 6.168840051324663, 0, 0, 0",
        "one_true_edge, 5, 0.059408366433577754, 0, 7.851088405761993, 0, 0, 0",
        "correlated_variants, 1, 0.0013880817789309115, 0.701375, 0.1454695604985536, 0.532375, 0.700375, 0.700375",
        "correlated_variants, 5, 0.0013880817789309115, 0.7115, 0.15757846428503614, 0.5515, 0.714375, 0.714375"
    })
    void ofTheSamples(
            String name,
            double meanBlock,
            double statistic,
            double white,
            double studentised,
            double lower,
            double consistent,
            double upper) {
        ReturnMatrix returns = ReturnMatrix.of(SampleReturns.strategies(name));
        SnoopingTest found = SnoopingTest.of(returns, meanBlock, 8_000, 1);
        assertEquals(statistic, found.statistic(), EXACT);
        assertEquals(studentised, found.studentised(), EXACT);
        assertEquals(white, found.realityCheckP(), DRAWN);
        assertEquals(lower, found.lowerP(), DRAWN);
        assertEquals(consistent, found.consistentP(), DRAWN);
        assertEquals(upper, found.upperP(), DRAWN);
        assertEquals(found, SnoopingTest.of(returns, meanBlock, 8_000, 1));
    }

    @Test
    void asANaiveTwinHasIt() {
        SplittableRandom random = new SplittableRandom(23);
        for (int round = 0; round < 20; round++) {
            int days = 3 + random.nextInt(60);
            int strategies = 1 + random.nextInt(9);
            List<double[]> returns = new ArrayList<>();
            for (int k = 0; k < strategies; k++) {
                double merit = random.nextInt(-2, 2) * 0.3;
                returns.add(
                        random.doubles(days).map(value -> value - 0.5 + merit).toArray());
            }
            returns.set(0, random.nextBoolean() ? returns.get(0) : new double[days]);
            double meanBlock = 1 + random.nextInt(4);
            SnoopingTest found = SnoopingTest.of(ReturnMatrix.of(returns), meanBlock, 300, round);
            double[] twin = naive(returns, meanBlock, 300, round);
            assertEquals(twin[0], found.realityCheckP(), EXACT, "round " + round);
            assertEquals(twin[1], found.lowerP(), EXACT, "round " + round);
            assertEquals(twin[2], found.consistentP(), EXACT, "round " + round);
            assertEquals(twin[3], found.upperP(), EXACT, "round " + round);
            assertTrue(found.lowerP() <= found.consistentP() && found.consistentP() <= found.upperP());
        }
    }

    /** P-values by the definition, with ω from the kernel over lags as Hansen prints it. */
    private static double[] naive(List<double[]> returns, double meanBlock, int draws, long seed) {
        int n = returns.get(0).length;
        double q = 1 / meanBlock;
        double[] reached = {1, 1, 1, 1};
        StationaryBootstrap bootstrap = new StationaryBootstrap(n, meanBlock, seed);
        int[] places = new int[n];
        for (int draw = 0; draw < draws; draw++) {
            bootstrap.draw(places);
            double[] observed = {Double.NEGATIVE_INFINITY, 0};
            double[] drawn = {Double.NEGATIVE_INFINITY, 0, 0, 0};
            for (double[] one : returns) {
                double mean = Arrays.stream(one).average().orElseThrow();
                double again = Arrays.stream(places)
                        .mapToDouble(at -> one[at])
                        .average()
                        .orElseThrow();
                double square = 0;
                for (int lag = 0; lag < n; lag++) {
                    double covariance = 0;
                    for (int i = 0; i + lag < n; i++) {
                        covariance += (one[i] - mean) * (one[i + lag] - mean) / n;
                    }
                    double kernel =
                            (1 - (double) lag / n) * Math.pow(1 - q, lag) + (double) lag / n * Math.pow(1 - q, n - lag);
                    square += lag == 0 ? covariance : 2 * kernel * covariance;
                }
                observed[0] = Math.max(observed[0], mean);
                drawn[0] = Math.max(drawn[0], again - mean);
                if (square > 1e-12) {
                    double scale = Math.sqrt(n / square);
                    boolean bad = mean * scale < -Math.sqrt(2 * Math.log(Math.log(n)));
                    observed[1] = Math.max(observed[1], mean * scale);
                    drawn[1] = Math.max(drawn[1], (again - Math.max(mean, 0)) * scale);
                    drawn[2] = Math.max(drawn[2], (again - (bad ? 0 : mean)) * scale);
                    drawn[3] = Math.max(drawn[3], (again - mean) * scale);
                }
            }
            for (int i = 0; i < 4; i++) {
                reached[i] += drawn[i] >= observed[Math.min(i, 1)] ? 1 : 0;
            }
        }
        return Arrays.stream(reached).map(count -> count / (draws + 1)).toArray();
    }

    /** The p-value of one strategy without merit is as often below 5 % as it says. */
    @Test
    void aTestOfItsSize() {
        SplittableRandom random = new SplittableRandom(5);
        int found = 0;
        for (int world = 0; world < 1_000; world++) {
            double[] days = random.doubles(100).map(value -> value - 0.5).toArray();
            SnoopingTest test = SnoopingTest.of(ReturnMatrix.of(List.of(days)), 1, 199, world);
            found += test.consistentP() <= 0.05 ? 1 : 0;
        }
        // 50 expected; four standard deviations are 28
        assertEquals(50, found, 28);
    }

    @Test
    void strategiesThatAreMuchWorseChangeOnlyTheUpperOne() {
        List<double[]> returns = new ArrayList<>(SampleReturns.strategies("one_true_edge"));
        double[] weak = SampleReturns.strategies("noise").get(8);
        returns.clear();
        returns.add(weak);
        SnoopingTest alone = SnoopingTest.of(ReturnMatrix.of(returns), 1, 2_000, 3);
        for (double[] bad : SampleReturns.strategies("noise")) {
            returns.add(Arrays.stream(bad).map(value -> value - 0.02).toArray());
        }
        SnoopingTest among = SnoopingTest.of(ReturnMatrix.of(returns), 1, 2_000, 3);
        assertEquals(alone.consistentP(), among.consistentP(), EXACT);
        assertTrue(among.upperP() > 3 * alone.upperP(), alone + " " + among);
    }

    @Test
    void whatDoesNotVaryIsLeftOut() {
        SnoopingTest idle = SnoopingTest.of(ReturnMatrix.of(List.of(new double[10], new double[10])), 2, 100, 0);
        assertEquals(2, idle.flat());
        assertEquals(1, idle.consistentP());
        assertEquals(1, idle.realityCheckP());
    }

    @Test
    void refusesWhatIsNoTest() {
        ReturnMatrix noise = ReturnMatrix.of(SampleReturns.strategies("noise"));
        assertThrows(IllegalArgumentException.class, () -> SnoopingTest.of(noise, 1, 0, 0));
        assertThrows(IllegalArgumentException.class, () -> SnoopingTest.of(noise, 0.5, 10, 0));
        ReturnMatrix brief = ReturnMatrix.of(List.of(new double[] {1, 2}));
        assertThrows(IllegalArgumentException.class, () -> SnoopingTest.of(brief, 1, 10, 0));
    }
}
