package futures.backtest.strategy;

import futures.javascript.ScriptTree;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The strategies directory: what is in it, at a glance, and the content of its files. Only what lies in it is read. */
final class StrategyFolder {
    static final String SETTINGS = ".yaml";
    private static final int MOST_FILES = 2_000;
    private static final int MOST_SHOWN = 32 << 20;

    private final Path directory;

    StrategyFolder(Path directory) {
        this.directory = directory;
    }

    Path directory() {
        return directory;
    }

    /**
     * What can be known of an entry without reading it.
     *
     * @param files path, size and time of each
     * @param newest time of the youngest, epoch milliseconds
     */
    record Glance(List<String> files, long newest) {}

    /** Strategies and YAML files by the name of their entry. A directory that is not there is an empty one. */
    Map<String, Glance> look() {
        Map<String, Glance> seen = new TreeMap<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory)) {
            for (Path entry : entries) {
                String name = entry.getFileName().toString();
                if (!name.startsWith(".")) {
                    glance(entry).ifPresent(glance -> seen.put(name, glance));
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            return seen;
        }
        return seen;
    }

    private static Optional<Glance> glance(Path entry) {
        Optional<StrategyKind> kind = StrategyKinds.of(entry);
        boolean settings = entry.getFileName().toString().endsWith(SETTINGS);
        if (kind.isEmpty() && !settings) {
            return Optional.empty();
        }
        List<String> files = new ArrayList<>();
        long newest = 0;
        try {
            for (Path file : kind.isPresent() ? kind.get().files(entry) : List.of(entry)) {
                BasicFileAttributes facts = Files.readAttributes(file, BasicFileAttributes.class);
                newest = Math.max(newest, facts.lastModifiedTime().toMillis());
                files.add(file + "|" + facts.size() + "|" + facts.lastModifiedTime() + "|" + facts.fileKey());
            }
        } catch (NoSuchFileException e) {
            return Files.isSymbolicLink(entry) ? Optional.of(new Glance(List.of("dangling"), 0)) : Optional.empty();
        } catch (IOException e) {
            files.add(e.toString()); // reading it tells what is wrong
        }
        return Optional.of(new Glance(files, newest));
    }

    /** @throws BrokenStrategy when it leads out of the directory, is too large or cannot be read */
    StrategySource read(String entry, StrategyKind kind) throws BrokenStrategy {
        try {
            List<Path> files = kind.files(directory.resolve(entry));
            if (files.size() > MOST_FILES) {
                throw new BrokenStrategy(entry, "more than " + MOST_FILES + " files");
            }
            TreeMap<String, byte[]> contents = new TreeMap<>();
            int left = kind.mostBytes();
            for (Path file : files) {
                byte[] content = read(entry, file, left, kind.mostBytes());
                left -= content.length;
                contents.put(directory.relativize(file).toString().replace('\\', '/'), content);
            }
            return new StrategySource(entry, contents);
        } catch (CharacterCodingException e) {
            throw new BrokenStrategy(entry, "it, or a file that it needs, is not UTF-8; save it as UTF-8");
        } catch (IOException e) {
            throw new BrokenStrategy(entry, "it cannot be read: " + e);
        }
    }

    /** @throws BrokenStrategy as {@link #read}, and when it is no UTF-8 */
    String settings(String entry) throws BrokenStrategy {
        try {
            byte[] content =
                    read(entry, directory.resolve(entry), StrategySettings.MOST_BYTES, StrategySettings.MOST_BYTES);
            return text(entry, content);
        } catch (IOException e) {
            throw new BrokenStrategy(entry, "it cannot be read: " + e);
        }
    }

    /** @throws BrokenStrategy as {@link #read} */
    byte[] any(String file) throws BrokenStrategy {
        try {
            return read(file, directory.resolve(file), MOST_SHOWN, MOST_SHOWN);
        } catch (IOException e) {
            throw new BrokenStrategy(file, "it cannot be read: " + e);
        }
    }

    static String text(String entry, byte[] content) throws BrokenStrategy {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new BrokenStrategy(entry, "not UTF-8; save the file as UTF-8");
        }
    }

    private byte[] read(String entry, Path file, int most, int allowed) throws IOException, BrokenStrategy {
        if (Files.isSymbolicLink(file) && !Files.exists(file)) {
            throw new BrokenStrategy(entry, "it is a symbolic link to nothing");
        }
        String path = directory.relativize(file).toString().replace('\\', '/');
        if (!file.toRealPath().startsWith(ScriptTree.root(directory, path))) {
            throw new BrokenStrategy(
                    entry, "it is a symbolic link that leads out of the strategies directory; copy it");
        }
        if (!Files.isRegularFile(file)) {
            throw new BrokenStrategy(entry, "it is no file");
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] content = in.readNBytes(most + 1);
            if (content.length > most) {
                throw new BrokenStrategy(entry, "it is larger than " + allowed + " bytes");
            }
            return content;
        }
    }
}
