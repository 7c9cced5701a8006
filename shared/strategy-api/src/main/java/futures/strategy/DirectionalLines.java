package futures.strategy;

/**
 * Wilder's directional movement, each from 0 to 100.
 *
 * @param adx   strength of the trend, whichever its direction
 * @param plus  +DI, strength of upward movement
 * @param minus −DI, strength of downward movement
 */
public record DirectionalLines(Line adx, Line plus, Line minus) {}
