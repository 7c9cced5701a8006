package futures.kit.sql;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteDataSource;
import org.sqlite.SQLiteErrorCode;

/**
 * One SQLite file, opened by its owner: write-ahead log, foreign keys, one writer at a time, several readers that see the
 * last committed state meanwhile. Its tables are brought up to date by numbered migrations when it is opened.
 */
public final class Database implements AutoCloseable {
    /** A stream holds one for as long as its client reads; they are opened when needed. */
    private static final int READERS = 16;

    private static final int BUSY_TIMEOUT_MS = 10_000;

    private final Path file;
    private final SQLiteDataSource source;
    private final Connection writer;
    private final ReentrantLock writing = new ReentrantLock(true);
    private final Semaphore readable = new Semaphore(READERS, true);
    private final Deque<Connection> readers = new ArrayDeque<>();
    private final Set<Connection> reading = new HashSet<>();
    private volatile CompletableFuture<Optional<String>> integrity = new CompletableFuture<>();
    private volatile boolean closed;

    private Database(Path file, SQLiteDataSource source, Connection writer) {
        this.file = file;
        this.source = source;
        this.writer = writer;
    }

    /**
     * Opens or makes the file.
     *
     * @param migrations class path folder with {@code V1__name.sql} and so on, e.g. {@code db/data}
     * @throws DatabaseException when the file is no database or cannot be migrated; nothing in it is changed then
     */
    public static Database open(Path file, String migrations) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            NativeLibrary.unpackTo(file.toAbsolutePath().resolveSibling("cache"));
            SQLiteConfig config = new SQLiteConfig();
            config.setJournalMode(SQLiteConfig.JournalMode.WAL);
            config.setSynchronous(SQLiteConfig.SynchronousMode.NORMAL);
            config.enforceForeignKeys(true);
            config.setBusyTimeout(BUSY_TIMEOUT_MS);
            SQLiteDataSource source = new SQLiteDataSource(config);
            source.setUrl("jdbc:sqlite:" + file.toAbsolutePath());
            migrate(source, migrations);
            Database database = new Database(file, source, source.getConnection());
            database.beginCheck();
            return database;
        } catch (SQLException | IOException | FlywayException e) {
            throw new DatabaseException("cannot open " + file + ": " + e.getMessage(), e);
        }
    }

    private static void migrate(SQLiteDataSource source, String migrations) {
        Flyway.configure()
                .dataSource(source)
                .locations("classpath:" + migrations)
                .validateMigrationNaming(true)
                .load()
                .migrate();
    }

    /** Runs beside the service, since it reads the whole file. */
    private void beginCheck() {
        CompletableFuture<Optional<String>> found = new CompletableFuture<>();
        integrity = found;
        Thread check = new Thread(() -> checkIntegrity(found), "integrity-check");
        check.setDaemon(true);
        check.start();
    }

    private void checkIntegrity(CompletableFuture<Optional<String>> integrity) {
        try {
            String found = read(connection -> {
                try (Statement statement = connection.createStatement();
                        ResultSet rows = statement.executeQuery("PRAGMA integrity_check(1)")) {
                    return rows.next() ? rows.getString(1) : "no answer";
                }
            });
            integrity.complete("ok".equals(found) ? Optional.empty() : Optional.of(found));
        } catch (DatabaseException e) {
            if (!closed) {
                integrity.complete(Optional.of(e.getMessage()));
            }
        }
    }

    /** Empty until the check that began at the start is done; then {@code "ok"} or what it found. */
    public Optional<String> integrity() {
        Optional<String> fault = integrity.getNow(null);
        return fault == null ? Optional.empty() : Optional.of(fault.orElse("ok"));
    }

    public Path file() {
        return file;
    }

    /** Reads the last committed state, beside writers. */
    public <T> T read(SqlFunction<Connection, T> work) {
        readable.acquireUninterruptibly();
        Connection connection = null;
        try {
            connection = takeReader();
            return work.apply(connection);
        } catch (SQLException e) {
            throw new DatabaseException("cannot read " + file + ": " + e.getMessage(), e);
        } finally {
            giveBack(connection);
            readable.release();
        }
    }

    /** Reads one committed state from the first statement to the last, however long it takes. */
    public <T> T snapshot(SqlFunction<Connection, T> work) {
        return read(connection -> {
            connection.setAutoCommit(false);
            try {
                return work.apply(connection);
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        });
    }

    private Connection takeReader() throws SQLException {
        synchronized (readers) {
            if (closed) {
                throw new SQLException("the database is closed");
            }
            Connection idle = readers.pollFirst();
            Connection connection = idle == null ? source.getConnection() : idle;
            reading.add(connection);
            return connection;
        }
    }

    private void giveBack(Connection connection) {
        if (connection == null) {
            return;
        }
        synchronized (readers) {
            reading.remove(connection);
            readers.addFirst(connection);
        }
    }

    /** Does the work in one transaction: all of it, or nothing when it throws. */
    public <T> T write(SqlFunction<Connection, T> work) {
        writing.lock();
        try {
            writer.setAutoCommit(false);
            boolean done = false;
            try {
                T result = work.apply(writer);
                writer.commit();
                done = true;
                return result;
            } finally {
                if (!done) {
                    writer.rollback();
                }
                writer.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new DatabaseException("cannot write " + file + ": " + e.getMessage(), e);
        } finally {
            writing.unlock();
        }
    }

    /** A consistent copy, made while others go on reading and writing. */
    public void backupTo(Path target) {
        read(connection -> {
            try (var statement = connection.prepareStatement("VACUUM INTO ?")) {
                statement.setString(1, target.toAbsolutePath().toString());
                statement.execute();
                return null;
            }
        });
    }

    /** Writes the file anew without the space that deleted rows left; readers go on, writers wait. */
    public void vacuum() {
        writing.lock();
        try (Statement statement = writer.createStatement()) {
            statement.execute("VACUUM");
            statement.execute("PRAGMA wal_checkpoint(TRUNCATE)");
        } catch (SQLException e) {
            throw new DatabaseException("cannot vacuum " + file + ": " + e.getMessage(), e);
        } finally {
            writing.unlock();
        }
    }

    /**
     * Takes the content of another file in the place of its own, in one transaction: readers under way go on seeing what they
     * began with, a process that is killed leaves the one content or the other, and nobody can write in between.
     *
     * @param content   one of {@link ForeignFile}
     * @param longest   to wait for whoever writes
     * @param lastWords runs when no other can write any more, to keep what goes; what it throws leaves all as it is
     * @return false when somebody went on writing for so long; nothing has happened then
     */
    public boolean replaceBy(Path content, Duration longest, Runnable lastWords) {
        if (!lockedWithin(longest)) {
            return false;
        }
        try {
            lastWords.run();
            int code = writer.unwrap(SQLiteConnection.class)
                    .getDatabase()
                    .restore("main", content.toAbsolutePath().toString(), null);
            if (code == SQLiteErrorCode.SQLITE_BUSY.code || code == SQLiteErrorCode.SQLITE_LOCKED.code) {
                // Another program writes: the owner cannot lock that out.
                return false;
            }
            if (code != SQLiteErrorCode.SQLITE_OK.code) {
                throw new DatabaseException(
                        "cannot take over " + content.getFileName() + ": SQLite code " + code, null);
            }
        } catch (SQLException e) {
            throw new DatabaseException("cannot take over " + content.getFileName() + ": " + e.getMessage(), e);
        } finally {
            writing.unlock();
        }
        beginCheck();
        return true;
    }

    private boolean lockedWithin(Duration longest) {
        try {
            return writing.tryLock(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Waits for the writer; readers under way are interrupted and end with an error. */
    @Override
    public void close() {
        synchronized (readers) {
            if (closed) {
                return;
            }
            closed = true;
            reading.forEach(Database::interrupt);
        }
        writing.lock();
        try {
            readable.acquireUninterruptibly(READERS);
            readers.forEach(Database::close);
            close(writer);
        } finally {
            writing.unlock();
        }
    }

    private static void interrupt(Connection connection) {
        try {
            connection.unwrap(SQLiteConnection.class).getDatabase().interrupt();
        } catch (SQLException e) {
            throw new DatabaseException("cannot interrupt a reader: " + e.getMessage(), e);
        }
    }

    private static void close(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new DatabaseException("cannot close: " + e.getMessage(), e);
        }
    }
}
