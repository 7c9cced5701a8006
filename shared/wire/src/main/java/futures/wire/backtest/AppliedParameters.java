package futures.wire.backtest;

/**
 * Parameters of a combination, written as a strategy's settings.
 *
 * @param file in the strategies directory
 * @param kept copy of the file that was there, in the same directory; null when there was none
 * @param yaml what was written
 */
public record AppliedParameters(String file, String kept, String yaml) {}
