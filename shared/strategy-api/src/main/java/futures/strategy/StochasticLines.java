package futures.strategy;

/**
 * The lines of a slow stochastic, each from 0 to 100.
 *
 * @param k place of the close between lowest low and highest high, averaged once
 * @param d the average of k
 */
public record StochasticLines(Line k, Line d) {}
