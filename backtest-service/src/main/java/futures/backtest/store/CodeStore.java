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
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Versions of strategies that were run, by content hash. What is kept stays when the file changes or goes, as long as there is
 * a result that was made with it.
 */
public final class CodeStore implements CodeKeeper {
    private final Database database;
    private final Clock clock;
    /** Taken by a run of this process, which may not have its result yet. */
    private final Set<String> kept = ConcurrentHashMap.newKeySet();

    public CodeStore(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** A version without its code. */
    public record Version(String hash, String kind, String entry, Instant firstRun) {}

    @Override
    public void keep(String strategy, String kind, String hash, StrategySource source) {
        if (!kept.add(strategy + " " + hash)) {
            return;
        }
        try {
            insert(strategy, kind, hash, source);
        } catch (RuntimeException e) {
            kept.remove(strategy + " " + hash);
            throw e;
        }
    }

    private void insert(String strategy, String kind, String hash, StrategySource source) {
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

    /**
     * Removes versions that were first run before a time and are of no use any more: no stored result was made with them,
     * no run of this process took them.
     *
     * @param current content hash of the version of a strategy that would run now
     * @return how many
     */
    public int removeUnused(Instant before, Function<String, Optional<String>> current) {
        Map<String, Set<String>> unused = runBefore(before);
        unused.forEach((strategy, hashes) -> {
            current.apply(strategy).ifPresent(hashes::remove);
            hashes.removeIf(hash -> kept.contains(strategy + " " + hash));
            if (!hashes.isEmpty()) {
                hashes.removeAll(used(strategy, hashes));
            }
        });
        return database.write(connection -> {
            int removed = 0;
            for (Map.Entry<String, Set<String>> one : unused.entrySet()) {
                for (String hash : one.getValue()) {
                    removed += remove(connection, one.getKey(), hash);
                }
            }
            return removed;
        });
    }

    private Map<String, Set<String>> runBefore(Instant time) {
        return database.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement(
                    "SELECT strategy_name, content_hash FROM strategy_code WHERE first_run < ?")) {
                select.setString(1, time.toString());
                Map<String, Set<String>> found = new TreeMap<>();
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        found.computeIfAbsent(rows.getString(1), unseen -> new TreeSet<>())
                                .add(rows.getString(2));
                    }
                }
                return found;
            }
        });
    }

    /** Those of the hashes that stand in a manifest. */
    private Set<String> used(String strategy, Set<String> hashes) {
        return database.read(connection -> {
            try (PreparedStatement select =
                    connection.prepareStatement("SELECT DISTINCT json_extract(summary, '$.manifest.strategy_hash'),"
                            + " json_extract(summary, '$.manifest.strategies'),"
                            + " json_extract(summary, '$.configuration.bot_hash'),"
                            + " json_extract(summary, '$.configuration.strategies')"
                            + " FROM backtest WHERE state = 'done' AND (instr(strategy_name, ?1) > 0"
                            + " OR json_extract(summary, '$.configuration.bot') = ?1"
                            + " OR instr(json_extract(summary, '$.configuration.strategies'), ?1) > 0)")) {
                select.setString(1, strategy);
                Set<String> used = new TreeSet<>();
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        String manifest = rows.getString(1) + rows.getString(2) + rows.getString(3) + rows.getString(4);
                        hashes.stream().filter(manifest::contains).forEach(used::add);
                    }
                }
                return used;
            }
        });
    }

    private int remove(Connection connection, String strategy, String hash) throws SQLException {
        if (kept.contains(strategy + " " + hash)) {
            return 0; // a run took it just now
        }
        try (PreparedStatement version = connection.prepareStatement(
                        "DELETE FROM strategy_code WHERE strategy_name = ? AND content_hash = ?");
                PreparedStatement files = connection.prepareStatement(
                        "DELETE FROM strategy_code_file"
                                + " WHERE content_hash = ?1 AND NOT EXISTS (SELECT 1 FROM strategy_code WHERE content_hash = ?1)")) {
            version.setString(1, strategy);
            version.setString(2, hash);
            int removed = version.executeUpdate();
            files.setString(1, hash);
            files.executeUpdate();
            return removed;
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
