package futures.analytics.covariance;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import futures.analytics.ReferenceTables;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CovarianceTest {
    private static final double RELATIVE = 1e-9;
    private static final ReferenceTables REFERENCE = ReferenceTables.read(CovarianceTest.class, "shrinkage.txt");

    @ParameterizedTest
    @CsvSource({
        "synthetic,LEDOIT_WOLF,ledoit_wolf",
        "synthetic,SINGLE_FACTOR,single_factor",
        "synthetic,CONSTANT_CORRELATION,constant_correlation",
        "futures,LEDOIT_WOLF,ledoit_wolf",
        "futures,SINGLE_FACTOR,single_factor",
        "futures,CONSTANT_CORRELATION,constant_correlation",
        "degenerate,LEDOIT_WOLF,ledoit_wolf",
        "degenerate,SINGLE_FACTOR,single_factor",
        "degenerate,CONSTANT_CORRELATION,constant_correlation"
    })
    void asOtherLibrariesHaveIt(String sample, CovarianceMethod method, String figure) {
        Covariance estimated = method.estimate(REFERENCE.table(sample + "/returns"));
        assertEquals(
                REFERENCE.number(sample + "/" + figure + "_shrinkage"), estimated.shrinkage(), RELATIVE, "intensity");
        assertMatrix(REFERENCE.table(sample + "/" + figure + "_cov"), estimated.matrix(), RELATIVE);
    }

    @ParameterizedTest
    @CsvSource({"synthetic", "futures", "degenerate"})
    void theSampleHasTheDivisorOfOneLess(String sample) {
        double[][] returns = REFERENCE.table(sample + "/returns");
        double[][] expected = REFERENCE.table(sample + "/empirical_cov_ddof0");
        double[][] found = CovarianceMethod.SAMPLE.estimate(returns).matrix();
        for (double[] row : found) {
            for (int j = 0; j < row.length; j++) {
                row[j] *= (returns.length - 1.0) / returns.length;
            }
        }
        assertMatrix(expected, found, RELATIVE);
    }

    /** Five days of six series say next to nothing: the target is nearly all of it. */
    @Test
    void nearFullShrinkageLeavesAnInvertibleMatrix() {
        Covariance estimated = CovarianceMethod.LEDOIT_WOLF.estimate(REFERENCE.table("degenerate/returns"));
        assertEquals(0.922, estimated.shrinkage(), 5e-4);
        Random random = new Random(5);
        for (int k = 0; k < 200; k++) {
            double form = 0;
            double[] w = random.doubles(6, -1, 1).toArray();
            for (int i = 0; i < 6; i++) {
                for (int j = 0; j < 6; j++) {
                    form += w[i] * w[j] * estimated.matrix()[i][j];
                }
            }
            assertTrue(form > 0);
        }
    }

    @ParameterizedTest
    @EnumSource(CovarianceMethod.class)
    void theOrderOfSeriesDoesNotMatterAndUnitsScale(CovarianceMethod method) {
        Random random = new Random(11);
        for (int k = 0; k < 20; k++) {
            int n = 2 + random.nextInt(6);
            double[][] returns = new double[10 + random.nextInt(60)][n];
            double[][] changed = new double[returns.length][n];
            for (int t = 0; t < returns.length; t++) {
                double common = random.nextGaussian();
                for (int i = 0; i < n; i++) {
                    returns[t][i] = (common + random.nextGaussian()) * (1 + i) + 0.3;
                }
                for (int i = 0; i < n; i++) {
                    changed[t][i] = 1000 * returns[t][n - 1 - i];
                }
            }
            Covariance one = method.estimate(returns);
            Covariance other = method.estimate(changed);
            assertEquals(one.shrinkage(), other.shrinkage(), 1e-10);
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    double expected = one.matrix()[n - 1 - i][n - 1 - j] * 1e6;
                    assertEquals(expected, other.matrix()[i][j], 1e-9 * (1 + Math.abs(expected)));
                }
            }
        }
    }

    @Test
    void correlationsAreOneOnTheDiagonalAndNeverBeyond() {
        double[][] twice = {{1, 2}, {2, 4}, {4, 8}, {3, 6}};
        double[][] correlation = CovarianceMethod.SAMPLE.estimate(twice).correlation();
        assertArrayEquals(new double[] {1, 1}, correlation[0], 1e-15);
        assertTrue(correlation[0][1] <= 1);
    }

    @Test
    void whatCannotBeEstimatedIsSaid() {
        double[][] flat = {{1, 2}, {1, 3}, {1, 5}};
        assertThrows(IllegalArgumentException.class, () -> CovarianceMethod.SAMPLE.estimate(new double[][] {{1, 2}}));
        assertThrows(
                IllegalArgumentException.class, () -> CovarianceMethod.SAMPLE.estimate(new double[][] {{1, 2}, {1}}));
        assertThrows(IllegalArgumentException.class, () -> CovarianceMethod.CONSTANT_CORRELATION.estimate(flat));
        assertThrows(
                IllegalArgumentException.class,
                () -> CovarianceMethod.SAMPLE.estimate(flat).correlation());
        assertEquals(
                0,
                CovarianceMethod.CONSTANT_CORRELATION
                        .estimate(new double[][] {{1}, {2}})
                        .shrinkage());
    }

    private static void assertMatrix(double[][] expected, double[][] found, double relative) {
        double largest = 0;
        for (double[] row : expected) {
            for (double value : row) {
                largest = Math.max(largest, Math.abs(value));
            }
        }
        for (int i = 0; i < expected.length; i++) {
            assertArrayEquals(expected[i], found[i], relative * largest, "row " + i);
        }
    }
}
