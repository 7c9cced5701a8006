package futures.wire.backtest;

import java.util.List;

/**
 * Code of one version of a strategy.
 *
 * @param contentHash SHA-256 of the file; of a shipped one of its class file
 * @param file        name in the strategies directory; null when it is shipped
 * @param current     whether a run would use this very version now
 * @param files       empty when it is shipped with the program, whose version the manifest names
 */
public record StrategyCode(
        String strategyName, String kind, String contentHash, String file, boolean current, List<CodeFile> files) {

    /**
     * @param text   null when it is no text
     * @param base64 null when it is
     */
    public record CodeFile(String path, int bytes, String text, String base64) {}
}
