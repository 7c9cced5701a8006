package futures.wire.backtest;

/**
 * One figure, or why there is none.
 *
 * @param value      null when undefined
 * @param reason     why it is undefined; null when there is a value
 * @param unit       count, bars, fraction (0.25 is 25 %), ratio or money
 * @param definition formula in words
 */
public record MetricValue(Double value, String reason, String unit, String definition) {}
