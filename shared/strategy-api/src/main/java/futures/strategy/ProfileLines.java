package futures.strategy;

/**
 * Volume by price of the trading day so far and of the previous one, in price units.
 *
 * @param pointOfControl         row with the most volume today
 * @param valueAreaHigh          upper edge of today's value area
 * @param valueAreaLow           lower edge of today's value area
 * @param previousPointOfControl row with the most volume of the previous trading day
 * @param previousValueAreaHigh  upper edge of the previous day's value area
 * @param previousValueAreaLow   lower edge of the previous day's value area
 */
public record ProfileLines(
        Line pointOfControl,
        Line valueAreaHigh,
        Line valueAreaLow,
        Line previousPointOfControl,
        Line previousValueAreaHigh,
        Line previousValueAreaLow) {}
