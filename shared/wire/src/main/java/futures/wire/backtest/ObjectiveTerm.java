package futures.wire.backtest;

/**
 * A metric to be made great or small.
 *
 * @param metric    by its name in a backtest's answer
 * @param direction {@code max} or {@code min}; null: by the nature of the metric
 * @param weight    above 0, of a weighted sum; null in all terms: they are objectives of their own
 */
public record ObjectiveTerm(String metric, String direction, Double weight) {}
