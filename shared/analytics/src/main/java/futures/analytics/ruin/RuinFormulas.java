package futures.analytics.ruin;

import futures.analytics.inference.NormalDistribution;

/** Odds of ruin that have a formula. */
public final class RuinFormulas {
    private RuinFormulas() {}

    /**
     * Gambler's ruin at even money: q = (1 − p) / p, q^units without a target.
     *
     * @param p      chance to win one unit, 0 to 1
     * @param units  that may be lost, above zero
     * @param target units at which he stops, above {@code units}; 0 for none
     */
    public static double gambler(double p, int units, int target) {
        double q = (1 - p) / p;
        if (target == 0) {
            return q >= 1 ? 1 : StrictMath.pow(q, units);
        }
        if (p == 0.5) {
            return 1 - (double) units / target;
        }
        double lost = StrictMath.pow(q, units);
        double all = StrictMath.pow(q, target);
        return (lost - all) / (1 - all);
    }

    /**
     * The r between 0 and 1 for which Σ pᵢ r^xᵢ = 1; without an end the odds of ruin are r^capital, exact when one loses a unit
     * at most at a time and everything is in units, an upper bound otherwise.
     *
     * @return 1 without an edge
     */
    public static double root(double[] results, double[] odds) {
        double mean = 0;
        double worst = 0;
        for (int i = 0; i < results.length; i++) {
            mean += results[i] * odds[i];
            worst = Math.min(worst, results[i]);
        }
        if (mean <= 0) {
            return 1;
        }
        if (worst == 0) {
            return 0;
        }
        double low = 0;
        double high = 1;
        // near 1 the sum is below 1, for the slope there is the mean; near 0 it is above it
        for (double middle = 0.5; middle > low && middle < high; middle = (low + high) / 2) {
            double sum = 0;
            for (int i = 0; i < results.length; i++) {
                sum += odds[i] * StrictMath.pow(middle, results[i]);
            }
            if (sum > 1) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /**
     * A Brownian motion with drift falls by a distance within a time, watched all the time; trades one by one fall less often.
     *
     * @param mean      drift per period
     * @param deviation per period, above zero
     * @param distance  above zero
     * @param periods   infinity for no end
     */
    public static double brownian(double mean, double deviation, double distance, double periods) {
        double ever = StrictMath.exp(-2 * mean * distance / (deviation * deviation));
        if (Double.isInfinite(periods)) {
            return Math.min(1, ever);
        }
        double spread = deviation * Math.sqrt(periods);
        return NormalDistribution.probability((-distance - mean * periods) / spread)
                + ever * NormalDistribution.probability((-distance + mean * periods) / spread);
    }

    /** The same motion rises by a target before it falls by a distance, without an end. */
    public static double targetFirst(double mean, double deviation, double target, double distance) {
        double rate = 2 * mean / (deviation * deviation);
        return Math.abs(rate * (target + distance)) < 1e-12
                ? distance / (target + distance)
                : StrictMath.expm1(-rate * distance) / StrictMath.expm1(-rate * (target + distance));
    }
}
