package futures.wire.backtest;

/**
 * What a combination must be to be the best.
 *
 * @param metric by its name in a backtest's answer
 * @param op     {@code <}, {@code <=}, {@code >} or {@code >=}
 */
public record MetricConstraint(String metric, String op, Double value) {}
