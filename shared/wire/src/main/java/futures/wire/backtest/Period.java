package futures.wire.backtest;

import java.time.Instant;

/**
 * What a run covered.
 *
 * @param start     open time of the first bar
 * @param end       close time of the last bar
 * @param totalBars bars that the strategy saw
 */
public record Period(Instant start, Instant end, int totalBars) {}
