package futures.backtest.optimize.search;

import java.util.function.LongSupplier;

/**
 * All cells in a seeded order without keeping any of it: a Feistel network of four rounds permutes the numbers below a power of four, and
 * those that lie outside are permuted again until they are inside.
 *
 * @see <a href="https://doi.org/10.1007/3-540-45760-7_9">Black, Rogaway 2002, Ciphers with arbitrary finite domains</a>
 */
final class Shuffle implements LongSupplier {
    private static final int ROUNDS = 4;

    private final long cells;
    private final int half;
    private final long[] keys = new long[ROUNDS];
    private long next;

    Shuffle(long cells, long seed) {
        this.cells = cells;
        int bits = Math.max(2, 64 - Long.numberOfLeadingZeros(cells - 1));
        this.half = (bits + 1) / 2;
        for (int i = 0; i < ROUNDS; i++) {
            keys[i] = mix(seed + i);
        }
    }

    @Override
    public long getAsLong() {
        if (next == cells) {
            return -1;
        }
        long place = next++;
        do {
            place = permute(place);
        } while (place < 0 || place >= cells);
        return place;
    }

    private long permute(long place) {
        long mask = (1L << half) - 1;
        long left = place >>> half;
        long right = place & mask;
        for (long key : keys) {
            long swapped = left ^ (mix(right + key) & mask);
            left = right;
            right = swapped;
        }
        return left << half | right;
    }

    /** Finaliser of SplitMix64. */
    static long mix(long value) {
        long z = value + 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
