package futures.strategy;

/**
 * The lines of a SuperTrend.
 *
 * @param line      the line that trails price, in price units
 * @param direction 1 in an upward trend, −1 in a downward one
 */
public record SuperTrendLines(Line line, Line direction) {}
