package futures.analytics.weights;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class WholeUnitsTest {
    /** The least tracking variance of all whole numbers from 0 to two above the target that fit the budget. */
    private static double best(double[][] covariance, double[] margins, double budget, double[] target) {
        int n = target.length;
        int[] at = new int[n];
        double best = Double.POSITIVE_INFINITY;
        while (true) {
            double margin = 0;
            double[] away = new double[n];
            for (int i = 0; i < n; i++) {
                margin += at[i] * margins[i];
                away[i] = at[i] - target[i];
            }
            if (margin <= budget + 1e-9) {
                best = Math.min(best, Mix.variance(covariance, away));
            }
            int i = 0;
            while (i < n && ++at[i] > target[i] + 2) {
                at[i++] = 0;
            }
            if (i == n) {
                return best;
            }
        }
    }

    @Test
    void isWithinTheBudgetAndNearTheBestOfAll() {
        int same = 0;
        double worst = 1;
        int cases = 200;
        for (int k = 0; k < cases; k++) {
            RandomMarket market = new RandomMarket(k, 1 + k % 4, 60);
            double[] wanted = market.random.doubles(market.n, 0, 4).toArray();
            double[] margins = market.random.doubles(market.n, 500, 3000).toArray();
            double budget = k % 2 == 0 ? Double.POSITIVE_INFINITY : Mix.mean(margins, wanted) * 0.7;
            WholeUnits whole = WholeUnits.of(wanted, market.covariance, margins, budget);
            assertTrue(whole.margin() <= budget + 1e-6);
            assertEquals(k % 2 == 0 ? 1 : 0.7, whole.scale(), 1e-12);
            double best = best(market.covariance, margins, budget, whole.target());
            assertTrue(whole.trackingVariance() >= best * (1 - 1e-9));
            same += whole.trackingVariance() <= best * (1 + 1e-9) ? 1 : 0;
            worst = Math.max(worst, Math.sqrt(whole.trackingVariance() / best));
        }
        assertTrue(same > 0.95 * cases, same + " of " + cases + " are the best of all, the worst is " + worst);
        assertTrue(worst < 2, "the worst is " + worst + " times the best");
    }

    @Test
    void whatIsWholeStays() {
        RandomMarket market = new RandomMarket(1, 3, 60);
        WholeUnits whole =
                WholeUnits.of(new double[] {2, 0, 5}, market.covariance, new double[3], Double.POSITIVE_INFINITY);
        assertArrayEquals(new int[] {2, 0, 5}, whole.units());
        assertEquals(0, whole.trackingVariance());
    }

    /** Two that hedge each other pay only together: neither alone comes nearer. */
    @Test
    void twoStepsAtOnceFindWhatOneDoesNot() {
        double[] deviation = {26746, 50957, 36574};
        double[][] correlation = {{1, -0.460838, -0.290765}, {-0.460838, 1, 0.284259}, {-0.290765, 0.284259, 1}};
        double[][] covariance = new double[3][3];
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                covariance[i][j] = correlation[i][j] * deviation[i] * deviation[j];
            }
        }
        WholeUnits whole = WholeUnits.of(
                new double[] {1.559149, 0.656221, 0.78463}, covariance, new double[3], Double.POSITIVE_INFINITY);
        assertArrayEquals(new int[] {2, 1, 1}, whole.units());
    }

    /** Two of the same: half of one and half of the other is one of either. */
    @Test
    void oneStandsForItsTwin() {
        double[][] covariance = {{4, 4}, {4, 4}};
        WholeUnits whole =
                WholeUnits.of(new double[] {0.5, 0.5}, covariance, new double[] {1, 1}, Double.POSITIVE_INFINITY);
        assertEquals(1, whole.units()[0] + whole.units()[1]);
        assertEquals(0, whole.trackingVariance(), 1e-12);
    }
}
