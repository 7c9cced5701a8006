package futures.analytics.weights;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import futures.analytics.allocation.Kelly;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The conditions of Karush, Kuhn and Tucker of each optimum, from gradients that are written out here. */
class OptimalityTest {
    private static final double CLOSE = 1e-8;
    private static final int MARKETS = 40;

    private static RandomMarket market(int k) {
        return new RandomMarket(k, 2 + k % 12, 80);
    }

    /**
     * Nothing is gained by moving weight from one series to another: what may grow has no higher slope than what may shrink.
     *
     * @param slope of what is maximised
     */
    private static void assertOptimal(double[] weights, WeightBounds bounds, double[] slope) {
        assertOptimal(
                weights,
                bounds,
                slope,
                Arrays.stream(slope).map(Math::abs).max().orElseThrow());
    }

    /** @param scale of the terms that slopes are differences of */
    private static void assertOptimal(double[] weights, WeightBounds bounds, double[] slope, double scale) {
        assertWithin(weights, bounds);
        for (int i = 0; i < weights.length; i++) {
            for (int j = 0; j < weights.length; j++) {
                if (weights[i] < bounds.upper(i) - CLOSE && weights[j] > bounds.lower(j) + CLOSE) {
                    assertTrue(slope[i] <= slope[j] + CLOSE * scale, "from " + j + " to " + i);
                }
            }
        }
    }

    private static void assertWithin(double[] weights, WeightBounds bounds) {
        assertEquals(1, Arrays.stream(weights).sum(), 1e-12);
        for (int i = 0; i < weights.length; i++) {
            assertTrue(weights[i] >= bounds.lower(i) && weights[i] <= bounds.upper(i), "weight " + i);
        }
    }

    private static double[] times(double[][] matrix, double[] vector) {
        return Arrays.stream(matrix).mapToDouble(row -> Mix.mean(row, vector)).toArray();
    }

    @Test
    void minimumVarianceAndUtility() {
        for (int k = 0; k < MARKETS; k++) {
            RandomMarket market = market(k);
            WeightBounds bounds = market.bounds();
            double[] least = MeanVariance.minimumVariance(market.covariance, bounds);
            assertOptimal(
                    least,
                    bounds,
                    Arrays.stream(times(market.covariance, least)).map(x -> -x).toArray());
            double aversion = 1 + 10 * market.random.nextDouble();
            double[] best = MeanVariance.maximumUtility(market.covariance, market.means, aversion, bounds);
            double[] slope = times(market.covariance, best);
            for (int i = 0; i < slope.length; i++) {
                slope[i] = market.means[i] - aversion * slope[i];
            }
            assertOptimal(best, bounds, slope);
        }
    }

    @Test
    void maximumSharpe() {
        int found = 0;
        for (int k = 0; k < MARKETS; k++) {
            RandomMarket market = market(k);
            WeightBounds bounds = market.bounds();
            Optional<double[]> best = MeanVariance.maximumSharpe(market.covariance, market.means, bounds);
            if (best.isEmpty()) {
                assertTrue(Mix.mean(market.means, bounds.highest(market.means)) <= 0);
                continue;
            }
            found++;
            double[] w = best.get();
            double variance = Mix.variance(market.covariance, w);
            double mean = Mix.mean(market.means, w);
            double[] slope = times(market.covariance, w);
            double largest = 0;
            for (int i = 0; i < slope.length; i++) {
                largest = Math.max(largest, Math.abs(market.means[i] / mean));
                slope[i] = market.means[i] / mean - slope[i] / variance;
            }
            assertOptimal(w, bounds, slope, largest);
        }
        assertTrue(found > MARKETS / 2);
        RandomMarket losing = market(3);
        double[] negative = {-1, -0.1, -2, 0, -1};
        assertTrue(MeanVariance.maximumSharpe(losing.covariance, negative, WeightBounds.of(5, 0, 1))
                .isEmpty());
    }

    @Test
    void growthOptimalMultiples() {
        double most = 20;
        int full = 0;
        for (int k = 0; k < MARKETS; k++) {
            RandomMarket market = market(k);
            WeightBounds bounds = WeightBounds.of(market.n, 0, 1);
            double[] f = GrowthOptimal.multiples(market.returns, bounds, most);
            double[] slope = new double[market.n];
            for (double[] row : market.returns) {
                for (int i = 0; i < market.n; i++) {
                    slope[i] += row[i] / (1 + Mix.mean(row, f)) / market.returns.length;
                }
            }
            double sum = Arrays.stream(f).sum();
            full += sum > most - 1e-9 ? 1 : 0;
            assertTrue(sum <= most + 1e-9);
            // the multiplier of the sum is zero where it does not bind
            double price = sum > most - 1e-9 ? Arrays.stream(slope).max().orElseThrow() : 0;
            for (int i = 0; i < market.n; i++) {
                assertTrue(f[i] >= 0);
                assertTrue(slope[i] <= price + 1e-9, "more of " + i);
                if (f[i] > 1e-6) {
                    assertEquals(price, slope[i], 1e-9, "of " + i);
                }
            }
        }
        assertTrue(full > 0 && full < MARKETS, full + " were bound by the sum");
    }

    @Test
    void growthOptimalOfOneSeriesIsKelly() {
        for (int k = 0; k < MARKETS; k++) {
            RandomMarket market = new RandomMarket(k, 1, 60);
            double[] results =
                    Arrays.stream(market.returns).mapToDouble(row -> row[0]).toArray();
            double expected = Math.min(Kelly.ofResults(results).orElseThrow(), 50);
            assertEquals(
                    expected,
                    GrowthOptimal.multiples(market.returns, WeightBounds.of(1, 0, 1), 50)[0],
                    1e-7 * Math.max(1, expected));
        }
    }

