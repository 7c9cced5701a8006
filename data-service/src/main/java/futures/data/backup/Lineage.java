package futures.data.backup;

import futures.kit.sql.Database;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Makes an older state the successor of the present one. Series and revisions of both are counted by the same numbers, and a number that
 * was given once must never name other bars: clients hold them as ETags, results as what they were made from.
 */
final class Lineage {
    private Lineage() {}

    /** @param copy of the older state, which nobody else has open */
    static void goOnFrom(Database present, Path copy, long now) {
        long revision = present.read(connection -> number(connection, "SELECT coalesce(max(revision), 0) FROM series"));
        long lastId = present.read(Lineage::lastId);
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + copy.toAbsolutePath())) {
            connection.setAutoCommit(false);
            // Also those that are the same in both: everybody is told that bars changed.
            update(connection, "UPDATE series SET revision = revision + ?, updated_at = ?", revision, now);
            update(connection, "UPDATE sqlite_sequence SET seq = max(seq, ?) WHERE name = 'series'", lastId);
            if (lastId(connection) < lastId) {
                update(connection, "INSERT INTO sqlite_sequence (name, seq) VALUES ('series', ?)", lastId);
            }
            update(connection, "UPDATE store_epoch SET epoch = lower(hex(randomblob(8))) WHERE id = 1");
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException("a checked copy cannot be written: " + e.getMessage(), e);
        }
    }

    /** The largest number that a series ever had; 0 before the first. */
    private static long lastId(Connection connection) throws SQLException {
        return number(connection, "SELECT coalesce(max(seq), 0) FROM sqlite_sequence WHERE name = 'series'");
    }

    private static long number(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            return row.next() ? row.getLong(1) : 0;
        }
    }

    private static void update(Connection connection, String sql, long... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setLong(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }
}
