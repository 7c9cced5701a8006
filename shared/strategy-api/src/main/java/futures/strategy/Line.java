package futures.strategy;

/** An indicator as seen at the current bar. NaN while it is not warm. */
public interface Line {
    /** The value at the current bar. */
    double now();

    /**
     * The value so many bars ago, 0 being the current bar; NaN before the first bar.
     *
     * @throws IllegalArgumentException when {@code bars} is negative, for that would be the future
     */
    double ago(int bars);

    /**
     * Whether this line is above the other one now and was below when they last differed. Equal values are neither: a
     * line that only touches the other does not cross it.
     */
    default boolean crossesAbove(Line other) {
        return now() > other.now() && lastDifference(other) < 0;
    }

    /** Whether this line is below the other one now and was above when they last differed. */
    default boolean crossesBelow(Line other) {
        return now() < other.now() && lastDifference(other) > 0;
    }

    /** Sign of the difference at the last bar before this one at which they differed; 0 when there was none. */
    private int lastDifference(Line other) {
        for (int bars = 1; ; bars++) {
            double mine = ago(bars);
            double others = other.ago(bars);
            if (mine < others) {
                return -1;
            }
            if (mine > others) {
                return 1;
            }
            if (Double.isNaN(mine) || Double.isNaN(others)) {
                return 0;
            }
        }
    }
}
