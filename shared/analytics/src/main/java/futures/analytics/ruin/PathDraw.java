package futures.analytics.ruin;

import java.util.SplittableRandom;

/**
 * Draws other courses that a series of results could have taken. Every path has random numbers of its own, made of the seed and
 * its number, so that paths are the same whichever thread draws which, and in whichever order. Safe for several threads.
 */
public final class PathDraw {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;
    private static final long LOW = 0xFFFFFFFFL;

    /** What stays as it was. */
    public enum Kind {
        /** Every result once, in another order: the sum stays. */
        SHUFFLE,
        /** Each drawn anew from all, independent of the others: the sum varies too. */
        RESAMPLE,
        /** Blocks of random length, so that what follows on each other stays together (Politis and Romano 1994). */
        BLOCKS
    }

    private final double[] results;
    private final Kind kind;
    private final int length;
    private final long seed;
    private final long restartBelow;

    private PathDraw(double[] results, Kind kind, int length, double meanBlock, long seed) {
        if (results.length == 0 || length < 1) {
            throw new IllegalArgumentException("a path is drawn from one result or more, and has one or more");
        }
        this.results = results.clone();
        this.kind = kind;
        this.length = length;
        this.seed = seed;
        this.restartBelow = Math.round((LOW + 1) / meanBlock);
    }

    public static PathDraw shuffle(double[] results, long seed) {
        return new PathDraw(results, Kind.SHUFFLE, results.length, 1, seed);
    }

    public static PathDraw resample(double[] results, int length, long seed) {
        return new PathDraw(results, Kind.RESAMPLE, length, 1, seed);
    }

    /** @param meanBlock mean length of a block, at least 1 */
    public static PathDraw blocks(double[] results, int length, double meanBlock, long seed) {
        if (!(meanBlock >= 1) || Double.isInfinite(meanBlock)) {
            throw new IllegalArgumentException("a block has at least 1 value, found " + meanBlock);
        }
        return new PathDraw(results, Kind.BLOCKS, length, meanBlock, seed);
    }

    public int length() {
        return length;
    }

    /**
     * @param path its number, 0 or more
     * @param into as long as {@link #length}
     */
    public void draw(int path, double[] into) {
        SplittableRandom random = new SplittableRandom(mixed(seed + GOLDEN * (path + 1L)));
        int n = results.length;
        switch (kind) {
            case SHUFFLE -> {
                System.arraycopy(results, 0, into, 0, n);
                for (int i = n - 1; i > 0; i--) {
                    int j = (int) (((random.nextLong() & LOW) * (i + 1)) >>> 32);
                    double moved = into[i];
                    into[i] = into[j];
                    into[j] = moved;
                }
            }
            case RESAMPLE -> {
                for (int i = 0; i < length; i++) {
                    into[i] = results[(int) (((random.nextLong() & LOW) * n) >>> 32)];
                }
            }
            case BLOCKS -> {
                int place = 0;
                for (int i = 0; i < length; i++) {
                    // one half of the bits decides whether a block begins, the other one where
                    long bits = random.nextLong();
                    if (i == 0 || (bits >>> 32) < restartBelow) {
                        place = (int) (((bits & LOW) * n) >>> 32);
                    } else if (++place == n) {
                        place = 0;
                    }
                    into[i] = results[place];
                }
            }
        }
    }

    /** Stafford's thirteenth mixing function: neighbouring numbers become unrelated seeds. */
    private static long mixed(long z) {
        long once = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        long twice = (once ^ (once >>> 27)) * 0x94D049BB133111EBL;
        return twice ^ (twice >>> 31);
    }
}
