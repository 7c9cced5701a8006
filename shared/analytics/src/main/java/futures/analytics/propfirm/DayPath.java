package futures.analytics.propfirm;

import java.util.Arrays;

/**
 * How a day's equity went, of one multiple of the contracts, relative to its beginning; millionths. Each point first lets the
 * floor follow what is new, then asks whether equity is too low.
 */
public final class DayPath {
    /** For a point at which there is nothing new to follow. */
    public static final long NOTHING = Long.MIN_VALUE;

    private final long[] followed;
    private final long[] equity;
    private final boolean[] within;
    private final double contracts;
    private final boolean traded;
    private final long lowest;
    private final long highest;

    /**
     * @param followed  highest equity or balance that became known with the point, as the {@link TrailBasis} has it, or
     *                  {@link #NOTHING}
     * @param equity    at the point; the last one is the day's end
     * @param within    whether the point is a low inside a trade, reached for certain but not at a bar's close: a limit above it
     *                  was met at the limit
     * @param contracts most that were held at once, in minis; 0 when nobody knows
     * @param traded    whether anything was held
     */
    public DayPath(long[] followed, long[] equity, boolean[] within, double contracts, boolean traded) {
        if (equity.length == 0 || followed.length != equity.length || within.length != equity.length) {
            throw new IllegalArgumentException("as many values of each kind were expected, at least one");
        }
        if (within[equity.length - 1]) {
            throw new IllegalArgumentException("a day ends with a bar's close");
        }
        this.followed = followed.clone();
        this.equity = equity.clone();
        this.within = within.clone();
        this.contracts = contracts;
        this.traded = traded;
        this.lowest = Arrays.stream(equity).min().orElseThrow();
        this.highest = Arrays.stream(followed).max().orElseThrow();
    }

    /** Of the equity at the closes of bars, which is what the floor follows too. */
    public static DayPath ofCloses(long[] equity, double contracts, boolean traded) {
        return new DayPath(equity, equity, new boolean[equity.length], contracts, traded);
    }

    public int points() {
        return equity.length;
    }

    public long equity(int point) {
        return equity[point];
    }

    long followed(int point) {
        return followed[point];
    }

    boolean within(int point) {
        return within[point];
    }

    public long close() {
        return equity[equity.length - 1];
    }

    public long lowest() {
        return lowest;
    }

    /** Of what the floor follows; {@link #NOTHING} when there was none. */
    long highest() {
        return highest;
    }

    public double contracts() {
        return contracts;
    }

    public boolean traded() {
        return traded;
    }

    /**
     * The same day in as few points as decide anything for any multiple, limit and floor: each new high that the floor
     * follows, each new low of the day, the lowest point between one new high and the next, and the end. Any other point lies
     * above a kept one that meets the same floor, and above an earlier low that met the same daily limit.
     */
    public DayPath decisive() {
        boolean[] kept = new boolean[equity.length];
        long high = NOTHING;
        long low = Long.MAX_VALUE;
        int lowestSinceHigh = -1;
        for (int i = 0; i < equity.length; i++) {
            if (followed[i] > high) {
                high = followed[i];
                kept[i] = true;
                lowestSinceHigh = keep(kept, lowestSinceHigh);
            }
            if (equity[i] < low) {
                low = equity[i];
                kept[i] = true;
            }
            if (lowestSinceHigh < 0 || equity[i] < equity[lowestSinceHigh]) {
                lowestSinceHigh = i;
            }
        }
        keep(kept, lowestSinceHigh);
        kept[equity.length - 1] = true;
        int[] points = places(kept);
        boolean[] inside = new boolean[points.length];
        for (int i = 0; i < points.length; i++) {
            inside[i] = within[points[i]];
        }
        return new DayPath(
                Arrays.stream(points).mapToLong(i -> followed[i]).toArray(),
                Arrays.stream(points).mapToLong(i -> equity[i]).toArray(),
                inside,
                contracts,
                traded);
    }

    private static int keep(boolean[] kept, int point) {
        if (point >= 0) {
            kept[point] = true;
        }
        return -1;
    }

    private static int[] places(boolean[] kept) {
        int[] points = new int[kept.length];
        int count = 0;
        for (int i = 0; i < kept.length; i++) {
            if (kept[i]) {
                points[count++] = i;
            }
        }
        return Arrays.copyOf(points, count);
    }
}
