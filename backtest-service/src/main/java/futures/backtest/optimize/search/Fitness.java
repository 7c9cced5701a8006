package futures.backtest.optimize.search;

/**
 * What a combination is worth.
 *
 * @param values    by objective, greater is better; empty when it has no result or one of them is undefined
 * @param violation by how much it breaks constraints, 0 when it meets all of them; of use only to tell which is nearer
 */
@SuppressWarnings("ArrayRecordComponent") // never compared as values
public record Fitness(double[] values, double violation) {
    public static final Fitness NONE = new Fitness(new double[0], Double.POSITIVE_INFINITY);

    public boolean valued() {
        return values.length > 0;
    }

    /** Whether it has a value and meets all constraints. */
    public boolean feasible() {
        return valued() && violation == 0;
    }

    /**
     * Whether it is better than another whatever the objectives are weighed: one that meets the constraints before one that does not,
     * the lesser violation before the greater (Deb 2000), then no worse in any objective and better in one.
     */
    public boolean dominates(Fitness other) {
        if (!valued() || !other.valued()) {
            return valued() && !other.valued();
        }
        if (violation > 0 || other.violation > 0) {
            return violation < other.violation;
        }
        boolean better = false;
        for (int i = 0; i < values.length; i++) {
            if (values[i] < other.values[i]) {
                return false;
            }
            better |= values[i] > other.values[i];
        }
        return better;
    }
}
