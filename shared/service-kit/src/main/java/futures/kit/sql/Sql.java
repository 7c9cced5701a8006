package futures.kit.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Statements with their values in one line, within the transaction of the caller. */
public final class Sql {
    /** Rows whose values wait in memory at once. */
    private static final int TOGETHER = 1000;

    private Sql() {}

    /** The id of the new row. */
    public static long insert(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = bound(connection, sql + " RETURNING id", values);
                ResultSet rows = statement.executeQuery()) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /** The number of rows that it changed. */
    public static int update(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = bound(connection, sql, values)) {
            return statement.executeUpdate();
        }
    }

    /** The same statement for each row of values, prepared once. */
    public static void each(Connection connection, String sql, Iterable<Object[]> rows) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            int waiting = 0;
            for (Object[] values : rows) {
                bind(statement, values);
                statement.addBatch();
                waiting++;
                if (waiting == TOGETHER) {
                    statement.executeBatch();
                    waiting = 0;
                }
            }
            statement.executeBatch();
        }
    }

    public static <T> List<T> list(Connection connection, String sql, SqlFunction<ResultSet, T> row, Object... values)
            throws SQLException {
        try (PreparedStatement statement = bound(connection, sql, values);
                ResultSet rows = statement.executeQuery()) {
            List<T> all = new ArrayList<>();
            while (rows.next()) {
                all.add(row.apply(rows));
            }
            return all;
        }
    }

    /** Work on one row. */
    public interface RowWork {
        void on(ResultSet row) throws SQLException;
    }

    /** Keeps no row in memory. */
    public static void each(Connection connection, String sql, RowWork work, Object... values) throws SQLException {
        try (PreparedStatement statement = bound(connection, sql, values);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                work.on(rows);
            }
        }
    }

    public static <T> Optional<T> first(
            Connection connection, String sql, SqlFunction<ResultSet, T> row, Object... values) throws SQLException {
        List<T> all = list(connection, sql, row, values);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(0));
    }

    /**
     * Some of the newest rows.
     *
     * @param next names the page after this one; null on the last
     */
    public record Page<T>(List<T> rows, String next) {}

    /**
     * A page of a table, newest first.
     *
     * @param sql    that ends in {@code WHERE key < ? ORDER BY key DESC LIMIT ?}
     * @param key    column that grows with every row, among those that are selected
     * @param before the page begins below it; null for the first
     */
    public static <T> Page<T> page(
            Connection connection, String sql, String key, SqlFunction<ResultSet, T> row, int limit, Long before)
            throws SQLException {
        long from = before == null ? Long.MAX_VALUE : before;
        try (PreparedStatement statement = bound(connection, sql, from, limit + 1);
                ResultSet rows = statement.executeQuery()) {
            List<T> all = new ArrayList<>();
            long last = 0;
            while (rows.next()) {
                if (all.size() == limit) {
                    return new Page<>(all, Long.toString(last));
                }
                last = rows.getLong(key);
                all.add(row.apply(rows));
            }
            return new Page<>(all, null);
        }
    }

    private static PreparedStatement bound(Connection connection, String sql, Object... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        try {
            bind(statement, values);
            return statement;
        } catch (SQLException e) {
            statement.close();
            throw e;
        }
    }

    private static void bind(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }
}
