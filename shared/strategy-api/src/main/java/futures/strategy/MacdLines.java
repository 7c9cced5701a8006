package futures.strategy;

/**
 * The lines of a MACD, in price units.
 *
 * @param line      fast average less slow average
 * @param signal    the average of the line
 * @param histogram line less signal
 */
public record MacdLines(Line line, Line signal, Line histogram) {}
