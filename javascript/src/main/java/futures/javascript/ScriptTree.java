package futures.javascript;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Where a script's files are looked for, by paths with {@code /} from the strategies directory on. */
public interface ScriptTree {
    boolean isFile(String path) throws IOException;

    String text(String path) throws IOException;

    /** Files of a directory; links that lead out of it lead nowhere. */
    static ScriptTree on(Path directory) {
        return new ScriptTree() {
            @Override
            public boolean isFile(String path) throws IOException {
                Path file = directory.resolve(path);
                return Files.isRegularFile(file) && file.toRealPath().startsWith(directory.toRealPath());
            }

            @Override
            public String text(String path) throws IOException {
                return Files.readString(directory.resolve(path), StandardCharsets.UTF_8);
            }
        };
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
