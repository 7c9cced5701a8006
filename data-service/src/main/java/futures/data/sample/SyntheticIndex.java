package futures.data.sample;

import java.util.Random;

/**
 * The value behind all contract months: a path whose minutes have fat tails (Student's t with four degrees of freedom),
 * whose days differ in volatility and stay like the day before, and whose minutes follow {@link SessionShape}.
 */
final class SyntheticIndex {
    /** Points of the path inside a minute: its open, what lies between, its close. */
    static final int POINTS = 9;

    private static final double DAILY_VOLATILITY = 0.010;
    private static final double PERSISTENCE = 0.90;
    private static final double VOLATILITY_OF_VOLATILITY = 0.15;
    private static final double DRIFT_PER_DAY = 0.0003;
    private static final double MOST_SIGMAS = 8;

    private final Random random;
    private double level;
    private double logVolatility;
    private double dayVolatility;

    SyntheticIndex(Random random, double start) {
        this.random = random;
        this.level = start;
    }

    void beginDay() {
        logVolatility = PERSISTENCE * logVolatility + VOLATILITY_OF_VOLATILITY * random.nextGaussian();
        dayVolatility = DAILY_VOLATILITY * StrictMath.exp(logVolatility);
    }

    /** How lively this day is against an ordinary one. */
    double activity() {
        return dayVolatility / DAILY_VOLATILITY;
    }

    /** Walks one minute on; fills in the path, which begins where the last one ended. */
    void walk(int minute, double[] path) {
        double variance = SessionShape.share(minute) * dayVolatility * dayVolatility;
        double step = StrictMath.sqrt(variance / (POINTS - 1));
        // One draw of the tail for a whole minute keeps wild minutes wild from end to end.
        double scale = tail();
        path[0] = level;
        for (int i = 1; i < POINTS; i++) {
            double move = step * scale * random.nextGaussian();
            level *= 1 + move + DRIFT_PER_DAY * SessionShape.share(minute) / (POINTS - 1);
            path[i] = level;
        }
    }

    /** Root of 4 / chi-squared(4), scaled to a mean square of 1: times a normal number it is a t of four degrees. */
    private double tail() {
        double sum = 0;
        for (int i = 0; i < 4; i++) {
            double normal = random.nextGaussian();
            sum += normal * normal;
        }
        return Math.min(MOST_SIGMAS, StrictMath.sqrt(2 / Math.max(sum, 1e-9)));
    }
}
