package futures.data.backup;

import futures.kit.http.Problem;
import futures.kit.sql.Database;
import futures.kit.sql.DatabaseException;
import futures.kit.sql.ForeignFile;
import futures.wire.data.BackupAnswer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;

/** Brings a backup back while everything runs: checked, brought up to date, and taken over in one transaction. */
public final class Restore {
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    private final Database database;
    private final String migrations;
    private final Backups backups;
    private final Clock clock;

    /** @param migrations as the store was opened with */
    public Restore(Database database, String migrations, Backups backups, Clock clock) {
        this.database = database;
        this.migrations = migrations;
        this.backups = backups;
        this.clock = clock;
    }

    /**
     * Puts a backup in the place of the store.
     *
     * @param name of a file in the backup directory
     * @return what was replaced, as a backup
     * @throws Problem 404 when there is none of that name, 422 when it cannot be a store of today, 409 while somebody writes
     */
    public BackupAnswer run(String name) {
        Path backup = backups.find(name);
        Path copy = backups.unfinished();
        AtomicReference<BackupAnswer> replaced = new AtomicReference<>();
        try {
            Files.copy(backup, copy);
            ForeignFile.makeCurrent(copy, migrations);
            boolean done = database.replaceBy(copy, LONGEST_WAIT, () -> {
                replaced.set(backups.make("-replaced"));
                Lineage.goOnFrom(database, copy, clock.millis());
            });
            if (!done) {
                throw Problem.conflict(
                        "Something is being written to the store, an import perhaps; wait for it or cancel it"
                                + " (GET /api/data/imports), then restore. Nothing was changed.");
            }
            return replaced.get();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (DatabaseException e) {
            if (replaced.get() != null) {
                throw e;
            }
            throw Problem.unprocessable("'" + name + "' " + e.getMessage() + ". Nothing was changed.")
                    .field("file", name, e.getMessage());
        } finally {
            Backups.delete(copy);
        }
    }
}
