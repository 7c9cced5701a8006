package futures.analytics.inference;

/** The standard normal distribution. */
public final class NormalDistribution {
    /** Beyond it the series would lose digits of the tail, and within it the fraction would converge slowly. */
    private static final double SERIES_UNTIL = 3;

    private static final int FRACTION_TERMS = 200;
    /** Below it the lower tail is smaller than the smallest double. */
    private static final double LOWEST = -39;

    private NormalDistribution() {}

    /** The chance of a value at or below z. */
    public static double probability(double z) {
        if (Double.isNaN(z)) {
            throw new IllegalArgumentException("z must be a number, found " + z);
        }
        if (z < -SERIES_UNTIL) {
            return upperTail(-z);
        }
        return z > SERIES_UNTIL ? 1 - upperTail(z) : 0.5 + density(z) * series(z);
    }

    private static double density(double z) {
        return StrictMath.exp(-z * z / 2) / Math.sqrt(2 * Math.PI);
    }

    /** z + z³/3 + z⁵/(3·5) + … (Abramowitz and Stegun 26.2.11). */
    private static double series(double z) {
        double term = z;
        double sum = 0;
        for (int k = 3; sum + term != sum; k += 2) {
            sum += term;
            term *= z * z / k;
        }
        return sum;
    }

    /** Laplace's continued fraction, density / (z + 1/(z + 2/(z + 3/…))) (Abramowitz and Stegun 26.2.14). */
    private static double upperTail(double z) {
        if (z > -LOWEST) {
            return 0;
        }
        double below = z;
        for (int k = FRACTION_TERMS; k > 0; k--) {
            below = z + k / below;
        }
        return density(z) / below;
    }

    /**
     * The value that is not exceeded with a probability, by bisection down to neighbouring doubles.
     *
     * @param probability above 0 and below 1
     */
    public static double quantile(double probability) {
        if (!(probability > 0 && probability < 1)) {
            throw new IllegalArgumentException("a probability between 0 and 1 was expected, found " + probability);
        }
        if (probability > 0.5) {
            return -quantile(1 - probability);
        }
        double low = LOWEST;
        double high = 0;
        while (true) {
            double middle = (low + high) / 2;
            if (middle <= low || middle >= high) {
                return high;
            }
            if (probability(middle) < probability) {
                low = middle;
            } else {
                high = middle;
            }
        }
    }
}
