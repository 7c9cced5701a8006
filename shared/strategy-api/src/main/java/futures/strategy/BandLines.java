package futures.strategy;

/**
 * A band or channel around price, in price units.
 *
 * @param middle what the band is built around
 * @param upper  its upper edge
 * @param lower  its lower edge
 */
public record BandLines(Line middle, Line upper, Line lower) {}
