package futures.backtest.strategy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * One kind of strategy, told by the name of its file or folder. {@link StrategyKinds} lists all; a new kind is added there and
 * nowhere else.
 *
 * <p>A kind is asked on a thread of its own and given a few seconds, so it may run code of the strategy; what it makes must
 * not need the file again.
 */
public interface StrategyKind {
    /** One word for lists: {@code java}. */
    String word();

    /** With the dot, as an upload gets it: {@code .java}. */
    String ending();

    /** Media types that an upload of this kind may have, the usual one first; none when it cannot be uploaded as text. */
    List<String> mediaTypes();

    /** Whether an entry of the strategies directory is of this kind: a file, or a folder that is one strategy. */
    boolean takes(Path entry);

    /**
     * Name of the strategy before its code was read, to tell of one that is broken, and the name that an upload is for: usually
     * the file's without its ending.
     */
    default String nameOf(String entry) {
        int dot = entry.lastIndexOf('.');
        return dot < 1 ? entry : entry.substring(0, dot);
    }

    /** All files that make up a version: the file itself, or every file in the folder. They must lie in the directory. */
    default List<Path> files(Path entry) throws IOException {
        if (!Files.isDirectory(entry)) {
            return List.of(entry);
        }
        try (Stream<Path> all = Files.walk(entry)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }

    /** What an upload of one file would make of the directory: the file, and what belongs to it and lies there already. */
    default StrategySource uploaded(Path directory, String file, byte[] content) throws BrokenStrategy {
        return StrategySource.of(file, content);
    }

    /** Most bytes of all its files together. */
    int mostBytes();

    /**
     * Makes a version ready to run; a jar may hold several strategies.
     *
     * @throws BrokenStrategy with file, line and column of what is wrong
     */
    List<LoadedCode> load(StrategySource source) throws BrokenStrategy;
}
