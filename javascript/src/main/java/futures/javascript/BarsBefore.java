package futures.javascript;

/** Where bars before a run come from. */
@FunctionalInterface
public interface BarsBefore {
    BarsBefore NONE = (symbol, days) -> new double[0];

    /**
     * @param symbol of the contract that is traded
     * @param days   how many days before the run, at least 1
     * @return open time in epoch milliseconds UTC, open, high, low, close and volume of each bar, oldest first
     */
    double[] bars(String symbol, int days);
}
