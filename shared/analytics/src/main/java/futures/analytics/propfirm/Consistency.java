package futures.analytics.propfirm;

/**
 * No single day may have made more than a share of the profit.
 *
 * @param limit largest share of the best day, above 0 and at most 1
 * @param fails whether an account that reaches its target beyond the share has failed; otherwise the target rises until
 *              the best day is inside it
 */
public record Consistency(double limit, boolean fails) {
    public Consistency {
        if (!(limit > 0 && limit <= 1)) {
            throw new IllegalArgumentException("a share above 0 and at most 1 was expected, found " + limit);
        }
    }

    /** Whether a best day is inside the share of a profit; half a millionth is forgiven to rounding. */
    public boolean holds(long bestDay, long profit) {
        return bestDay <= limit * profit + 0.5;
    }

    /** The profit that is asked for: the target, or what makes the best day no more than its share. */
    public double required(long bestDay, long target) {
        return Math.max((double) target, bestDay / limit);
    }
}
