package futures.data.backup;

import futures.kit.http.Problem;
import futures.kit.sql.Database;
import futures.kit.text.NearNames;
import futures.wire.data.BackupAnswer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** The directory {@code backups/} beside the store. Nothing in it is ever deleted by itself but what was left unfinished. */
public final class Backups {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);
    private static final String ENDING = ".db";
    private static final String UNFINISHED = ".unfinished";

    private final Database database;
    private final Clock clock;
    private final Path directory;
    private final AtomicInteger attempts = new AtomicInteger();

    public Backups(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
        this.directory = database.file().toAbsolutePath().resolveSibling("backups");
    }

    public Path directory() {
        return directory;
    }

    /** Removes what a process that was killed left half done; for the start. */
    public void clean() throws IOException {
        Files.createDirectories(directory);
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.toList()) {
                if (file.getFileName().toString().contains(UNFINISHED)) {
                    Files.delete(file);
                }
            }
        }
    }

    /**
     * A consistent copy of the last committed state.
     *
     * @param reason end of its name; empty for one that was asked for
     */
    public synchronized BackupAnswer make(String reason) {
        String name = "futures-" + STAMP.format(clock.instant()) + reason;
        Path target = directory.resolve(name + ENDING);
        for (int i = 2; Files.exists(target); i++) {
            target = directory.resolve(name + "-" + i + ENDING);
        }
        // Under another name until it is whole, so that a copy that was cut off is never taken for a backup.
        Path unfinished = unfinished();
        try {
            database.backupTo(unfinished);
            Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
            return describe(target);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            delete(unfinished);
        }
    }

    /** A name for a file that is not done yet; nothing is there. */
    Path unfinished() {
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return directory.resolve("." + clock.millis() + "-"
                + ProcessHandle.current().pid() + "-" + attempts.incrementAndGet() + UNFINISHED);
    }

    static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
            Files.deleteIfExists(Path.of(file + "-journal"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Newest first. */
    public List<BackupAnswer> list() {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(Backups::isBackup)
                    .map(Backups::describe)
                    .sorted(Comparator.comparing(BackupAnswer::time)
                            .thenComparing(BackupAnswer::name)
                            .reversed())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The file of a backup.
     *
     * @throws Problem 404 with near names; also for whatever is no plain name in the directory
     */
    Path find(String name) {
        List<String> names = list().stream().map(BackupAnswer::name).toList();
        if (!names.contains(name)) {
            String hint = NearNames.hint(name, names);
            throw Problem.notFound("There is no backup '" + name + "' in " + directory
                            + (hint.isEmpty() ? "; GET /api/database/backups lists them." : hint))
                    .field("file", name, "no backup");
        }
        return directory.resolve(name);
    }

    private static boolean isBackup(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(ENDING) && !name.startsWith(".") && Files.isRegularFile(file);
    }

    private static BackupAnswer describe(Path file) {
        try {
            return new BackupAnswer(
                    file.toString(),
                    file.getFileName().toString(),
                    Files.size(file),
                    Files.getLastModifiedTime(file).toInstant());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
