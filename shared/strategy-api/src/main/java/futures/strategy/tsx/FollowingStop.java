package futures.strategy.tsx;

/**
 * How the stop of a trade follows the market.
 *
 * @param breakEven   multiple of the risk that the best price must have gained for the stop to go to the entry; 0 for never
 * @param distance    points from the best price to a trailing stop; 0 for none
 * @param trigger     multiple of the risk that the best price must have gained before the stop trails; 0 for at once
 * @param movesTarget whether targets move as far as the trailing stop does
 */
record FollowingStop(double breakEven, double distance, double trigger, boolean movesTarget) {
    /** Prices of one tick grid differ by more. */
    private static final double NOISE = 1e-9;

    boolean none() {
        return breakEven == 0 && distance == 0;
    }

    /** Price of the stop at break-even; NaN while it is not due. */
    double atEntry(int way, double entry, double best, double risk) {
        return breakEven > 0 && gained(way, entry, best, breakEven * risk) ? entry : Double.NaN;
    }

    /** Price of the trailing stop; NaN while it is not due. */
    double trailing(int way, double entry, double best, double risk) {
        return distance > 0 && gained(way, entry, best, trigger * risk) ? best - way * distance : Double.NaN;
    }

    private static boolean gained(int way, double entry, double best, double points) {
        return way * (best - entry) >= points - NOISE * Math.abs(entry);
    }
}
