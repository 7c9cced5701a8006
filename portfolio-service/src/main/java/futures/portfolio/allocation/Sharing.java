package futures.portfolio.allocation;

import futures.analytics.covariance.Covariance;
import futures.analytics.covariance.CovarianceMethod;
import futures.analytics.weights.GrowthOptimal;
import futures.analytics.weights.HierarchicalRiskParity;
import futures.analytics.weights.MeanVariance;
import futures.analytics.weights.RiskWeights;
import futures.analytics.weights.WeightBounds;
import futures.wire.allocation.AllocatedResult;
import futures.wire.allocation.AllocationOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/** The rule of an order: weights from the returns of a window of days and nothing else. */
final class Sharing {
    static final double DAYS_A_YEAR = 252;
    /** Numerical bound of the growth-optimal search; the order's own cap comes after its share. */
    private static final double MOST_MULTIPLES = 100;

    private final AllocationOrder order;
    private final Method method;
    private final CovarianceMethod estimator;
    private final HierarchicalRiskParity.Distance distance;

    /** Weights that sum to 1, their leverage, and what they were made from. */
    static final class Shares {
        private final double[] weights;
        private final double leverage;
        private final Covariance covariance;
        private final boolean moved;

        private Shares(double[] weights, double leverage, Covariance covariance, boolean moved) {
            this.weights = weights;
            this.leverage = leverage;
            this.covariance = covariance;
            this.moved = moved;
        }

        double[] weights() {
            return weights;
        }

        double leverage() {
            return leverage;
        }

        Covariance covariance() {
            return covariance;
        }

        /** Whether the method's own weights lay outside of the bounds. */
        boolean moved() {
            return moved;
        }

        double[] exposures() {
            return Arrays.stream(weights).map(weight -> weight * leverage).toArray();
        }
    }

    Sharing(AllocationOrder order) {
        this.order = order;
        this.method = Method.of(order.method());
        this.estimator = CovarianceMethod.valueOf(order.covariance().toUpperCase(Locale.ROOT));
        this.distance =
                HierarchicalRiskParity.Distance.valueOf(order.hrpDistance().toUpperCase(Locale.ROOT));
    }

    HierarchicalRiskParity.Distance distance() {
        return distance;
    }

    static double[] means(double[][] returns) {
        double[] means = new double[returns[0].length];
        for (double[] row : returns) {
            for (int i = 0; i < means.length; i++) {
                means[i] += row[i] / returns.length;
            }
        }
        return means;
    }

    static boolean varies(double[][] returns, int i) {
        return Arrays.stream(returns).anyMatch(row -> row[i] != returns[0][i]);
    }

    WeightBounds bounds(int[] members) {
        List<AllocatedResult> all = order.results();
        return WeightBounds.of(
                Arrays.stream(members).mapToDouble(i -> all.get(i).minWeight()).toArray(),
                Arrays.stream(members).mapToDouble(i -> all.get(i).maxWeight()).toArray());
    }

    /**
     * Of results that all vary in the window.
     *
     * @param members which of the order's results the columns are
     * @return nothing when the method has no answer: nothing earns more than the risk-free return, or nothing grows
     * @throws IllegalArgumentException when the bounds or the solver allow none
     */
    Optional<Shares> of(double[][] returns, int[] members) {
        WeightBounds bounds = bounds(members);
        Covariance covariance = estimator.estimate(returns);
        double[][] matrix = covariance.matrix();
        return switch (method) {
            case EQUAL -> held(RiskWeights.equal(members.length), bounds, covariance);
            case INVERSE_VOLATILITY -> held(RiskWeights.inverseVolatility(matrix), bounds, covariance);
            case RISK_PARITY -> held(RiskWeights.parity(matrix, budgets(members)), bounds, covariance);
            case HRP -> held(HierarchicalRiskParity.weights(covariance, distance), bounds, covariance);
            case MINIMUM_VARIANCE -> optimal(MeanVariance.minimumVariance(matrix, bounds), covariance);
            case MEAN_VARIANCE ->
                optimal(MeanVariance.maximumUtility(matrix, means(returns), order.riskAversion(), bounds), covariance);
            case MAXIMUM_SHARPE ->
                MeanVariance.maximumSharpe(matrix, excess(returns), bounds)
                        .flatMap(weights -> optimal(weights, covariance));
            case KELLY -> kelly(returns, bounds, covariance);
        };
    }

    private double[] budgets(int[] members) {
        return Arrays.stream(members)
                .mapToDouble(i -> order.results().get(i).budget())
                .toArray();
    }

    double[] excess(double[][] returns) {
        return Arrays.stream(means(returns))
                .map(mean -> mean - order.riskFree() / DAYS_A_YEAR)
                .toArray();
    }

    private static Optional<Shares> optimal(double[] weights, Covariance covariance) {
        return Optional.of(new Shares(weights, 1, covariance, false));
    }

    private static Optional<Shares> held(double[] weights, WeightBounds bounds, Covariance covariance) {
        boolean within = IntStream.range(0, weights.length)
                .allMatch(i -> weights[i] >= bounds.lower(i) - 1e-12 && weights[i] <= bounds.upper(i) + 1e-12);
        return Optional.of(new Shares(within ? weights : bounds.nearest(weights), 1, covariance, !within));
    }

    private Optional<Shares> kelly(double[][] returns, WeightBounds bounds, Covariance covariance) {
        double[] multiples = GrowthOptimal.multiples(returns, bounds, MOST_MULTIPLES);
        double sum = Arrays.stream(multiples).sum();
        if (sum <= 1e-9) {
            return Optional.empty();
        }
        double[] weights =
                bounds.nearest(Arrays.stream(multiples).map(f -> f / sum).toArray());
        return Optional.of(
                new Shares(weights, Math.min(order.maxLeverage(), order.kellyShare() * sum), covariance, false));
    }

    /** Weights times leverage of all results; zero for one that does not vary in the window, all zero to stay out. */
    double[] exposures(double[][] returns) {
        int n = returns[0].length;
        double[] exposures = new double[n];
        int[] members = IntStream.range(0, n).filter(i -> varies(returns, i)).toArray();
        if (members.length == 0) {
            return exposures;
        }
        double[][] varying = Arrays.stream(returns)
                .map(row -> Arrays.stream(members).mapToDouble(i -> row[i]).toArray())
                .toArray(double[][]::new);
        try {
            of(varying, members).ifPresent(shares -> {
                double[] some = shares.exposures();
                for (int k = 0; k < members.length; k++) {
                    exposures[members[k]] = some[k];
                }
            });
        } catch (IllegalArgumentException e) {
            // no weights within the bounds for those that vary: the walk counts it as staying out
            Arrays.fill(exposures, 0);
        }
        return exposures;
    }
}
