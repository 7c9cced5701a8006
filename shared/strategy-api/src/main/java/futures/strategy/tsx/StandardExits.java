package futures.strategy.tsx;

/**
 * Stop and target of a signal that names none.
 *
 * @param stop   points from the price; 0 for none
 * @param target points from the price; 0 for none
 * @param ratio  the target in multiples of the stop's distance; 0 for none. {@code target} is stronger
 */
record StandardExits(double stop, double target, double ratio) {
    /**
     * The signal's own stop, or the standard one.
     *
     * @param way 1 for a long trade, -1 for a short one
     * @return a price; NaN for none
     */
    double stop(double price, int way, double named) {
        return Double.isFinite(named) || stop == 0 ? named : price - way * stop;
    }

    /**
     * The signal's own target, or the standard one.
     *
     * @param stopAt where the stop will be; NaN without one
     * @return a price; NaN for none
     */
    double target(double price, int way, double stopAt, double named) {
        if (Double.isFinite(named)) {
            return named;
        }
        if (target > 0) {
            return price + way * target;
        }
        return ratio > 0 && Double.isFinite(stopAt) ? price + way * ratio * Math.abs(price - stopAt) : named;
    }
}
