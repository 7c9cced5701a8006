package futures.backtest.strategy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * All files of one version of a strategy, as they were read.
 *
 * @param entry name of the file, or of the folder, in the strategies directory
 * @param files content by path inside the strategies directory, with {@code /}
 */
public record StrategySource(String entry, SortedMap<String, byte[]> files) {
    public StrategySource {
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    }

    public static StrategySource of(String entry, byte[] content) {
        return new StrategySource(entry, new TreeMap<>(Map.of(entry, content)));
    }

    /** Of a strategy that is one file. */
    public byte[] content() {
        return files.get(files.firstKey());
    }

    /**
     * SHA-256 in lower-case hexadecimal: of a single file its content, as {@code sha256sum} prints it; of several of every path,
     * its length in bytes and content in the order of paths.
     */
    public String hash() {
        MessageDigest digest = sha256();
        files.forEach((path, content) -> {
            if (files.size() > 1) {
                digest.update((path + "\n" + content.length + "\n").getBytes(StandardCharsets.UTF_8));
            }
            digest.update(content);
        });
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
