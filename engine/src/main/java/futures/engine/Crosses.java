package futures.engine;

/**
 * The bars at which two lines cross, found one after the other as a run gets there. A cross is what {@code
 * Line.crossesAbove} and {@code crossesBelow} say: one line is above the other now, and was below when they last differed.
 */
final class Crosses {
    /** Beyond every bar. */
    static final int NEVER = Integer.MAX_VALUE;

    private final double[] one;
    private final double[] other;
    /** Bars that have been looked at. */
    private int scanned;
    /** Which line was above when they last differed: 1 the one, -1 the other; 0 where a value is missing. */
    private int sign;
    /** The cross that was found last. */
    private int bar = -2;

    Crosses(double[] one, double[] other) {
        this.one = one;
        this.other = other;
    }

    /** The first cross at a bar or after it; {@link #NEVER} when there is none. Bars are asked for in their order. */
    int next(int from) {
        while (bar < from) {
            find();
        }
        return bar;
    }

    /** Whether it is the one line that came above the other at the cross found last. */
    boolean upwards() {
        return sign > 0;
    }

    boolean with(double[] values) {
        return other == values;
    }

    private void find() {
        int i = scanned;
        int size = one.length;
        while (i < size) {
            i = sign > 0 ? whileAbove(one, other, i) : sign < 0 ? whileAbove(other, one, i) : i;
            if (i == size) {
                break;
            }
            int before = sign;
            sign = one[i] > other[i] ? 1 : one[i] < other[i] ? -1 : one[i] == other[i] ? before : 0;
            if (before * sign < 0) {
                bar = i;
                scanned = i + 1;
                return;
            }
            i++;
        }
        scanned = size;
        bar = NEVER;
    }

    /** The first bar from one on at which the upper line is not above the lower one. */
    private static int whileAbove(double[] upper, double[] lower, int from) {
        int i = from;
        int size = Math.min(upper.length, lower.length);
        while (i < size && upper[i] > lower[i]) {
            i++;
        }
        return i;
    }
}
