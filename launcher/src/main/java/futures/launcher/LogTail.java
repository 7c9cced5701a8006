package futures.launcher;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Reads the end of a log file, and what is written to it afterwards, also when it is rotated meanwhile. */
final class LogTail {
    private static final int WINDOW = 1_048_576;

    private final String name;
    private final Path file;
    private long position;

    LogTail(String name, Path file) {
        this.name = name;
        this.file = file;
    }

    String name() {
        return name;
    }

    /** The newest lines, oldest first; looks at one megabyte at most. */
    List<String> last(int count) throws IOException {
        long size = Files.size(file);
        List<String> lines = read(Math.max(0, size - WINDOW));
        return lines.subList(Math.max(0, lines.size() - count), lines.size());
    }

    /** Whole lines that came since the last call. */
    List<String> added() throws IOException {
        if (!Files.exists(file)) {
            return List.of();
        }
        long size = Files.size(file);
        return size == position ? List.of() : read(size < position ? 0 : position);
    }

    private List<String> read(long from) throws IOException {
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            in.seek(from);
            byte[] bytes = new byte[(int) Math.min(WINDOW, in.length() - from)];
            in.readFully(bytes);
            int end = bytes.length;
            while (end > 0 && bytes[end - 1] != '\n') {
                end--;
            }
            position = from + end;
            return new String(bytes, 0, end, StandardCharsets.UTF_8).lines().toList();
        }
    }
}
