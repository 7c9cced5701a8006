package futures.backtest.store;

import futures.backtest.strategy.CodeKeeper;
import futures.backtest.strategy.KeptCode;
import futures.backtest.strategy.StrategySource;
import futures.kit.sql.Database;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** Versions of strategies that were run, by content hash. What is kept stays, also when the file changes or goes. */
public final class CodeStore implements CodeKeeper {
    private final Database database;
    private final Clock clock;
    private final Set<String> kept = ConcurrentHashMap.newKeySet();

    public CodeStore(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** A version without its code. */
    public record Version(String hash, String kind, String entry, Instant firstRun) {}

    @Override
    public void keep(String strategy, String kind, String hash, StrategySource source) {
        if (kept.contains(strategy + " " + hash)) {
            return;
        }
        database.write(connection -> {
            try (PreparedStatement insert = connection.prepareStatement(
                    "INSERT OR IGNORE INTO strategy_code (strategy_name, content_hash, kind, entry, first_run)"
                            + " VALUES (?, ?, ?, ?, ?)")) {
                insert.setString(1, strategy);
                insert.setString(2, hash);
                insert.setString(3, kind);
                insert.setString(4, source.entry());
                insert.setString(5, clock.instant().toString());
                insert.executeUpdate();
            }
            for (Map.Entry<String, byte[]> file : source.files().entrySet()) {
                keepFile(connection, hash, file.getKey(), file.getValue());
            }
            return null;
        });
        kept.add(strategy + " " + hash);
    }

    private static void keepFile(Connection connection, String hash, String path, byte[] content) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT OR IGNORE INTO strategy_code_file (content_hash, path, content) VALUES (?, ?, ?)")) {
            insert.setString(1, hash);
            insert.setString(2, path);
            insert.setBytes(3, Gzip.of(out -> out.write(content)));
            insert.executeUpdate();
        }
    }

    /** Newest first, by the time of the first run. */
    public List<Version> versions(String strategy) {
        return database.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement("SELECT content_hash, kind, entry, first_run"
                    + " FROM strategy_code WHERE strategy_name = ? ORDER BY first_run DESC, content_hash")) {
                select.setString(1, strategy);
                try (ResultSet rows = select.executeQuery()) {
                    List<Version> versions = new ArrayList<>();
                    while (rows.next()) {
                        versions.add(new Version(
                                rows.getString("content_hash"),
                                rows.getString("kind"),
                                rows.getString("entry"),
                                Instant.parse(rows.getString("first_run"))));
                    }
                    return versions;
                }
            }
        });
    }

    /** A version with its code; empty for one that was never run from a file. */
    public Optional<KeptCode> find(String strategy, String hash) {
        return database.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement(
                    "SELECT kind, entry FROM strategy_code WHERE strategy_name = ? AND content_hash = ?")) {
                select.setString(1, strategy);
                select.setString(2, hash);
                try (ResultSet row = select.executeQuery()) {
                    if (!row.next()) {
                        return Optional.empty();
                    }
                    return Optional.of(new KeptCode(
                            strategy, row.getString("kind"), hash, row.getString("entry"), files(connection, hash)));
                }
            }
        });
    }

    private static Map<String, byte[]> files(Connection connection, String hash) throws SQLException {
        Map<String, byte[]> files = new TreeMap<>();
        try (PreparedStatement select =
                connection.prepareStatement("SELECT path, content FROM strategy_code_file WHERE content_hash = ?")) {
            select.setString(1, hash);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    try (InputStream content = Gzip.open(rows.getBytes("content"))) {
                        files.put(rows.getString("path"), content.readAllBytes());
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }
}
