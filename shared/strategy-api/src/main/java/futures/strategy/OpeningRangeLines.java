package futures.strategy;

/**
 * An opening range, in price units; NaN until it is complete.
 *
 * @param high its highest high
 * @param low  its lowest low
 */
public record OpeningRangeLines(Line high, Line low) {}
