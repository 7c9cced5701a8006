package futures.analytics.tail;

import java.util.SplittableRandom;

/** Sums of returns that are drawn from a fitted Student's distribution, independent of each other. */
final class StudentPaths {
    private StudentPaths() {}

    static TailModel of(StudentFit fit, int horizon, int paths, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] sums = new double[paths];
        for (int path = 0; path < paths; path++) {
            double sum = 0;
            for (int step = 0; step < horizon; step++) {
                sum += fit.location() + fit.scale() * draw(random, fit.freedom());
            }
            sums[path] = sum;
        }
        return level -> HistoricalTail.of(sums, level);
    }

    /** Bailey's polar method (1994): a pair inside the unit circle gives one value, for any degrees of freedom. */
    private static double draw(SplittableRandom random, double freedom) {
        while (true) {
            double u = 2 * random.nextDouble() - 1;
            double v = 2 * random.nextDouble() - 1;
            double w = u * u + v * v;
            if (w > 0 && w < 1) {
                return u * Math.sqrt(freedom * (StrictMath.pow(w, -2 / freedom) - 1) / w);
            }
        }
    }
}
