package futures.analytics.weights;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import futures.analytics.ReferenceTables;
import futures.analytics.covariance.Covariance;
import futures.analytics.covariance.CovarianceMethod;
import futures.analytics.weights.HierarchicalRiskParity.Distance;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every figure of other libraries' portfolios; where they come from stands in the resource. */
class ReferencePortfoliosTest {
    private static final ReferenceTables REFERENCE =
            ReferenceTables.read(ReferencePortfoliosTest.class, "portfolios.txt");

    private static double[][] covariance(String portfolio) {
        return REFERENCE.table(portfolio + "/cov");
    }

    private static void assertWeights(String portfolio, String figure, double[] found) {
        assertArrayEquals(
                REFERENCE.row(portfolio + "/" + figure), found, REFERENCE.number(portfolio + "/tolerance"), figure);
    }

    private static WeightBounds longOnly(int n) {
        return WeightBounds.of(n, 0, 1);
    }

    private static WeightBounds unbounded(int n) {
        return WeightBounds.of(n, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    }

    private static double[] excess(double[] means, double riskFree) {
        return Arrays.stream(means).map(mean -> mean - riskFree).toArray();
    }

    private static double[] means(String portfolio) {
        if (!portfolio.equals("futures")) {
            return REFERENCE.row(portfolio + "/mu");
        }
        double[][] returns = REFERENCE.table("futures/returns");
        double[] means = new double[returns[0].length];
        for (double[] row : returns) {
            for (int i = 0; i < means.length; i++) {
                means[i] += row[i] / returns.length;
            }
        }
        return means;
    }

    @ParameterizedTest
    @ValueSource(strings = {"three", "equal-correlations", "futures"})
    void allMethods(String portfolio) {
        double[][] covariance = covariance(portfolio);
        int n = covariance.length;
        double tolerance = REFERENCE.number(portfolio + "/tolerance");
        double riskFree = REFERENCE.number(portfolio + "/rf");
        double[] excess = excess(means(portfolio), riskFree);
        assertWeights(portfolio, "equal", RiskWeights.equal(n));
        assertWeights(portfolio, "inverse_variance", RiskWeights.inverseVariance(covariance));
        assertWeights(portfolio, "inverse_volatility", RiskWeights.inverseVolatility(covariance));
        double[] least = MeanVariance.minimumVariance(covariance, unbounded(n));
        assertWeights(portfolio, "min_variance_unconstrained", least);
        assertEquals(
                REFERENCE.number(portfolio + "/min_variance_vol"),
                Math.sqrt(Mix.variance(covariance, least)),
                tolerance);
        assertWeights(portfolio, "min_variance_long_only", MeanVariance.minimumVariance(covariance, longOnly(n)));
        assertWeights(
                portfolio,
                "tangency_unconstrained",
                MeanVariance.maximumSharpe(covariance, excess, unbounded(n)).orElseThrow());
        double[] best =
                MeanVariance.maximumSharpe(covariance, excess, longOnly(n)).orElseThrow();
        assertWeights(portfolio, "max_sharpe_long_only", best);
        assertEquals(
                REFERENCE.number(portfolio + "/max_sharpe_long_only_sharpe"),
                Mix.mean(excess, best) / Math.sqrt(Mix.variance(covariance, best)),
                tolerance);
        assertWeights(
                portfolio,
                "mv_utility_A5_budget1",
                MeanVariance.maximumUtility(covariance, means(portfolio), 5, unbounded(n)));
        double[] parity = RiskWeights.parity(covariance, RiskWeights.equal(n));
        assertWeights(portfolio, "erc", parity);
        assertWeights(portfolio, "erc_risk_contributions", Mix.riskContributions(covariance, parity));
        assertEquals(REFERENCE.number(portfolio + "/erc_vol"), Math.sqrt(Mix.variance(covariance, parity)), tolerance);
    }

    @ParameterizedTest
    @ValueSource(strings = {"three", "equal-correlations", "futures"})
    void bothVariantsOfHierarchicalRiskParity(String portfolio) {
        Covariance covariance = Covariance.of(covariance(portfolio));
        assertWeights(
                portfolio,
                "hrp_single_condensed_distance",
                HierarchicalRiskParity.weights(covariance, Distance.CORRELATION));
        assertWeights(
                portfolio,
                "hrp_single_ldp_distance_of_distance",
                HierarchicalRiskParity.weights(covariance, Distance.LOPEZ_DE_PRADO));
        assertOrder(portfolio + "/hrp_order_condensed", HierarchicalRiskParity.tree(covariance, Distance.CORRELATION));
        assertOrder(portfolio + "/hrp_order_ldp", HierarchicalRiskParity.tree(covariance, Distance.LOPEZ_DE_PRADO));
    }

    private static void assertOrder(String name, Dendrogram tree) {
        assertArrayEquals(
                Arrays.stream(REFERENCE.row(name)).mapToInt(i -> (int) i).toArray(), tree.order(), name);
    }

    @Test
    void theFuturesCovarianceIsThatOfTheirReturns() {
        double[][] expected = covariance("futures");
        double[][] found = CovarianceMethod.SAMPLE
                .estimate(REFERENCE.table("futures/returns"))
                .matrix();
        for (int i = 0; i < expected.length; i++) {
            assertArrayEquals(expected[i], found[i], 1e-15);
        }
    }

    @Test
    void riskBudgets() {
        double[][] covariance = covariance("budgets");
        double[] weights = RiskWeights.parity(covariance, REFERENCE.row("budgets/budget"));
        assertWeights("budgets", "weights", weights);
        assertWeights("budgets", "risk_contributions", Mix.riskContributions(covariance, weights));
    }

    /** Its correlations are of pairs with gaps, so they do not follow from the covariances. */
    @Test
    void twentyStocks() {
        double[][] daily = covariance("twenty-stocks");
        double[][] annual = new double[20][20];
        for (int i = 0; i < 20; i++) {
            for (int j = 0; j < 20; j++) {
                annual[i][j] = 252 * daily[i][j];
            }
        }
        double[] means = REFERENCE.row("twenty-stocks/mu_cagr");
        double riskFree = REFERENCE.number("twenty-stocks/rf");
        double[] least = MeanVariance.minimumVariance(annual, longOnly(20));
        assertWeights("twenty-stocks", "min_vol_long_only", least);
        assertPerformance("min_vol_performance", annual, means, riskFree, least);
        double[] best = MeanVariance.maximumSharpe(annual, excess(means, riskFree), longOnly(20))
                .orElseThrow();
        assertWeights("twenty-stocks", "max_sharpe_long_only", best);
        assertPerformance("max_sharpe_performance", annual, means, riskFree, best);
        assertWeights("twenty-stocks", "erc", RiskWeights.parity(annual, RiskWeights.equal(20)));

        int[] order = Dendrogram.singleLinkage(Distance.CORRELATION.between(REFERENCE.table("twenty-stocks/corr")))
                .order();
        assertArrayEquals(
                Arrays.stream(REFERENCE.row("twenty-stocks/hrp_order"))
                        .mapToInt(i -> (int) i)
                        .toArray(),
                order);
        double[] hierarchical = HierarchicalRiskParity.bisected(daily, order);
        assertWeights("twenty-stocks", "hrp", hierarchical);
        double[] yearly = Arrays.stream(REFERENCE.row("twenty-stocks/mean_daily"))
                .map(mean -> 252 * mean)
                .toArray();
        assertPerformance("hrp_performance", annual, yearly, riskFree, hierarchical);
    }

    private static void assertPerformance(
            String figure, double[][] covariance, double[] means, double riskFree, double[] weights) {
        double mean = Mix.mean(means, weights);
        double deviation = Math.sqrt(Mix.variance(covariance, weights));
        assertWeights("twenty-stocks", figure, new double[] {mean, deviation, (mean - riskFree) / deviation});
    }

    @Test
    void tenStocks() {
        double[][] covariance = covariance("ten-stocks");
        double[] parity = RiskWeights.parity(covariance, RiskWeights.equal(10));
        assertWeights("ten-stocks", "erc", parity);
        double[] least = MeanVariance.minimumVariance(covariance, longOnly(10));
        assertWeights("ten-stocks", "min_variance_long_only", least);
        // as printed there, by a solver that stops earlier
        assertArrayEquals(REFERENCE.row("ten-stocks/published_erc"), parity, 5e-6);
        assertArrayEquals(REFERENCE.row("ten-stocks/published_min_variance"), least, 1e-6);
    }

    @Test
    void theTwoVariantsPartOnThePapersExample() {
        Covariance covariance = Covariance.of(covariance("paper"));
        double[][] correlation = REFERENCE.table("paper/corr");
        for (int i = 0; i < correlation.length; i++) {
            assertArrayEquals(correlation[i], covariance.correlation()[i], 1e-12);
        }
        double[] paper = HierarchicalRiskParity.weights(covariance, Distance.LOPEZ_DE_PRADO);
        double[] direct = HierarchicalRiskParity.weights(covariance, Distance.CORRELATION);
        assertWeights("paper", "hrp_ldp", paper);
        assertWeights("paper", "hrp_condensed", direct);
        assertOrder("paper/order_ldp", HierarchicalRiskParity.tree(covariance, Distance.LOPEZ_DE_PRADO));
        assertOrder("paper/order_condensed", HierarchicalRiskParity.tree(covariance, Distance.CORRELATION));
        assertTrue(Math.abs(paper[0] - direct[0]) > 0.06);
        assertWeights("paper", "ivp", RiskWeights.inverseVariance(covariance.matrix()));
        assertWeights(
                "paper", "min_variance_long_only", MeanVariance.minimumVariance(covariance.matrix(), longOnly(10)));
    }
}
