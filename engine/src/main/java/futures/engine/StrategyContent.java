package futures.engine;

import futures.strategy.Strategy;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Identity of a compiled strategy. */
public final class StrategyContent {
    private StrategyContent() {}

    /**
     * SHA-256 of the class file, in lower-case hexadecimal; of the class's name where its loader does not give the file
     * out (classes made in memory), in which case the caller had better hash the source.
     */
    public static String hash(Class<? extends Strategy> type) {
        String file = type.getName().replace('.', '/') + ".class";
        ClassLoader loader = type.getClassLoader();
        try (InputStream bytes = loader.getResourceAsStream(file)) {
            return bytes == null
                    ? new Sha256().add(type.getName()).hex()
                    : new Sha256().add(bytes.readAllBytes()).hex();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the class file of " + type.getName(), e);
        }
    }
}
