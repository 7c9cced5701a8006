package futures.wire.ml;

/**
 * Which bars become rows, and what they weigh. What is null has the stand-in that is named.
 *
 * @param events    {@code all} bars, {@code cusum} filtered, or {@code every} so many bars; all
 * @param threshold of the filter, in volatilities of one bar; 3
 * @param step      of every: bars from one event to the next; the label's bars
 * @param weights   {@code none}, {@code uniqueness}, {@code return}, or {@code sequential}: how often a sequential bootstrap draws a row; uniqueness
 * @param oldest    factor of the oldest row's weight, rising to 1 in a straight line; 1
 */
public record SamplingSpec(String events, Double threshold, Integer step, String weights, Double oldest) {}
