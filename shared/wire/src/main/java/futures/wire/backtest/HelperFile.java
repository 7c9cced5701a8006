package futures.wire.backtest;

import java.util.List;

/**
 * A file of the strategies directory that is no strategy itself: a helper of scripts, or a part of a package or of a folder.
 *
 * @param path   in the strategies directory, with {@code /}
 * @param hash   SHA-256 in lower-case hexadecimal
 * @param usedBy names of the strategies that require it
 */
public record HelperFile(String path, int bytes, String hash, List<String> usedBy) {}
