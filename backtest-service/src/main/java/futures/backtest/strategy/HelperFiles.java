package futures.backtest.strategy;

import futures.kit.http.Problem;
import futures.wire.backtest.HelperFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Puts what scripts require into the strategies directory, by relative paths, and takes it out again. Nothing outside of it is touched,
 * and no strategy that has a route of its own.
 */
public final class HelperFiles {
    private static final int MOST_BYTES = 5_000_000;
    private static final int DEEPEST = 20;
    private static final Pattern PART = Pattern.compile("[A-Za-z0-9@_-][A-Za-z0-9@._-]{0,99}");
    private static final Pattern ENDING = Pattern.compile(".*\\.(?:js|cjs|json)");

    private final StrategyRegistry strategies;
    private final Path directory;

    public HelperFiles(StrategyRegistry strategies, Path directory) {
        this.strategies = strategies;
        this.directory = directory;
    }

    /**
     * Stores a file whole; folders on its way are made.
     *
     * @return what was stored
     * @throws Problem 400 for a path that cannot be, 409 for a strategy or a link in the way, 412, 413, 422 for what is no text
     */
    public synchronized Stored put(String path, byte[] content, Precondition precondition) {
        Path target = target(path);
        if (content.length > MOST_BYTES) {
            throw Problem.tooLarge(path + " may have " + MOST_BYTES + " bytes, and has " + content.length + ".");
        }
        try {
            String text = StrategyFolder.text(path, content);
            if (isTop(path) && text.contains(ScriptKind.METHOD)) {
                throw strategy(path);
            }
            boolean fresh = !Files.exists(target);
            precondition.check(path, fresh ? null : StrategyFiles.hash(Files.readAllBytes(target)));
            Files.createDirectories(target.getParent());
            StrategyFiles.write(directory, target, content);
            strategies.refresh();
            return new Stored(fresh, new HelperFile(path, content.length, StrategyFiles.hash(content), usedBy(path)));
        } catch (BrokenStrategy e) {
            throw Problem.unprocessable(e.errors().get(0).oneLine() + ". Nothing was stored.");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + target, e);
        }
    }

    /** @param fresh whether there was none before */
    public record Stored(boolean fresh, HelperFile file) {}

    /**
     * Removes a file, and the folders on its way that are empty then.
     *
     * @throws Problem 400, 404, 409 as {@link #put}
     */
    public synchronized void delete(String path) {
        Path target = target(path);
        try {
            if (!Files.isRegularFile(target, LinkOption.NOFOLLOW_LINKS)) {
                throw Problem.notFound("There is no file " + path + " in the strategies directory.")
                        .field("path", path, "no such file");
            }
            Files.delete(target);
            for (Path folder = target.getParent(); !folder.equals(directory); folder = folder.getParent()) {
                Files.delete(folder);
            }
        } catch (DirectoryNotEmptyException e) {
            // others are in it
        } catch (IOException e) {
            throw new UncheckedIOException("cannot remove " + target, e);
        }
        strategies.refresh();
    }

    private Path target(String path) {
        String[] parts = path.split("/", -1);
        boolean fits = parts.length <= DEEPEST && ENDING.matcher(path).matches();
        for (String part : parts) {
            fits &= PART.matcher(part).matches();
        }
        if (!fits) {
            throw Problem.badRequest("A path in the strategies directory is like helpers/levels.js or"
                            + " node_modules/levels/package.json: at most " + DEEPEST
                            + " names of letters, digits, @, _, - and . (not first), ending in .js, .cjs or .json.")
                    .field("path", path, "no path for a helper");
        }
        Path at = directory;
        for (String part : parts) {
            at = at.resolve(part);
            if (Files.isSymbolicLink(at)) {
                throw Problem.conflict(directory.relativize(at) + " is a symbolic link; remove it first.")
                        .field("path", path, "a link is in the way");
            }
        }
        if (Files.isDirectory(at)) {
            throw Problem.conflict(path + " is a folder.").field("path", path, "a folder");
        }
        if (isTop(path) && isStrategy(at)) {
            throw strategy(path);
        }
        return at;
    }

    private static boolean isTop(String path) {
        return !path.contains("/");
    }

    private static boolean isStrategy(Path file) {
        try {
            return Files.exists(file)
                    && new String(Files.readAllBytes(file), StandardCharsets.UTF_8).contains(ScriptKind.METHOD);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    private static Problem strategy(String path) {
        String name = path.replaceFirst("\\.[a-z]+$", "");
        return Problem.conflict(path + " is a strategy and no helper; use /api/strategies/" + name + ".")
                .field("path", path, "a strategy");
    }

    private List<String> usedBy(String path) {
        return strategies.look().strategies().values().stream()
                .filter(known -> known.version() != null
                        && known.version().source().files().containsKey(path))
                .map(KnownStrategy::name)
                .sorted()
                .toList();
    }
}
