package futures.analytics.weights;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Weights that are optimal for means and covariances (Markowitz 1952), within bounds. */
public final class MeanVariance {
    private MeanVariance() {}

    /** min w′Σw. */
    public static double[] minimumVariance(double[][] covariance, WeightBounds bounds) {
        return bounds.nearest(new QuadraticProgram(covariance, new double[bounds.size()])
                .weights(bounds)
                .solve());
    }

    /**
     * max μ′w − a/2 w′Σw.
     *
     * @param aversion a, above zero; 1 is the second order of logarithmic utility
     */
    public static double[] maximumUtility(double[][] covariance, double[] means, double aversion, WeightBounds bounds) {
        double[] linear = new double[means.length];
        for (int i = 0; i < linear.length; i++) {
            linear[i] = -means[i] / aversion;
        }
        return bounds.nearest(
                new QuadraticProgram(covariance, linear).weights(bounds).solve());
    }

    /**
     * max μ′w / √(w′Σw), by the program in y = κw: min y′Σy with μ′y = 1 and the bounds as shares of Σ y (Cornuéjols and
     * Tütüncü 2006, section 8.2).
     *
     * @param excess mean returns above what costs nothing to earn
     * @return nothing when no weights within the bounds have a mean above zero
     */
    public static Optional<double[]> maximumSharpe(double[][] covariance, double[] excess, WeightBounds bounds) {
        double largest = 0;
        for (double mean : excess) {
            largest = Math.max(largest, mean);
        }
        if (largest == 0 || (bounded(bounds) && Mix.mean(excess, bounds.highest(excess)) <= 0)) {
            return Optional.empty();
        }
        double[] scaled = new double[excess.length];
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] = excess[i] / largest;
        }
        double[] multiples = new QuadraticProgram(covariance, new double[scaled.length])
                .equal(scaled, 1)
                .shares(bounds)
                .solve();
        double sum = 0;
        for (double multiple : multiples) {
            sum += multiple;
        }
        for (int i = 0; i < multiples.length; i++) {
            multiples[i] /= sum;
        }
        return Optional.of(bounds.nearest(multiples));
    }

    private static boolean bounded(WeightBounds bounds) {
        for (int i = 0; i < bounds.size(); i++) {
            if (Double.isInfinite(bounds.lower(i)) || Double.isInfinite(bounds.upper(i))) {
                return false;
            }
        }
        return true;
    }

    /**
     * The efficient frontier: least variance at each of so many means, evenly spaced from that of the least variance to the
     * highest that the bounds allow.
     *
     * @param bounds finite
     * @param points 2 or more
     * @return weights, the least variance first; one point when nothing has a higher mean
     */
    public static List<double[]> frontier(double[][] covariance, double[] means, WeightBounds bounds, int points) {
        double[] least = minimumVariance(covariance, bounds);
        double[] best = bounds.highest(means);
        double from = Mix.mean(means, least);
        double to = Mix.mean(means, best);
        List<double[]> frontier = new ArrayList<>();
        frontier.add(least);
        double largest = 0;
        for (double mean : means) {
            largest = Math.max(largest, Math.abs(mean));
        }
        if (to - from <= largest * 1e-9) {
            return frontier;
        }
        double[] scaled = new double[means.length];
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] = -means[i] / largest;
        }
        for (int k = 1; k < points - 1; k++) {
            double target = from + (to - from) * k / (points - 1);
            frontier.add(bounds.nearest(new QuadraticProgram(covariance, new double[means.length])
                    .weights(bounds)
                    .atMost(scaled, -target / largest)
                    .solve()));
        }
        frontier.add(best);
        return frontier;
    }
}
