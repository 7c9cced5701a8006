package futures.wire.backtest;

/**
 * Something in a result that deserves a second look; {@code docs/findings.md} lists them.
 *
 * @param key      names the check, e.g. {@code few_trades}
 * @param severity note, warning or serious
 * @param text     what was found, with its numbers
 * @param remedy   what to do about it
 */
public record FindingRow(String key, String severity, String text, String remedy) {}
