package futures.javascript;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * Where a script's files are looked for, by paths with {@code /} from the strategies directory on. The packages of the home that holds
 * it are {@code ../node_modules/…}; no other path leads out of it.
 */
public interface ScriptTree {
    /** How the path of a file begins that lies in the packages beside the strategies directory. */
    String BESIDE = "../node_modules/";

    boolean isFile(String path) throws IOException;

    String text(String path) throws IOException;

    /** Files of a directory and of the packages beside it; links that lead out of either lead nowhere. */
    static ScriptTree on(Path directory) {
        return new ScriptTree() {
            @Override
            public boolean isFile(String path) throws IOException {
                Path file = directory.resolve(path);
                return Files.isRegularFile(file) && file.toRealPath().startsWith(root(directory, path));
            }

            @Override
            public String text(String path) throws IOException {
                return Files.readString(directory.resolve(path), StandardCharsets.UTF_8);
            }
        };
    }

    /** Where a file must really lie, whatever links lead to it. */
    static Path root(Path directory, String path) throws IOException {
        Path real = directory.toRealPath();
        return path.startsWith(BESIDE) ? real.resolveSibling("node_modules") : real;
    }

    /** Files that were read before. */
    static ScriptTree of(Map<String, String> files) {
        return new ScriptTree() {
            @Override
            public boolean isFile(String path) {
                return files.containsKey(path);
            }

            @Override
            public String text(String path) {
                return files.get(path);
            }
        };
    }
}
