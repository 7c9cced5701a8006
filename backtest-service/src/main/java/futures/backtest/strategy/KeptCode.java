package futures.backtest.strategy;

import java.util.Map;

/**
 * A version of a strategy that was run once.
 *
 * @param entry name of its file or folder
 * @param files content by path inside the strategies directory
 */
public record KeptCode(String strategy, String kind, String hash, String entry, Map<String, byte[]> files) {}