    @Test
    void growthOptimalKeepsBoundsOnShares() {
        RandomMarket market = market(7);
        WeightBounds bounds = WeightBounds.of(market.n, 0.05, 0.2);
        double[] f = GrowthOptimal.multiples(market.returns, bounds, 5);
        double sum = Arrays.stream(f).sum();
        assertTrue(sum > 0);
        for (double multiple : f) {
            assertTrue(multiple / sum >= 0.05 - 1e-9 && multiple / sum <= 0.2 + 1e-9);
        }
    }

    @Test
    void noMixLiesAboveTheFrontier() {
        for (int k = 0; k < 10; k++) {
            RandomMarket market = market(k);
            WeightBounds bounds = market.bounds();
            List<double[]> frontier = MeanVariance.frontier(market.covariance, market.means, bounds, 9);
            for (int p = 0; p < frontier.size(); p++) {
                double[] point = frontier.get(p);
                assertWithin(point, bounds);
                double mean = Mix.mean(market.means, point);
                double variance = Mix.variance(market.covariance, point);
                if (p > 0) {
                    assertTrue(mean > Mix.mean(market.means, frontier.get(p - 1)));
                    assertTrue(variance >= Mix.variance(market.covariance, frontier.get(p - 1)));
                }
                for (int draw = 0; draw < 200; draw++) {
                    double[] other = bounds.nearest(
                            market.random.doubles(market.n, -0.5, 1).toArray());
                    assertTrue(Mix.mean(market.means, other) < mean + 1e-12
                            || Mix.variance(market.covariance, other) > variance * (1 - 1e-9));
                }
            }
        }
    }

    @Test
    void riskParityMeetsItsBudgets() {
        for (int k = 0; k < MARKETS; k++) {
            RandomMarket market = market(k);
            double[] budgets = market.random.doubles(market.n, 0.1, 3).toArray();
            double[] shares = Mix.riskContributions(market.covariance, RiskWeights.parity(market.covariance, budgets));
            double total = Arrays.stream(budgets).sum();
            for (int i = 0; i < market.n; i++) {
                assertEquals(budgets[i] / total, shares[i], 1e-11);
            }
        }
    }

    @Test
    void equalCorrelationsMakeRiskParityInverseVolatility() {
        for (int k = 0; k < MARKETS; k++) {
            RandomMarket market = market(k);
            double correlation = market.random.nextDouble() * 0.95 - 0.05;
            double[][] covariance = new double[market.n][market.n];
            for (int i = 0; i < market.n; i++) {
                for (int j = 0; j < market.n; j++) {
                    covariance[i][j] =
                            (i == j ? 1 : correlation) * Math.sqrt(market.covariance[i][i] * market.covariance[j][j]);
                }
            }
            assertArrayEquals(
                    RiskWeights.inverseVolatility(covariance),
                    RiskWeights.parity(covariance, RiskWeights.equal(market.n)),
                    1e-12);
        }
    }

    @Test
    void theOrderOfSeriesDoesNotMatter() {
        for (int k = 0; k < MARKETS; k++) {
            RandomMarket market = market(k);
            int[] order = market.shuffled();
            double[][] covariance = RandomMarket.permuted(market.covariance, order);
            double[] means = RandomMarket.permuted(market.means, order);
            double[] equal = RiskWeights.equal(market.n);
            WeightBounds bounds = WeightBounds.of(market.n, 0, 1);
            assertPermuted(
                    order,
                    MeanVariance.minimumVariance(market.covariance, bounds),
                    MeanVariance.minimumVariance(covariance, bounds));
            assertPermuted(order, RiskWeights.parity(market.covariance, equal), RiskWeights.parity(covariance, equal));
            Optional<double[]> sharpe = MeanVariance.maximumSharpe(market.covariance, market.means, bounds);
            Optional<double[]> other = MeanVariance.maximumSharpe(covariance, means, bounds);
            assertEquals(sharpe.isPresent(), other.isPresent());
            sharpe.ifPresent(weights -> assertPermuted(order, weights, other.orElseThrow()));
        }
    }

    private static void assertPermuted(int[] order, double[] one, double[] other) {
        assertArrayEquals(RandomMarket.permuted(one, order), other, CLOSE);
    }

    @Test
    void theNearestWeightsAreNearest() {
        for (int k = 0; k < MARKETS; k++) {
            RandomMarket market = market(k);
            WeightBounds bounds = market.bounds();
            double[] wanted = market.random.doubles(market.n, -1, 2).toArray();
            double[] nearest = bounds.nearest(wanted);
            double[] slope = new double[market.n];
            for (int i = 0; i < market.n; i++) {
                slope[i] = wanted[i] - nearest[i];
            }
            assertOptimal(nearest, bounds, slope);
        }
    }

    @Test
    void impossibleBoundsAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> WeightBounds.of(3, 0, 0.3));
        assertThrows(IllegalArgumentException.class, () -> WeightBounds.of(3, 0.4, 1));
        assertThrows(IllegalArgumentException.class, () -> WeightBounds.of(3, 0.4, 0.3));
        assertThrows(
                IllegalArgumentException.class,
                () -> MeanVariance.minimumVariance(new double[2][2], WeightBounds.of(2, 0, 1)));
        assertThrows(IllegalArgumentException.class, () -> RiskWeights.parity(new double[][] {{1}}, new double[] {0}));
    }
}
