package futures.kit.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import futures.kit.Eventually;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseTest {
    @TempDir
    Path directory;

    private Database open() {
        return Database.open(directory.resolve("notes.db"), "db/notes");
    }

    @Test
    void isMigratedOnceAndKeepsWhatWasWritten() {
        try (Database database = open()) {
            add(database, "first");
            assertEquals("wal", pragma(database, "journal_mode"));
            assertEquals("1", pragma(database, "foreign_keys"));
        }
        try (Database database = open()) {
            assertEquals(1, count(database));
            Eventually.within(
                    Duration.ofSeconds(60),
                    "the check at start",
                    () -> database.integrity().equals(Optional.of("ok")));
        }
    }

    @Test
    void aTransactionThatFailsLeavesNothing() {
        try (Database database = open()) {
            assertThrows(
                    IllegalStateException.class,
                    () -> database.write(connection -> {
                        try (Statement statement = connection.createStatement()) {
                            statement.executeUpdate("INSERT INTO note(text) VALUES ('half')");
                        }
                        throw new IllegalStateException("on purpose");
                    }));
            assertEquals(0, count(database));
            add(database, "whole");
            assertEquals(1, count(database));
        }
    }

    @Test
    void readersSeeTheLastCommittedStateBesideAWriter() throws Exception {
        try (Database database = open()) {
            database.write(connection -> {
                try (Statement statement = connection.createStatement()) {
                    statement.executeUpdate("INSERT INTO note(text) VALUES ('unseen')");
                }
                CompletableFuture<Integer> seen = CompletableFuture.supplyAsync(() -> count(database));
                try {
                    assertEquals(0, seen.get(20, TimeUnit.SECONDS));
                } catch (Exception e) {
                    throw new AssertionError(e);
                }
                return null;
            });
            assertEquals(1, count(database));
        }
    }

    @Test
    void aBackupIsWholeAndOpens() {
        try (Database database = open()) {
            add(database, "kept");
            database.backupTo(directory.resolve("copy.db"));
            add(database, "later");
        }
        try (Database copy = Database.open(directory.resolve("copy.db"), "db/notes")) {
            assertEquals(1, count(copy));
        }
    }

    @Test
    void aFileThatIsNoDatabaseIsNamedAndLeftAlone() throws IOException {
        byte[] noise = new byte[8192];
        new Random(1).nextBytes(noise);
        Path file = directory.resolve("notes.db");
        Files.write(file, noise);
        DatabaseException e = assertThrows(DatabaseException.class, this::open);
        assertTrue(e.getMessage().contains(file.toString()), e.getMessage());
        assertEquals(noise.length, Files.size(file));
    }

    private static void add(Database database, String text) {
        database.write(connection -> {
            try (var statement = connection.prepareStatement("INSERT INTO note(text) VALUES (?)")) {
                statement.setString(1, text);
                return statement.executeUpdate();
            }
        });
    }

    private static int count(Database database) {
        return Integer.parseInt(first(database, "SELECT count(*) FROM note"));
    }

    private static String pragma(Database database, String name) {
        return first(database, "PRAGMA " + name);
    }

    private static String first(Database database, String sql) {
        return database.read(connection -> {
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery(sql)) {
                return rows.next() ? rows.getString(1) : null;
            }
        });
    }
}
