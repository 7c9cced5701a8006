package futures.javascript;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** All lines of a script's console as a file, up to a size. */
final class ConsoleFile implements AutoCloseable {
    private static final String FULL = "(the file is full)\n";

    private final Path path;
    private final OutputStream out;
    private long left;

    ConsoleFile(Path path, long mostBytes) {
        this.path = path;
        this.left = mostBytes;
        try {
            Files.createDirectories(path.getParent());
            this.out = Files.newOutputStream(path);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + path, e);
        }
    }

    /** @param lines whole ones; the first that do not fit end the file */
    void write(String lines) {
        if (lines.isEmpty() || left < 0) {
            return;
        }
        byte[] bytes = lines.getBytes(StandardCharsets.UTF_8);
        try {
            left -= bytes.length;
            out.write(left < 0 ? FULL.getBytes(StandardCharsets.UTF_8) : bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + path, e);
        }
    }

    @Override
    public void close() {
        try {
            out.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + path, e);
        }
    }
}
