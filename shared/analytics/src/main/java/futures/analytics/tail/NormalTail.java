package futures.analytics.tail;

import futures.analytics.inference.NormalDistribution;
import futures.analytics.performance.Measure;

/** Tails of a normal distribution, and of one corrected for skewness and kurtosis. */
public final class NormalTail {
    private NormalTail() {}

    /** @param deviation above zero or zero */
    public static TailRisk of(double mean, double deviation, double level) {
        double z = NormalDistribution.quantile(level);
        return TailRisk.of(-(mean + z * deviation), -mean + deviation * density(z) / level);
    }

    /**
     * Cornish and Fisher's expansion, with the shortfall of Boudt, Peterson and Croux (2008). Far from normal moments the
     * expansion is no distribution: where the shortfall comes out below the value at risk it is undefined.
     *
     * @param skewness of the population
     * @param excess   kurtosis of the population less 3
     */
    public static TailRisk cornishFisher(double mean, double deviation, double skewness, double excess, double level) {
        double z = cornishFisherQuantile(NormalDistribution.quantile(level), skewness, excess);
        double valueAtRisk = -(mean + z * deviation);
        double shortfall = -mean + deviation * edgeworthShortfall(z, skewness, excess, level);
        return new TailRisk(
                Measure.of(valueAtRisk),
                shortfall >= valueAtRisk
                        ? Measure.of(shortfall)
                        : Measure.undefined("skewness and kurtosis are too far from normal for the expansion"));
    }

    /** z + (z² − 1) S / 6 + (z³ − 3 z) K / 24 − (2 z³ − 5 z) S² / 36. */
    static double cornishFisherQuantile(double z, double skewness, double excess) {
        double cube = z * z * z;
        return z
                + (z * z - 1) * skewness / 6
                + (cube - 3 * z) * excess / 24
                - (2 * cube - 5 * z) * skewness * skewness / 36;
    }

    /** Mean loss beyond a quantile of the Edgeworth expansion, in deviations. */
    static double edgeworthShortfall(double quantile, double skewness, double excess, double level) {
        double f = density(quantile);
        double i1 = odd(0, quantile);
        double i2 = even(1, quantile);
        double i3 = odd(1, quantile);
        double i4 = even(2, quantile);
        double i6 = even(3, quantile);
        double sum = f
                + (i4 - 6 * i2 + 3 * f) * excess / 24
                + (i3 - 3 * i1) * skewness / 6
                + (i6 - 15 * i4 + 45 * i2 - 15 * f) * skewness * skewness / 72;
        return sum / level;
    }

    /** I of 2 k: Σ over i from 1 to k of (Π 2 j to k) / (Π 2 j to i) · h^2i · density, and (Π 2 j to k) · density. */
    private static double even(int k, double h) {
        double sum = 0;
        for (int i = 0; i <= k; i++) {
            double factor = 1;
            for (int j = i + 1; j <= k; j++) {
                factor *= 2 * j;
            }
            sum += factor * StrictMath.pow(h, 2 * i) * density(h);
        }
        return sum;
    }

    /** I of 2 k + 1: Σ over i from 0 to k of (Π (2 j + 1) to k) / (Π (2 j + 1) to i) · h^(2i+1) · density, less Π · Φ(h). */
    private static double odd(int k, double h) {
        double sum = 0;
        double all = 1;
        for (int i = 0; i <= k; i++) {
            all *= 2 * i + 1;
            double factor = 1;
            for (int j = i + 1; j <= k; j++) {
                factor *= 2 * j + 1;
            }
            sum += factor * StrictMath.pow(h, 2 * i + 1) * density(h);
        }
        return sum - all * NormalDistribution.probability(h);
    }

    private static double density(double z) {
        return StrictMath.exp(-z * z / 2) / Math.sqrt(2 * Math.PI);
    }
}
