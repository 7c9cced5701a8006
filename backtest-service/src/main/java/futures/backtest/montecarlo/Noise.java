package futures.backtest.montecarlo;

/**
 * How prices are changed.
 *
 * @param runs  on prices of their own
 * @param ticks most that a price is moved
 * @param seed  of the first run; the next ones have those that follow
 */
record Noise(int runs, int ticks, long seed) {}
