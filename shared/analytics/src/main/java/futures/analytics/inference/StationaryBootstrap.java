package futures.analytics.inference;

import java.util.SplittableRandom;

/**
 * Draws series again in blocks of random length, so that what follows on each other in the series does so in the draws
 * (Politis and Romano 1994, "The Stationary Bootstrap"). A block begins anywhere, goes on over the end of the series at its
 * beginning, and after each value ends with probability 1 / mean length. Not safe for use by several threads.
 */
public final class StationaryBootstrap {
    private static final long HALF = 0xFFFFFFFFL;
    private static final double NO_DIGIT = 1e-18;

    private final SplittableRandom random;
    private final int length;
    /** A new block begins when 32 random bits are below it. */
    private final long restartBelow;

    /**
     * @param length    of the series, at least 1
     * @param meanBlock mean length of a block, at least 1: then every value is drawn by itself
     * @param seed      the same one gives the same draws
     */
    public StationaryBootstrap(int length, double meanBlock, long seed) {
        if (length < 1) {
            throw new IllegalArgumentException("a series of at least one value was expected, found " + length);
        }
        if (!(meanBlock >= 1) || Double.isInfinite(meanBlock)) {
            throw new IllegalArgumentException("a block has at least 1 value, found " + meanBlock);
        }
        this.length = length;
        this.restartBelow = Math.round((HALF + 1) / meanBlock);
        this.random = new SplittableRandom(seed);
    }

    /** Fills in which values of the series, counted from 0, a drawn one consists of. */
    public void draw(int[] places) {
        int place = 0;
        for (int i = 0; i < places.length; i++) {
            // one half of the bits decides whether a block begins, the other one where
            long bits = random.nextLong();
            if (i == 0 || (bits >>> 32) < restartBelow) {
                place = (int) (((bits & HALF) * length) >>> 32);
            } else if (++place == length) {
                place = 0;
            }
            places[i] = place;
        }
    }

    /**
     * Length of the series times the variance of its drawn mean, in closed form (Politis and Romano 1994, lemma 1): γ₀ + 2 Σ (1 −
     * i/n) (1 − 1/mean length)ⁱ γᵢ, with the autocovariances γ of the series as it goes on over its end.
     *
     * @param centred a series whose mean is 0
     */
    static double longRunVariance(double[] centred, double meanBlock) {
        int n = centred.length;
        double stays = 1 - 1 / meanBlock;
        double weight = 1;
        double sum = 0;
        // once the weight is below the last digit of the sum no lag changes it
        for (int lag = 0; lag < n && weight > NO_DIGIT; lag++) {
            double products = 0;
            for (int i = 0; i < n - lag; i++) {
                products += centred[i] * centred[i + lag];
            }
            for (int i = n - lag; i < n; i++) {
                products += centred[i] * centred[i + lag - n];
            }
            sum += (lag == 0 ? 1 : 2 * (1 - (double) lag / n)) * weight * products / n;
            weight *= stays;
        }
        return Math.max(0, sum);
    }
}
