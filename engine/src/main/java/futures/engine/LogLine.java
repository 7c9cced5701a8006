package futures.engine;

/**
 * A line that a strategy wrote.
 *
 * @param number its place among all lines that the strategy wrote, the first being 1
 * @param time   open of the bar at whose close it was written, epoch milliseconds UTC; null before the first bar
 */
public record LogLine(int number, Long time, String text) {}
