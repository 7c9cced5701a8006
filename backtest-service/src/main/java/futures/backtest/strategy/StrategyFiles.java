package futures.backtest.strategy;

import futures.kit.http.Problem;
import futures.wire.backtest.BotInfo;
import futures.wire.backtest.StrategyCheck;
import futures.wire.backtest.StrategyError;
import futures.wire.backtest.StrategyInfo;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Puts files into the strategies directory and takes them out of it; only files that are right, and none that is not ours. */
public final class StrategyFiles {
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_-]{0,99}");
    private static final Pattern BOT = Pattern.compile("BOT_[A-Za-z0-9_-]{1,90}\\.yaml");
    private static final List<String> YAML_TYPES = List.of("application/yaml", "application/x-yaml", "text/yaml");

    private static final DateTimeFormatter COPY =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

    private final StrategyRegistry strategies;
    private final Path directory;
    private final Clock clock;

    public StrategyFiles(StrategyRegistry strategies, Path directory, Clock clock) {
        this.strategies = strategies;
        this.directory = directory;
        this.clock = clock;
    }

    /**
     * Name of the file that an upload would be.
     *
     * @param file as the request says it; null: by the media type
     * @throws Problem 400 or 415
     */
    public String fileOf(String name, String file, String mediaType) {
        if (!NAME.matcher(name).matches()) {
            throw Problem.badRequest(
                            "A strategy's name has letters, digits, _ and -, begins with a letter or _ and has at"
                                    + " most 100 characters.")
                    .field("name", name, "no name for a strategy");
        }
        if (file != null && BOT.matcher(file).matches()) {
            return file;
        }
        if (file != null) {
            Stream<String> endings = Stream.concat(
                    Stream.of(StrategyFolder.SETTINGS),
                    StrategyKinds.ALL.stream().map(StrategyKind::ending));
            List<String> allowed = endings.map(ending -> name + ending).toList();
            if (!allowed.contains(file)) {
                throw Problem.badRequest(
                                "The file of strategy " + name + " is called " + String.join(" or ", allowed) + ".")
                        .field("file", file, "allowed: " + String.join(", ", allowed));
            }
            return file;
        }
        String type = mediaType == null
                ? ""
                : mediaType.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT);
        if (YAML_TYPES.contains(type)) {
            return name + StrategyFolder.SETTINGS;
        }
        return StrategyKinds.ALL.stream()
                .filter(kind -> kind.mediaTypes().contains(type))
                .map(kind -> name + kind.ending())
                .findFirst()
                .orElseThrow(() -> Problem.unsupportedType("Say what the body is by file=" + name
                        + ".java or by Content-Type: text/x-java-source for Java, text/javascript for a script, application/yaml"
                        + " for settings."));
    }

    /**
     * What the content would be.
     *
     * @throws Problem 404 for settings of no strategy, 409 when the name is taken by another file, 413
     */
    public StrategyCheck check(String name, String file, byte[] content) {
        try {
            if (isBot(name, file)) {
                return new StrategyCheck(name, file, true, List.of(), List.of(), null, bot(name, file, content));
            }
            StrategyInfo info = checked(name, file, content);
            return new StrategyCheck(name, file, true, List.of(), info.parameters(), info.script(), null);
        } catch (BrokenStrategy e) {
            return new StrategyCheck(name, file, false, e.errors(), List.of(), null, null);
        }
    }

    private static boolean isBot(String name, String file) {
        return BOT.matcher(file).matches() && !file.equals(name + StrategyFolder.SETTINGS);
    }

    private BotInfo bot(String name, String file, byte[] content) throws BrokenStrategy {
        limit(file, content, StrategySettings.MOST_BYTES);
        BotFile bot = BotFile.read(file, StrategyFolder.text(file, content));
        String strategy = strategies.bots().strategyOf(bot);
        if (!strategy.equals(name)) {
            throw bot.noStrategy("it is for " + strategy + " and not for " + name);
        }
        String own = file.substring(0, file.length() - StrategyFolder.SETTINGS.length());
        BotConfiguration configuration = bot.configuration(own, strategies.version(name));
        return new KnownBot(own, file, name, configuration, List.of()).info();
    }

    private StrategyInfo checked(String name, String file, byte[] content) throws BrokenStrategy {
        if (file.endsWith(StrategyFolder.SETTINGS)) {
            limit(file, content, StrategySettings.MOST_BYTES);
            StrategyVersion version = strategies.version(name);
            StrategySettings settings = version.settings(file, StrategyFolder.text(file, content));
            return info(name, file, version, settings);
        }
        StrategyKind kind = StrategyKinds.ALL.stream()
                .filter(one -> file.equals(name + one.ending()))
                .findFirst()
                .orElseThrow();
        limit(file, content, kind.mostBytes());
        strategies.ownerOf(name).filter(owner -> !owner.equals(file)).ifPresent(owner -> {
            throw Problem.conflict("The name " + name + " is taken by " + owner + "; call the strategy in " + file
                    + " otherwise, or remove the other one.");
        });
        List<StrategyVersion> versions =
                StrategyVersion.load(kind, kind.uploaded(directory, file, content), clock.instant());
        StrategyVersion version = versions.stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow(() ->
                        new BrokenStrategy(file, "it holds " + versions.get(0).name() + " and not " + name));
        return info(name, file, version.unseen() ? seen(version) : version, StrategySettings.NONE);
    }

    private StrategyVersion seen(StrategyVersion script) throws BrokenStrategy {
        ScriptVerdict verdict = strategies.verdict(script).orElse(null);
        if (verdict != null && !verdict.errors().isEmpty()) {
            throw new BrokenStrategy(verdict.errors());
        }
        return verdict == null ? script : script.with(verdict);
    }

    private static StrategyInfo info(String name, String file, StrategyVersion version, StrategySettings settings) {
        return new KnownStrategy(name, version.kind(), file, version, List.of(), null, settings, List.of(), false)
                .info(List.of());
    }

    private static void limit(String file, byte[] content, int most) {
        if (content.length > most) {
            throw Problem.tooLarge(file + " may have " + most + " bytes, and has " + content.length + ".");
        }
    }

    /**
     * Stores a file that is right; one that was there is replaced at once and whole.
     *
     * @return whether there was none before
     * @throws Problem as {@link #check}, 422 with all that is wrong, and 412
     */
    public synchronized boolean put(String name, String file, byte[] content, Precondition precondition) {
        precondition.check(file, hash(file));
        StrategyCheck check = check(name, file, content);
        if (!check.valid()) {
            throw wrong(check.errors());
        }
        Path target = directory.resolve(file);
        try {
            Files.createDirectories(directory);
            if (Files.isSymbolicLink(target)) {
                throw Problem.conflict(file + " is a symbolic link; remove it first.");
            }
            boolean fresh = !Files.exists(target);
            write(directory, target, content);
            strategies.refresh();
            return fresh;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + target, e);
        }
    }

    /**
     * Stores settings over those that are there, of which a copy stays beside them.
     *
     * @return name of the copy in the directory; null when there were none
     * @throws Problem as {@link #put}, 409 when there are some and they are not to be replaced
     */
    public synchronized String putSettings(String name, byte[] yaml, boolean replace) {
        String file = name + StrategyFolder.SETTINGS;
        Path target = directory.resolve(file);
        boolean there = Files.exists(target, LinkOption.NOFOLLOW_LINKS);
        if (there && !replace) {
            throw Problem.conflict(file + " is there already; overwrite=true replaces it and keeps a copy.");
        }
        StrategyCheck check = check(name, file, yaml);
        if (!check.valid()) {
            throw wrong(check.errors());
        }
        String kept = null;
        if (there) {
            kept = file + "." + COPY.format(clock.instant()) + ".old";
            try {
                Files.copy(target, directory.resolve(kept), StandardCopyOption.REPLACE_EXISTING);
            } catch (IOException e) {
                throw new UncheckedIOException("cannot copy " + target, e);
            }
        }
        put(name, file, yaml, new Precondition(null, null));
        return kept;
    }

    /** Nobody who looks ever finds half of it. */
    static void write(Path directory, Path target, byte[] content) throws IOException {
        Path draft = Files.createTempFile(directory, ".upload-", ".part");
        try {
            Files.write(draft, content);
            Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    /** Null when there is no such file. */
    private String hash(String file) {
        try {
            return Files.isRegularFile(directory.resolve(file)) ? hash(new StrategyFolder(directory).any(file)) : null;
        } catch (BrokenStrategy e) {
            throw Problem.conflict(e.errors().get(0).oneLine() + ".");
        }
    }

    /** SHA-256 of a file, as {@link Precondition} names it. */
    public static String hash(byte[] content) {
        return StrategySource.of("file", content).hash();
    }

    private static Problem wrong(List<StrategyError> errors) {
        Problem problem = Problem.unprocessable(errors.get(0).oneLine() + ". Nothing was stored.");
        errors.forEach(error -> problem.field(error.file(), error.text(), error.oneLine()));
        return problem;
    }

    /**
     * Removes a strategy's file, or only its settings.
     *
     * @param file which one, where several files say that they are this strategy; null: the one that it has, and its YAML
     * @throws Problem 404, 409 for one that is shipped or shares its jar
     */
    public void delete(String name, String file) {
        String owner = strategies.describe(name).file();
        if (file == null && owner == null) {
            throw Problem.conflict("The strategy " + name + " is shipped and cannot be removed; its settings can: file="
                    + name + StrategyFolder.SETTINGS + ".");
        }
        List<String> shared = strategies.sharing(owner);
        if (file == null && shared.size() > 1) {
            throw Problem.conflict(
                    owner + " holds " + String.join(", ", shared) + " too; to remove all of them: file=" + owner + ".");
        }
        String target = file == null ? owner : file;
        boolean known = target.equals(owner)
                || target.equals(name + StrategyFolder.SETTINGS)
                || strategies.describe(name).bots().stream()
                        .anyMatch(bot -> bot.file().equals(target))
                || strategies.describe(name).errors().stream()
                        .anyMatch(error -> error.file().equals(target));
        Path path = directory.resolve(target);
        if (!known || !Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            throw Problem.notFound("There is no file " + target + " of strategy " + name + ".")
                    .field("file", target, "no such file");
        }
        try {
            if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
                throw Problem.conflict(target + " is a folder; remove it by hand.");
            }
            Files.delete(path);
            if (file == null) {
                Files.deleteIfExists(directory.resolve(name + StrategyFolder.SETTINGS));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot remove " + path, e);
        }
        strategies.refresh();
    }
}
