package futures.portfolio.allocation;

import futures.analytics.weights.MeanVariance;
import futures.analytics.weights.Mix;
import futures.analytics.weights.WeightBounds;
import futures.wire.allocation.AllocatedResult;
import futures.wire.allocation.Frontier;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** The efficient frontier of an order's results. */
final class Frontiers {
    private final double[][] covariance;
    private final double[] means;
    private final double riskFree;

    private Frontiers(Chosen chosen) {
        this.covariance = chosen.shares.covariance().matrix();
        this.means = Sharing.means(chosen.returns);
        this.riskFree = chosen.order.riskFree();
    }

    static Frontier of(Chosen chosen, int points) {
        Frontiers frontiers = new Frontiers(chosen);
        int n = chosen.aligned.results();
        int[] all = IntStream.range(0, n).toArray();
        WeightBounds bounds = chosen.rule.bounds(all);
        List<Frontier.Point> line =
                MeanVariance.frontier(frontiers.covariance, frontiers.means, bounds, points).stream()
                        .map(frontiers::point)
                        .toList();
        return new Frontier(
                chosen.order.results().stream().map(AllocatedResult::name).toList(),
                line,
                line.get(0),
                MeanVariance.maximumSharpe(frontiers.covariance, chosen.rule.excess(chosen.returns), bounds)
                        .map(frontiers::point)
                        .orElse(null),
                frontiers.point(chosen.shares.exposures()),
                Arrays.stream(all)
                        .mapToObj(i -> {
                            double[] one = new double[n];
                            one[i] = 1;
                            return frontiers.point(one);
                        })
                        .toList());
    }

    private Frontier.Point point(double[] weights) {
        double annual = Mix.mean(means, weights) * Sharing.DAYS_A_YEAR;
        double volatility = Math.sqrt(Mix.variance(covariance, weights) * Sharing.DAYS_A_YEAR);
        return new Frontier.Point(
                annual,
                volatility,
                volatility > 0 ? Double.valueOf((annual - riskFree) / volatility) : null,
                Arrays.stream(weights).map(Answers::rounded).boxed().toList());
    }
}
