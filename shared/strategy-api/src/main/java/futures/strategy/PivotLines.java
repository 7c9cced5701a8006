package futures.strategy;

/**
 * Pivot and levels of the previous trading day, in price units.
 *
 * @param pivot mean of its high, low and close
 * @param r1    nearest resistance
 * @param r2    second resistance
 * @param r3    farthest resistance
 * @param s1    nearest support
 * @param s2    second support
 * @param s3    farthest support
 */
public record PivotLines(Line pivot, Line r1, Line r2, Line r3, Line s1, Line s2, Line s3) {}
