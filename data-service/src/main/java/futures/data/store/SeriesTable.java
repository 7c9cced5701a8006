package futures.data.store;

import futures.model.Timeframe;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The headers of all series. Every method works in the transaction of the connection it is given. */
public final class SeriesTable {
    private static final String COLUMNS =
            "id, symbol, timeframe, product, source, synthetic, adjustment, bars, first_time,"
                    + " last_time, revision, created_at, updated_at";

    private SeriesTable() {}

    public static List<Series> all(Connection connection) throws SQLException {
        return query(connection, "SELECT " + COLUMNS + " FROM series ORDER BY symbol, slot_ms");
    }

    /** The series of a symbol, finest first; empty when the symbol is not known. */
    public static List<Series> of(Connection connection, String symbol) throws SQLException {
        return query(connection, "SELECT " + COLUMNS + " FROM series WHERE symbol = ? ORDER BY slot_ms", symbol);
    }

    /** The series of all symbols that begin with a text, by symbol and finest first. */
    public static List<Series> startingWith(Connection connection, String prefix) throws SQLException {
        return query(
                connection,
                "SELECT " + COLUMNS + " FROM series WHERE symbol >= ? AND symbol < ? ORDER BY symbol, slot_ms",
                prefix,
                prefix + Character.MAX_VALUE);
    }

    public static Optional<Series> find(Connection connection, String symbol, Timeframe timeframe) throws SQLException {
        return query(
                        connection,
                        "SELECT " + COLUMNS + " FROM series WHERE symbol = ? AND timeframe = ?",
                        symbol,
                        timeframe.toString())
                .stream()
                .findFirst();
    }

    /** The stored series, or a new one without bars. */
    static Series findOrCreate(
            Connection connection, String symbol, Timeframe timeframe, Provenance provenance, long now)
            throws SQLException {
        Optional<Series> found = find(connection, symbol, timeframe);
        if (found.isPresent()) {
            return found.get();
        }
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO series (symbol, timeframe, slot_ms, product, source, synthetic, adjustment, bars, revision,"
                        + " created_at, updated_at) VALUES (?, ?, ?, ?, ?, ?, ?, 0, 0, ?, ?)")) {
            insert.setString(1, symbol);
            insert.setString(2, timeframe.toString());
            insert.setLong(3, timeframe.millis());
            insert.setString(4, provenance.product());
            insert.setString(5, provenance.source());
            insert.setBoolean(6, provenance.synthetic());
            insert.setString(7, provenance.adjustment().text());
            insert.setLong(8, now);
            insert.setLong(9, now);
            insert.executeUpdate();
        }
        return find(connection, symbol, timeframe).orElseThrow();
    }

    static void update(Connection connection, Series series) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "UPDATE series SET bars = ?, first_time = ?, last_time = ?, revision = ?, updated_at = ? WHERE id = ?")) {
            update.setLong(1, series.bars());
            update.setObject(2, series.bars() == 0 ? null : series.firstTime());
            update.setObject(3, series.bars() == 0 ? null : series.lastTime());
            update.setLong(4, series.revision());
            update.setLong(5, series.updatedAt());
            update.setLong(6, series.id());
            update.executeUpdate();
        }
    }

    static void delete(Connection connection, Series series) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("DELETE FROM series WHERE id = ?")) {
            delete.setLong(1, series.id());
            delete.executeUpdate();
        }
    }

    private static List<Series> query(Connection connection, String sql, String... arguments) throws SQLException {
        List<Series> found = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            for (int i = 0; i < arguments.length; i++) {
                select.setString(i + 1, arguments[i]);
            }
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.add(series(row));
                }
            }
        }
        return found;
    }

    private static Series series(ResultSet row) throws SQLException {
        Provenance provenance = new Provenance(
                row.getString("product"),
                row.getString("source"),
                row.getBoolean("synthetic"),
                Adjustment.of(row.getString("adjustment")));
        return new Series(
                row.getLong("id"),
                row.getString("symbol"),
                Timeframe.parse(row.getString("timeframe")),
                provenance,
                row.getLong("bars"),
                row.getLong("first_time"),
                row.getLong("last_time"),
                row.getLong("revision"),
                row.getLong("created_at"),
                row.getLong("updated_at"));
    }
}
