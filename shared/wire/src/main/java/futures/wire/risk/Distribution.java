package futures.wire.risk;

import java.util.Map;

/**
 * How a figure is spread over drawn paths.
 *
 * @param paths       in which it is defined
 * @param mean        null when there are none, as is all below
 * @param deviation   divided by n
 * @param percentiles {@code p0} (the lowest), {@code p1}, {@code p5}, {@code p25}, {@code p50}, {@code p75}, {@code p90}, {@code p95}, {@code p99}, {@code p100}
 */
public record Distribution(int paths, Double mean, Double deviation, Map<String, Double> percentiles) {}
