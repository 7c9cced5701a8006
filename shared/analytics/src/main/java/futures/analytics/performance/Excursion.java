package futures.analytics.performance;

/**
 * How far price went against a round trip and with it.
 *
 * @param mae      furthest against, money for all contracts, zero or negative
 * @param mfe      furthest with, money for all contracts, zero or positive
 * @param ticks    gain per contract
 * @param maeTicks furthest against per contract, zero or negative
 * @param mfeTicks furthest with per contract, zero or positive
 */
public record Excursion(double mae, double mfe, long ticks, long maeTicks, long mfeTicks) {}
