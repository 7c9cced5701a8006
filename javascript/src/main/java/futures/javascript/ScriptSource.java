package futures.javascript;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * All that a script is made of, as it was read: its own file, and what it requires.
 *
 * @param name  of the strategy
 * @param entry path of its own file, among {@code files}
 * @param files text by path, {@code /bot/strategies/MyStrategy.js}; the paths that the script itself sees
 * @param links what {@code require} of a name gives, by the path of the file that requires it
 */
public record ScriptSource(
        String name, String entry, SortedMap<String, String> files, Map<String, Map<String, String>> links) {
    public ScriptSource {
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
        links = Map.copyOf(links);
        if (!files.containsKey(entry)) {
            throw new IllegalArgumentException("there is no file " + entry + " among the script's");
        }
    }

    /** A script that requires nothing of its own. */
    public static ScriptSource of(String name, String text) {
        String entry = "/bot/strategies/" + name + ".js";
        return new ScriptSource(name, entry, new TreeMap<>(Map.of(entry, text)), Map.of());
    }

    /** SHA-256 of every path, length and text in the order of paths, in lower-case hexadecimal. */
    public String hash() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            files.forEach((path, text) -> {
                byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
                digest.update((path + "\n" + bytes.length + "\n").getBytes(StandardCharsets.UTF_8));
                digest.update(bytes);
            });
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
