package futures.model;

/**
 * One bar, covering {@code [openTime, closeTime)}.
 *
 * @param openTime  epoch milliseconds UTC of its first instant
 * @param closeTime epoch milliseconds UTC of the instant at which it is complete; a strategy sees it no earlier
 * @param volume    contracts traded; a double because back-adjusted vendor files scale it
 */
public record Bar(long openTime, long closeTime, double open, double high, double low, double close, double volume) {}
