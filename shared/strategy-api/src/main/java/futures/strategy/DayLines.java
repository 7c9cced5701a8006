package futures.strategy;

/**
 * Prices of the previous trading day; NaN during the first.
 *
 * @param open  open of its first bar
 * @param high  its highest high
 * @param low   its lowest low
 * @param close close of its last bar
 */
public record DayLines(Line open, Line high, Line low, Line close) {}
